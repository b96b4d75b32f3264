/** Whatever is found: an edit changes the words it names, and each has a switch of its own. */
import { castOf } from '@core/canon/index.js';
import { readClaims } from '@core/claims/index.js';
import type { Edit } from '@shared/analysis.js';
import type { GeneratorCapability } from '@shared/contract/index.js';
import { applyEdits } from '@shared/edits.js';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { fact, found, frameOf } from '../findings/testing/story.js';
import { suggest } from './index.js';

const FACTS = [fact('Mira', 'a girl in a red coat')];
const SCENES = [
  'A girl in a red coat holding a yellow lantern on the left, a brown dog, in a forest at night. A wide shot.',
  'Mira walks through the forest at night. A fox watches her from the left.',
  'An empty harbour by day, no people, a green boat in the foreground, an ink drawing.',
  'Two dogs run to the left of a boy carrying a kite in the rain, no leash.',
  'masterpiece, girl, (red coat:1.2), holding lantern, forest, night, <lora:ink:0.8>',
] as const;
const PROMPTS = [...SCENES, 'a girl in a blue coat by day, oil painting', 'a boy in a village, close-up', ''];

/** Read once: reading takes longest. */
const CLAIMS = new Map(SCENES.map((scene) => [scene, frameOf(scene, { facts: FACTS }).claims]));

const reviewed = fc
  .record({
    description: fc.constantFrom(...SCENES),
    prompt: fc.option(fc.constantFrom(...PROMPTS)),
    negativePrompt: fc.constantFrom('', 'text', 'dog, people, blurry'),
    capabilities: fc.subarray<GeneratorCapability>(['negative', 'weights']),
    dialect: fc.constantFrom('a1111', 'plain'),
    coins: fc.array(fc.boolean(), { minLength: 40, maxLength: 40 }),
    switches: fc.array(fc.boolean(), { minLength: 20, maxLength: 20 }),
  })
  .map(({ description, prompt, negativePrompt, capabilities, dialect, coins, switches }) => {
    const asked = CLAIMS.get(description) ?? [];
    const missed = asked.filter((_, i) => coins[i]);
    const sees = Object.fromEntries(
      missed.map(({ negated, text }) => [`${negated ? 'no ' : ''}${text}`, 0.05]),
    );
    const frame = frameOf(description, { facts: FACTS, sees });
    const words = prompt ?? description;
    const suggestion = suggest({
      tags: [],
      shot: { id: '1', position: 0, description, prompt: words, negativePrompt },
      take: { id: 't1', round: 0, prompt: words, negativePrompt },
      claims: frame.claims,
      verdicts: frame.verdicts,
      findings: found(frame, { facts: FACTS }),
      facts: FACTS,
      styleBrief: 'gouache painting',
      capabilities,
      dialect,
    });
    const edits = suggestion?.edits ?? [];
    const before = { prompt: words || description, negativePrompt };
    const held = new Set(frame.verdicts.flatMap((one) => (one.outcome === 'pass' ? [one.claimId] : [])));
    const passed = asked.filter(({ id, negated }) => !negated && held.has(id)).map(({ text }) => text);
    return { suggestion, edits, on: edits.filter((_, i) => switches[i]), before, passed };
  });

type Reviewed = typeof reviewed extends fc.Arbitrary<infer R> ? R : never;

const apply = (
  { prompt, negativePrompt }: { prompt: string; negativePrompt: string },
  edits: readonly Edit[],
) => applyEdits(prompt, negativePrompt, edits);

/** Words without weights and marks. */
const wordsOf = (text: string): string[] =>
  text
    .replace(/:\d+(?:\.\d+)?\)/g, ')')
    .toLowerCase()
    .match(/[\p{L}\p{N}’'-]+/gu) ?? [];

/** How often each word is said. */
function tally(words: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

/** Words that became more, or fewer. */
function changed(before: string, after: string): { more: string[]; fewer: string[] } {
  const [was, is] = [tally(wordsOf(before)), tally(wordsOf(after))];
  const more = [...is].filter(([word, count]) => count > (was.get(word) ?? 0));
  const fewer = [...was].filter(([word, count]) => count > (is.get(word) ?? 0));
  return { more: more.map(([word]) => word), fewer: fewer.map(([word]) => word) };
}

/** Fewer words only where an edit takes them out, more only where one puts them in, and the rest in its order. */
function expectOthersUntouched({ on, before }: Reviewed): void {
  const after = apply(before, on);
  for (const [target, was, is] of [
    ['prompt', before.prompt, after.prompt],
    ['negative', before.negativePrompt, after.negativePrompt],
  ] as const) {
    const edits = on.filter((edit) => edit.target === target);
    const { more, fewer } = changed(was, is);
    const removed = new Set(edits.flatMap(({ remove }) => wordsOf(remove)));
    const inserted = new Set(edits.flatMap(({ insert }) => wordsOf(insert)));
    expect(fewer.filter((word) => !removed.has(word))).toEqual([]);
    expect(more.filter((word) => !inserted.has(word))).toEqual([]);
    const untouched = (text: string) =>
      wordsOf(text).filter((word) => !removed.has(word) && !inserted.has(word));
    expect(untouched(is)).toEqual(untouched(was));
  }
  expect(after.newSeed).toBe(on.some(({ target }) => target === 'seed'));
}

function expectSwitches({ suggestion, edits, before }: Reviewed): void {
  const off = { ...before, newSeed: false };
  expect(apply(before, [])).toEqual(off);
  for (const edit of edits) {
    expect(apply(before, [edit])).not.toEqual(off);
    expect(edit.findingKeys).not.toEqual([]);
  }
  expect(new Set(edits.map(({ key }) => key)).size).toBe(edits.length);
  if (!suggestion) return;
  const { prompt, negativePrompt, newSeed } = suggestion;
  expect(apply(before, edits)).toEqual({ prompt, negativePrompt, newSeed });
}

function expectOneOutcome({ on, before }: Reviewed): void {
  const once = apply(before, on);
  expect(apply(before, on.toReversed())).toEqual(once);
  expect(apply(once, on)).toEqual(once);
}

function expectNothingUnwanted({ edits, before }: Reviewed): void {
  const unwanted = edits.filter(({ target }) => target === 'negative').map(({ insert }) => insert);
  const { more } = changed(before.prompt, apply(before, edits).prompt);
  for (const words of unwanted) for (const word of wordsOf(words)) expect(more).not.toContain(word);
}

const textsOf = (prompt: string): Set<string> =>
  new Set(
    readClaims(prompt, castOf(FACTS, 0)).flatMap(({ text, negated, canonOf, span }) =>
      negated || canonOf !== null || span === null ? [] : [text],
    ),
  );

/** Each edit leaves the prompt asking for whatever it asked for and holds. */
function expectNothingLost({ edits, before, passed }: Reviewed): void {
  const asked = [...textsOf(before.prompt)].filter((text) => passed.includes(text));
  for (const edit of edits.filter(({ target }) => target === 'prompt')) {
    const after = textsOf(apply(before, [edit]).prompt);
    expect(asked.filter((text) => !after.has(text))).toEqual([]);
  }
}

it('touches no other words, has a switch for each edit, one outcome for each choice, and asks for nothing unwanted', () => {
  fc.assert(
    fc.property(reviewed, (shot) => {
      expectOthersUntouched(shot);
      expectSwitches(shot);
      expectOneOutcome(shot);
      expectNothingUnwanted(shot);
      expectNothingLost(shot);
    }),
    { numRuns: 200 },
  );
});
