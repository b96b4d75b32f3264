/** Boards with faults of every kind, and what may happen to them, as fast-check draws it. */
import { MEASURES_VERSION } from '@core/measures/index.js';
import type { FrameMeasures } from '@shared/analysis.js';
import type { Command } from '@shared/commands/index.js';
import { RULE_IDS } from '@shared/composition/index.js';
import { NO_WORD } from '@shared/examination/index.js';
import {
  type Claim,
  type ClaimKind,
  type Detection,
  type Fact,
  NO_PARTS,
  type OutsidePicture,
  type Records,
  type Shot,
  type Take,
} from '@shared/records/index.js';
import { sensitivity } from '@shared/sensitivity.js';
import { TAGS } from '@shared/tags.js';
import { aJudge } from '@testing/judge.js';
import { aBoard, aTake } from '@testing/records.js';
import fc from 'fast-check';
import { LANES } from '../agenda.js';
import type { KnownBoard } from './known-board.js';

const DESCRIPTIONS = [
  'Mira waits under a red umbrella by the sea at night.',
  'A blurred fox sits in a forest at night.',
  'Mira holds a lantern in a dark library.',
  '',
];
const PROMPTS = [
  'a girl in a red coat, by the sea, at night, ink',
  'a fox, in a forest, by day, (wide shot:1.2)',
];
const STATEMENTS: readonly (readonly [ClaimKind, string])[] = [
  ['entity', 'a girl'],
  ['attribute', 'a girl in a red coat'],
  ['place', 'by the sea'],
  ['time', 'at night'],
  ['count', 'one person'],
  ['style', 'an ink drawing'],
  ['entity', 'a fox'],
];
/** Whom these speak of, as far as who is who hangs on it. */
const SUBJECTS: Readonly<Record<string, string>> = {
  'a girl': 'girl',
  'a girl in a red coat': 'girl',
  'a fox': 'fox',
};
const LENGTHS = { colour: 66, tone: 7, saturation: 8, line: 11, texture: 20, frequency: 11, grain: 9 };

/** A number from 0 to 1 that follows from the words. */
export function chance(...words: readonly (string | number)[]): number {
  let hash = 0x811c9dc5;
  for (const character of words.join(' ')) hash = Math.imul(hash ^ character.charCodeAt(0), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b);
  return ((hash ^ (hash >>> 13)) >>> 0) / 2 ** 32;
}

/** A few levels, so that shots are often equal. */
const pOf = (seed: number, key: string): number | null | undefined =>
  ([0.05, 0.05, 0.3, 0.5, 0.9, 0.9, 0.95, null, undefined] as const)[Math.floor(9 * chance(seed, key))];

/** Of pictures of one look, as a hash begins. Two looks have close hashes though their layouts differ. */
const HASHES = [
  '0123456789abcde',
  '0123456789abcde',
  'fedcba987654321',
  '0f0f0f0f0f0f0f0',
  'ccccccccccccccc',
];
const LAYOUTS = HASHES.map((_, look) =>
  Array.from({ length: 48 * 48 }, (_, at) => Math.round(255 * chance('layout', look, at >> 3))),
);

/** In a corner, and elsewhere. */
const WRITTEN = [
  { text: 'stock photos', confidence: 0.9, region: { x: 0.4, y: 0.5, width: 0.2, height: 0.05 } },
  { text: 'GRAND', confidence: 0.9, region: { x: 0.1, y: 0.9, width: 0.1, height: 0.05 } },
];

