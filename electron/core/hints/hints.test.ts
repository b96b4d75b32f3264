import { canonFrom, claimsForShot } from '@core/canon/index.js';
import { applyEdits } from '@shared/edits.js';
import type { Hint } from '@shared/hint.js';
import {
  type Decision,
  EMPTY_RECORDS,
  positionFacts,
  type Records,
  type Shot,
} from '@shared/records/index.js';
import { aDecision, aShot } from '@testing/records.js';
import { describe, expect, it } from 'vitest';
import { hintsFor, suggestedPrompts } from './index.js';

interface Said {
  readonly says: string;
  readonly prompt?: string;
  readonly scene?: string | null;
}

const SHEET = [
  { name: 'Wenna', description: 'a girl in a red coat' },
  { name: 'Tobren', description: 'an old man in a blue coat', aliases: ['the old man'] },
];

function boardOf(said: readonly Said[], { sheet = SHEET, decisions = [] as readonly Decision[] } = {}) {
  const shots = said.map(
    ({ says, prompt = '', scene = 'Harbour' }, n): Shot => ({
      ...aShot(n),
      pickId: null,
      scene,
      description: says,
      prompt,
    }),
  );
  const facts = canonFrom(shots, sheet, '');
  const claims = new Map(
    shots.map((shot) => [shot.id, claimsForShot(shot, positionFacts(facts, shots), [])] as const),
  );
  const byId = <T extends { id: string }>(rows: readonly T[]) =>
    Object.fromEntries(rows.map((row) => [row.id, row]));
  const records: Records = {
    ...EMPTY_RECORDS,
    shot: byId(shots),
    fact: byId(facts),
    decision: byId(decisions),
  };
  return {
    shots,
    review: { records },
    claimsOf: (id: string) => claims.get(id) ?? [],
  } as never as Parameters<typeof hintsFor>[0];
}

/** Of one prompt of a board, or of all. */
async function hintsOf(
  said: readonly Said[],
  at: number | null = null,
  more: Parameters<typeof boardOf>[1] = {},
) {
  const board = boardOf(said, more);
  const asked = at === null ? board.shots : board.shots.slice(at, at + 1);
  const prompts = asked.map(({ id, prompt, description }) => ({ shotId: id, prompt: prompt || description }));
  return hintsFor(board, prompts, ['weights', 'negative']);
}
const told = (hints: readonly Hint[]) => hints.map(({ message }) => message);
const mended = (prompt: string, [hint]: readonly Hint[]) =>
  hint?.edit ? applyEdits(prompt, '', [hint.edit]).prompt : null;

describe('a look that the canon says', () => {
  it.each<[says: string, prompt: string, after: string]>([
    ['Wenna waits.', 'ink, a girl on a pier', 'ink, (a girl in a red coat:1.2) on a pier'],
    ['Wenna waits.', 'A girl waits on a pier.', 'A girl waits on a pier. The girl wears a red coat.'],
    [
      'Wenna and Tobren wait.',
      'an old man in a blue coat on the left, a girl on the right',
      'an old man in a blue coat on the left, (a girl in a red coat:1.2) on the right',
    ],
  ])('is missed: %s, “%s”', async (says, prompt, after) => {
    const hints = await hintsOf([{ says, prompt }]);
    expect(told(hints)).toEqual(['Wenna’s coat is not in this prompt.']);
    expect(mended(prompt, hints)).toBe(after);
    expect(await hintsOf([{ says, prompt: after }])).toEqual([]);
  });

  it.each<[says: string, prompt: string]>([
    ['Wenna waits.', 'a girl in a red coat'],
    ['Wenna waits.', 'girl, (red coat:1.3), pier'],
    ['Wenna waits.', 'a pier at night'],
    ['Wenna waits.', 'close-up of a girl'],
    ['Wenna waits. Close-up.', 'a girl'],
    ['Wenna waits.', 'a girl on a pier, <lora:wenna_v2:0.8>'],
    ['A girl waits.', 'a girl on a pier'],
    ['Wenna and Tobren wait.', 'a girl and an old man, both in coats'],
  ])('is not missed: %s, “%s”', async (says, prompt) => {
    expect(await hintsOf([{ says, prompt }])).toEqual([]);
  });

  it('is not missed where the board’s other prompts mostly leave it out', async () => {
    const without = { says: 'Wenna waits.', prompt: 'a girl on a pier' };
    const having = { says: 'Wenna waits.', prompt: 'a girl in a red coat' };
    expect(await hintsOf([without, without, without])).toEqual([]);
    expect(await hintsOf([without, without, without, having], 0)).toEqual([]);
    expect(await hintsOf([without, having, having], 0)).toHaveLength(1);
  });

  it('is another one in the prompt', async () => {
    const prompt = 'an old man in a green coat, a pier';
    const hints = await hintsOf([{ says: 'Tobren waits.', prompt }]);
    expect(told(hints)).toEqual(['Tobren’s coat is green in this prompt. The canon says blue.']);
    expect(mended(prompt, hints)).toBe('an old man in a blue coat, a pier');
    const twins = [...SHEET, { name: 'Una', description: 'an old man in a grey coat' }];
    expect(await hintsOf([{ says: 'Tobren waits.', prompt }], 0, { sheet: twins })).toEqual([]);
    const named = { says: 'Tobren waits.', prompt: 'Tobren, an old man in a green coat' };
    expect(await hintsOf([named])).toHaveLength(1);
    expect(await hintsOf([named], 0, { sheet: twins })).toEqual([]);
    // The shot itself asks for it.
    expect(await hintsOf([{ says: 'Tobren waits beside a green coat.', prompt }])).toEqual([]);
  });
});