/** Of the same `look` they are near copies; now and then one is far from its board. */
export function someMeasures(seed: number): FrameMeasures {
  const look = seed % HASHES.length;
  const off = seed % 7 === 0 ? 2 : 0;
  const values = (name: string, length: number) =>
    Array.from({ length }, (_, at) => 0.2 + 0.3 * chance(name, at, seed) + off * chance(at, seed));
  return {
    quality: {
      blur: seed % 5 === 1 ? 7 : 2 + chance('blur', seed),
      sharpness: 1 + chance('sharpness', seed),
      noise: seed % 11 === 2 ? 20 : 3 * chance('noise', seed),
      blockiness: 0.1 * chance('blockiness', seed),
      clippedLow: seed % 13 === 3 ? 0.95 : 0.1 * chance('low', seed),
      colourRange: seed % 6 === 5 ? 1 : 40 + chance('range', seed),
    },
    style: {
      ...Object.fromEntries(Object.entries(LENGTHS).map(([name, length]) => [name, values(name, length)])),
      layout: LAYOUTS[look] as number[],
    },
    hash: HASHES[look] + (seed % 16).toString(16),
    palette: ['#102030'],
    width: 640,
    height: 360,
    composition: {
      horizon: seed % 3 === 0 ? null : { tilt: (seed % 11) - 5, y: 0.5 },
      salient:
        seed % 4 === 0 ? null : { region: { x: 0.3, y: 0.3, width: 0.2, height: 0.2 }, x: chance('x', seed) },
    },
    version: MEASURES_VERSION,
    ...(seed % 5 < 3 && { writing: WRITTEN.slice(0, seed % 3) }),
  };
}

/** Mostly a girl and a fox, in a few places. */
const someDetections = (seed: number): Detection[] =>
  ['girl', 'fox', 'girl'].flatMap((label, i): Detection[] => {
    const part = (what: string) => 0.1 + 0.2 * Math.floor(4 * chance(what, i, seed % 40));
    const region = { x: part('x'), y: part('y') - 0.1, width: part('width'), height: part('height') };
    return chance('there', i, seed) < 0.8 / (i + 1)
      ? [{ label, region, confidence: chance('sure', i, seed) }]
      : [];
  });

const aGirl = (x: number): Detection => ({
  label: 'girl',
  region: { x: 0.6 * x, y: 0.2, width: 0.2, height: 0.5 },
  confidence: 0.9,
});

const claim = (shot: number, at: number): Claim => {
  const [kind, text] = STATEMENTS[at % STATEMENTS.length] as readonly [ClaimKind, string];
  return {
    id: `claim-${shot}-${at}`,
    shotId: `shot-${shot}`,
    kind,
    text,
    ...NO_PARTS,
    subject: SUBJECTS[text] ?? null,
    parents: at > 0 ? [`claim-${shot}-0`] : [],
    span: null,
    weight: at === 4 ? 0.3 : 1,
    negated: at === 6 || chance('no', shot, at) < 0.2,
    muted: false,
    source: 'description',
    factId: at === 1 ? 'fact-0' : null,
  };
};

const byId = <T extends { id: string }>(rows: readonly T[]): Record<string, T> =>
  Object.fromEntries(rows.map((row) => [row.id, row]));

export const drawnBoard: fc.Arbitrary<Records> = fc
  .record({ shots: fc.integer({ min: 1, max: 7 }), seed: fc.nat(1000) })
  .map(({ shots, seed }) => {
    const board = aBoard(shots);
    const numbers = Array.from({ length: shots }, (_, n) => n);
    return {
      ...board,
      shot: byId(
        numbers.map(
          (n): Shot => ({
            ...(board.shot[`shot-${n}`] as Shot),
            scene: chance('scene', seed, n) < 0.7 ? 'Harbour' : null,
            description: DESCRIPTIONS[Math.floor(4 * chance('words', seed, n))] as string,
            prompt: PROMPTS[n % 2] as string,
          }),
        ),
      ),
      claim: byId(
        numbers.flatMap((n) =>
          STATEMENTS.flatMap((_, at) => (chance('claim', seed, n, at) < 0.75 ? [claim(n, at)] : [])),
        ),
      ),
    };
  });

/** Does something to the board. */
export type Happening = (board: KnownBoard) => void;

const n = fc.nat(1000);
const rowAt = <T>(rows: Readonly<Record<string, T>>, at: number): T | null => {
  const all = Object.values(rows);
  return all[at % Math.max(1, all.length)] ?? null;
};
const command =
  (of: (records: Records) => Command | null): Happening =>
  (board) => {
    const made = of(board.records);
    if (made) board.run(made);
  };
const onShot = (at: number, of: (shot: Shot, records: Records) => Command): Happening =>
  command((records) => {
    const shot = rowAt(records.shot, at);
    return shot && of(shot, records);
  });

function newTake(board: KnownBoard, at: number, seed: number, isPicked: boolean): void {
  const shot = rowAt(board.records.shot, at);
  if (!shot) return;
  const count = Object.keys(board.records.take).length;
  const take: Take = {
    ...aTake(500 + (seed % 3 === 0 ? at % 7 : 10 * count)),
    id: `made-${count}`,
    shotId: shot.id,
    origin: { kind: 'regenerated', fromTakeId: shot.pickId ?? 'take-0', requestId: 'r' },
    round: 1,
    prompt: PROMPTS[seed % 2] as string,
  };
  const picked: [Shot, Shot] = [shot, { ...shot, pickId: take.id }];
  board.change({
    take: { added: { [take.id]: take }, updated: {}, removed: {} },
    ...(isPicked && { shot: { added: {}, updated: { [shot.id]: picked }, removed: {} } }),
  });
}

function dismiss(board: KnownBoard, at: number): void {
  const { findings } = board.fromScratch();
  const finding = findings[at % Math.max(1, findings.length)];
  if (!finding) return;
  const { shotId, key, dismissed } = finding;
  board.run(
    dismissed
      ? { type: 'restore-finding', shotId, key }
      : { type: 'dismiss-finding', shotId, key, reason: '' },
  );
}

const aFact = (at: number, ends: readonly (string | null)[]): Fact => ({
  id: `fact-${at % 3}`,
  subject: at % 2 === 0 ? 'character' : 'style',
  name: at % 2 === 0 ? 'Mira' : '',
  statement: ['a girl in a red coat', 'a girl in a blue coat', 'an ink drawing'][at % 3] as string,
  aliases: [],
  firstShotId: ends[0] ?? null,
  lastShotId: ends[1] ?? null,
  origin: 'artist',
});