describe('shots in a row', () => {
  const wide = { says: 'A pier.', prompt: 'a pier, wide shot' };

  it('are both wide, at the later one, or at the one that is typed', async () => {
    const hints = await hintsOf([wide, { ...wide, prompt: 'boats, wide shot' }]);
    expect(told(hints)).toEqual(['Shot 1 is a wide shot too: two in a row.']);
    expect(mended('boats, wide shot', hints)).toBe('boats, medium shot');
    expect(told(await hintsOf([wide, wide], 0))).toEqual(['Shot 2 is a wide shot too: two in a row.']);
  });

  it('may both be wide where that is asked for, or where they do not belong together', async () => {
    expect(await hintsOf([wide, { ...wide, says: 'A pier. Wide shot.' }])).toEqual([]);
    expect(await hintsOf([wide, { ...wide, scene: 'Forest' }])).toEqual([]);
    expect(
      await hintsOf([
        { ...wide, scene: null },
        { ...wide, scene: null },
      ]),
    ).toEqual([]);
    expect(await hintsOf([wide, { says: 'A boat.', prompt: 'a boat, medium shot' }, wide])).toEqual([]);
  });

  const right = { says: 'Wenna and a fox.', prompt: 'a fox on the left, a girl in a red coat on the right' };
  const left = { says: 'Wenna and a fox.', prompt: 'a girl in a red coat on the left, a fox on the right' };

  it('have two change sides', async () => {
    const hints = await hintsOf([right, left]);
    expect(told(hints)).toEqual(['Wenna and the fox change sides after shot 1.']);
    expect(mended(left.prompt, hints)).toBe('a girl in a red coat on the right, a fox on the left');
    expect(told(await hintsOf([right, left], 0))).toEqual(['The fox and Wenna change sides before shot 2.']);
  });

  it('may have them change sides where that is asked for, and one alone may move', async () => {
    const asked = { ...left, says: 'Wenna on the left, a fox on the right.' };
    expect(await hintsOf([right, asked])).toEqual([]);
    const one = { ...left, prompt: 'a girl in a red coat on the left, a boat on the right' };
    expect(await hintsOf([right, one])).toEqual([]);
    expect(await hintsOf([right, right])).toEqual([]);
  });
});

it('does not come again of a shot where it was dismissed', async () => {
  const said = [
    { says: 'Wenna waits.', prompt: 'a girl on a pier' },
    { says: 'Wenna sits.', prompt: 'a girl on a chair' },
  ];
  const [first, second] = await hintsOf(said);
  expect(first?.key).toBe('hint:unsaid-look:a girl in a red coat');
  const decisions = [aDecision('d', { kind: 'dismiss', findingKey: first?.key ?? '' })];
  expect(await hintsOf(said, null, { decisions })).toEqual([second]);
});

it('is asked of what is suggested for shots that are open', () => {
  const shots = [aShot(0), { ...aShot(1), status: 'on-hold' as const }, aShot(2)];
  const suggestionFor = (id: string) => (id === 'shot-2' ? null : { prompt: `new ${id}` });
  expect(suggestedPrompts({ shots, suggestionFor } as never)).toEqual([
    { shotId: 'shot-0', prompt: 'new shot-0' },
  ]);
});