export const happening: fc.Arbitrary<Happening> = fc.oneof(
  fc.tuple(n, n).map(
    ([at, seed]): Happening =>
      (board) => {
        const take = rowAt(board.records.take, at);
        if (take) board.measured(take, someMeasures(seed));
      },
  ),
  fc.tuple(n, n, fc.constantFrom(0, 4, 4, 4)).map(
    ([at, seed, length]): Happening =>
      (board) => {
        const take = rowAt(board.records.take, at);
        const tower = Array.from(
          { length },
          (_, f) => chance('tower', seed % 5, f) + (seed % 9 === 0 ? f : 0),
        );
        if (take) board.judged(take, tower, (key) => pOf(seed, key));
      },
  ),
  fc.tuple(n, n, fc.boolean()).map(
    ([at, seed, isPicked]): Happening =>
      (board) => {
        newTake(board, at, seed, isPicked);
      },
  ),
  fc.tuple(n, n).map(([at, of]) =>
    onShot(at, (shot, { take }) => {
      const takes = Object.values(take).filter(({ shotId }) => shotId === shot.id);
      return { type: 'pick-take', shotId: shot.id, takeId: takes[of % takes.length]?.id ?? 'nowhere' };
    }),
  ),
  fc.tuple(n, n).map(([at, words]) =>
    onShot(at, ({ id }) => ({
      type: 'edit-description',
      shotId: id,
      description: DESCRIPTIONS[words % DESCRIPTIONS.length] as string,
    })),
  ),
  fc.tuple(n, n).map(([at, words]) =>
    onShot(at, ({ id }) => ({
      type: 'edit-prompt',
      shotId: id,
      prompt: PROMPTS[words % PROMPTS.length] as string,
      negativePrompt: words % 3 === 0 ? 'blurry' : '',
    })),
  ),
  fc.tuple(n, n).map(([at, of]) => {
    const [kind, text] = STATEMENTS[of % STATEMENTS.length] as readonly [ClaimKind, string];
    return onShot(at, ({ id }) => ({ type: 'add-claim', shotId: id, kind, text }));
  }),
  fc.tuple(n, fc.boolean(), fc.option(n)).map(([at, muted, of]) =>
    command(({ claim: claims }) => {
      const found = rowAt(claims, at);
      const text = of === null ? undefined : STATEMENTS[of % STATEMENTS.length]?.[1];
      return found && { type: 'edit-claim', claimId: found.id, muted, ...(text && { text }) };
    }),
  ),
  n.map((at) =>
    command(({ claim: claims }) => {
      const found = rowAt(claims, at);
      return found && { type: 'remove-claim', claimId: found.id };
    }),
  ),
  fc
    .tuple(fc.array(n, { minLength: 1, maxLength: 3 }), n, fc.constantFrom('before', 'after'))
    .map(([many, place, side]) =>
      onShot(place, ({ id }, { shot }) => {
        const shotIds = many.flatMap((at) => rowAt(shot, at)?.id ?? []);
        return { type: 'move-shots', shotIds, beside: id, side };
      }),
    ),
  fc
    .tuple(n, fc.boolean())
    .map(([at, isOmitted]) => onShot(at, ({ id }) => ({ type: 'omit-shots', shotIds: [id], isOmitted }))),
  n.map(
    (at): Happening =>
      (board) =>
        dismiss(board, at),
  ),
  fc
    .tuple(n, fc.constantFrom('Not needed', ...TAGS.map(({ reason }) => reason)))
    .map(([at, reason]) => onShot(at, ({ id }) => ({ type: 'reject', shotId: id, reason }))),
  n.map((at) => onShot(at, ({ id }) => ({ type: 'reset-status', shotId: id }))),
  fc.tuple(n, fc.option(n), fc.option(n)).map(([at, ...ends]) =>
    command(({ shot }) => {
      const found = ends.map((end) => (end === null ? null : rowAt(shot, end)));
      const inOrder = found.every(Boolean)
        ? found.sort((a, b) => (a?.position ?? 0) - (b?.position ?? 0))
        : found;
      return {
        type: 'put-fact',
        fact: aFact(
          at,
          inOrder.map((one) => one?.id ?? null),
        ),
      };
    }),
  ),
  n.map((at) =>
    command(({ fact }) => {
      const found = rowAt(fact, at);
      return found && { type: 'remove-fact', factId: found.id };
    }),
  ),
  n.map((at) => onShot(at, ({ id }) => ({ type: 'hold', shotId: id, reason: '' }))),
  n.map(
    (back): Happening =>
      (board) =>
        board.undo(back),
  ),
  fc.tuple(n, fc.boolean(), fc.constantFrom('picture', 'judge')).map(
    ([at, isRunning, of]): Happening =>
      (board) => {
        const take = rowAt(board.records.take, at);
        if (!take) return;
        if (isRunning) board.running.add(take.id);
        else if (!board.running.delete(take.id))
          board.failed.set(take.id, { of, message: 'It failed.', hint: 'Try again.' });
        else board.failed.delete(take.id);
        board.derivation.stateChanged(take);
      },
  ),
  fc.tuple(fc.nat(1000), fc.constantFrom(true, false, null)).map(
    ([at, on]): Happening =>
      (board) => {
        const take = rowAt(board.records.take, at);
        if (take) board.run({ type: 'mark-style', takeId: take.id, on });
      },
  ),
  fc.nat(1000).map(
    (seed): Happening =>
      (board) =>
        addBrand(board, seed),
  ),
  fc.tuple(fc.nat(1000), fc.constantFrom(true, false, null)).map(
    ([at, on]): Happening =>
      (board) => {
        const example = rowAt(board.records.styleExample, at);
        if (example) board.run({ type: 'change-style-example', exampleId: example.id, on });
      },
  ),
  fc.tuple(fc.constantFrom('', 'Lantern'), fc.boolean()).map(
    ([name, flags]): Happening =>
      (board) => {
        board.run({ type: 'set-brand', name, flags });
      },
  ),
  fc.constantFrom('a', 'b').map(
    (version): Happening =>
      (board) => {
        board.judge = aJudge(version);
        board.derivation.judgeChanged();
      },
  ),
  fc.tuple(fc.constantFrom('entity', 'colour', 'time'), fc.constantFrom(0.4, 0.1, 0), fc.boolean()).map(
    ([skill, fail, silenced]): Happening =>
      (board) => {
        const word = { skill, drawn: null, board: null, silenced, fail, ...OWN_WORD } as const;
        board.word = { ...NO_WORD, skills: new Map([[skill, word]]) };
        board.derivation.wordChanged();
      },
  ),
  fc.constantFrom(...sensitivity.options).map(
    (chosen): Happening =>
      (board) => {
        board.sensitivity = chosen;
        board.derivation.sensitivityChanged();
      },
  ),
  fc.subarray([...RULE_IDS]).map(
    (rules): Happening =>
      (board) => {
        board.rules = rules;
        board.derivation.rulesChanged();
      },
  ),
  fc.tuple(n, n).map(
    ([at, seed]): Happening =>
      (board) => {
        const take = rowAt(board.records.take, at);
        if (take) board.detected(take, someDetections(seed));
      },
  ),
  fc.tuple(n, fc.option(n)).map(([at, seed]) =>
    command(({ take: takes }) => {
      const take = rowAt(takes, at);
      const boxes = seed === null ? null : someDetections(seed).map((one) => ({ ...one, also: [] }));
      return take && { type: 'correct-boxes', takeId: take.id, labels: ['girl'], boxes };
    }),
  ),
  fc.constantFrom(['weights', 'negative'] as const, ['seed'] as const).map(
    (can): Happening =>
      (board) => {
        board.capabilities = can;
        board.derivation.capabilitiesChanged();
      },
  ),
  fc.tuple(fc.nat(40), fc.subarray([...LANES])).map(
    ([steps, lanes]): Happening =>
      (board) => {
        board.work(steps, lanes);
      },
  ),
);

/** Nothing was decided against the judge, whose own threshold it is (`aJudge`). */
const OWN_WORD = { ownFail: 0.4, boardFail: 0.4, cases: 0, overruled: 0 };

/** Pictures from elsewhere, near the board's own and far from them: enough to tell frames by. */
function addBrand(board: KnownBoard, seed: number): void {
  const outside = (on: boolean, at: number): OutsidePicture => {
    const { style } = someMeasures(7 * (seed + at) + (on ? 1 : 0));
    const features = {
      measures: MEASURES_VERSION,
      style,
      judge: 'a',
      tower: [1, chance(at, seed), +on, 0.2],
    };
    return { name: `${at}.png`, preview: '', features };
  };
  const added = (on: boolean, at: number) =>
    ({ type: 'add-style-example', on, outside: outside(on, at) }) as const;
  const eight = Array.from({ length: 8 }, (_, at) => at);
  board.run({ type: 'bulk', commands: [true, false].flatMap((on) => eight.map((at) => added(on, at))) });
}

/** What is known of every take, as after an analysis. */
export const analysed =
  (seed: number): Happening =>
  (board) => {
    board.judge = aJudge('a');
    board.derivation.judgeChanged();
    // Of some boards all pictures are near copies.
    const step = seed % 4 === 1 ? HASHES.length : 17;
    for (const [at, take] of Object.values(board.records.take).entries()) {
      board.measured(take, someMeasures(seed + step * at));
      board.judged(take, [1, chance(seed, at), 0.5, 0.2], (key) => pOf(seed + at, key) ?? 0.9);
      if (seed % 3 > 0) board.detected(take, [aGirl(chance('girl', seed, at))]);
    }
  };
