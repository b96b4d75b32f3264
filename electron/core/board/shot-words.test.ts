import { isDeepStrictEqual } from 'node:util';
import { claimsForShot } from '@core/canon/index.js';
import { descriptionReader } from '@core/claims/index.js';
import { type Command, changeOf } from '@shared/commands/index.js';
import { ContinuistError } from '@shared/errors.js';
import {
  applyDiff,
  type Claim,
  isEmptyDiff,
  positionFacts,
  type Records,
  type RecordsDiff,
  reverseDiff,
  type Shot,
  shotsInOrder,
} from '@shared/records/index.js';
import { aBoard, aFact } from '@testing/records.js';
import fc from 'fast-check';
import { expect, it, onTestFinished, vi } from 'vitest';
import { RowsBy } from './rows-by.js';
import { ShotWords } from './shot-words.js';
import { Story } from './story.js';
import { canBeApplied } from './testing/known-board.js';

const DESCRIPTIONS = [
  'Mira waits under a red umbrella.',
  'A fox sits in a forest at night.',
  'Mira and a fox walk by the sea.',
  'A boy in a green coat holds a lantern.',
];
const STATEMENTS = ['a girl in a red coat', 'a girl in a blue coat', 'a girl with braids'];

/** Keeps the claims of records in memory as the board keeps those of a review. */
class Worded {
  records: Records;
  readonly readOnly: string | null;
  readonly canUndo: string | null;
  readonly words: ShotWords;
  /** Changes that the words made by themselves. */
  readonly derived: RecordsDiff[] = [];
  readonly #story: Story;
  readonly #claims: RowsBy<Claim>;
  readonly #done: RecordsDiff[] = [];
  #commands = 0;

  constructor(
    records: Records,
    areDerived: boolean,
    { readOnly = null, canUndo = null }: Partial<Pick<Worded, 'readOnly' | 'canUndo'>> = {},
  ) {
    this.records = records;
    this.canUndo = canUndo;
    this.readOnly = readOnly;
    this.#story = new Story(records.shot);
    this.#claims = new RowsBy(records.claim, ({ shotId }) => shotId);
    this.words = new ShotWords(this, this.#story, this.#claims, areDerived);
  }

  system(_: string, change: RecordsDiff | ((records: Records) => Records)): null {
    const diff = change as RecordsDiff;
    if (isEmptyDiff(diff)) return null;
    this.derived.push(diff);
    this.#change(diff);
    return null;
  }

  run(command: Command): void {
    const inputs = { id: `c${this.#commands++}`, at: 0, who: '', generator: 'none', rounds: 3 } as const;
    try {
      const diff = changeOf(this.records, command, inputs);
      this.#done.push(diff);
      this.#change(diff);
    } catch (thrown) {
      if (!(thrown instanceof ContinuistError)) throw thrown;
    }
  }

  undo(): void {
    const diff = this.#done.pop();
    if (diff && canBeApplied(this.records, reverseDiff(diff))) this.#change(reverseDiff(diff));
  }

  work(steps: number): void {
    for (let n = 0; n < steps && this.words.step(); n++);
  }

  #change(diff: RecordsDiff): void {
    this.records = applyDiff(this.records, diff);
    if (diff.claim) this.#claims.follow(diff.claim);
    if (diff.shot) this.#story.follow(this.records.shot, diff.shot);
    this.words.follow(diff);
  }

  /** What deriving the claims of every shot once more would change. */
  outOfDate(): unknown[] {
    const shots = shotsInOrder(this.records);
    const facts = positionFacts(Object.values(this.records.fact), shots);
    const byId = (claims: readonly Claim[]) => Object.fromEntries(claims.map((claim) => [claim.id, claim]));
    return shots.flatMap((shot) => {
      const own = Object.values(this.records.claim).filter(({ shotId }) => shotId === shot.id);
      const anew = byId(claimsForShot(shot, facts, own));
      return JSON.stringify(sorted(anew)) === JSON.stringify(sorted(byId(own))) ? [] : [[anew, byId(own)]];
    });
  }
}

const sorted = (rows: Record<string, Claim>) =>
  Object.keys(rows)
    .sort()
    .map((id) => rows[id]);
const unworded = (): Records => ({ ...aBoard(4), claim: {} });
const nth = <T>(rows: Readonly<Record<string, T>>, at: number): T | undefined =>
  Object.values(rows)[at % Math.max(1, Object.keys(rows).length)];

const n = fc.nat(60);
const happening: fc.Arbitrary<(worded: Worded) => void> = fc.oneof(
  fc.tuple(n, n).map(([at, words]) => (worded: Worded) => {
    const shotId = nth(worded.records.shot, at)?.id ?? '';
    worded.run({ type: 'edit-description', shotId, description: DESCRIPTIONS[words % 4] as string });
  }),
  fc.tuple(n, n).map(([at, position]) => (worded: Worded) => {
    const [moving, there] = [at, position].map((place) => nth(worded.records.shot, place)?.id ?? '');
    worded.run({ type: 'move-shots', shotIds: [moving ?? ''], beside: there ?? '', side: 'after' });
  }),
  fc.tuple(n, fc.option(n), n).map(([at, from, words]) => (worded: Worded) => {
    const firstShotId = from === null ? null : (nth(worded.records.shot, from)?.id ?? null);
    const statement = STATEMENTS[words % 3] as string;
    worded.run({ type: 'put-fact', fact: { ...aFact(`fact-${at % 2}`), statement, firstShotId } });
  }),
  n.map((at) => (worded: Worded) => {
    worded.run({ type: 'remove-fact', factId: nth(worded.records.fact, at)?.id ?? '' });
  }),
  fc.tuple(n, fc.boolean(), fc.boolean()).map(([at, muted, isReworded]) => (worded: Worded) => {
    const claimId = nth(worded.records.claim, at)?.id ?? '';
    worded.run({ type: 'edit-claim', claimId, muted, ...(isReworded && { text: `kites? ${at}!` }) });
  }),
  fc.constant((worded: Worded) => worded.undo()),
  n.map((steps) => (worded: Worded) => worded.work(steps % 6)),
);

it('brings claims up to what is said, whatever changed and whenever it is worked at', () => {
  fc.assert(
    fc.property(fc.array(happening, { maxLength: 20 }), fc.boolean(), (happenings, isFresh) => {
      const worded = new Worded(unworded(), false);
      if (!isFresh) worded.work(Number.POSITIVE_INFINITY);
      for (const happen of happenings) happen(worded);
      worded.work(Number.POSITIVE_INFINITY);
      expect(worded.words.isDone).toBe(true);
      expect(worded.outOfDate()).toEqual([]);
    }),
    { numRuns: 200 },
  );
});

it('reads only what changed, and nothing where what is said stays', () => {
  const worded = new Worded(unworded(), false);
  worded.work(Number.POSITIVE_INFINITY);
  worded.derived.length = 0;
  worded.run({ type: 'hold', shotId: 'shot-0', reason: '' });
  worded.run({ type: 'edit-prompt', shotId: 'shot-0', prompt: 'a fox', negativePrompt: '' });
  worded.run({ type: 'pick-take', shotId: 'shot-0', takeId: 'take-0' });
  worded.undo();
  expect(worded.words.isDone).toBe(true);
  worded.run({ type: 'edit-description', shotId: 'shot-1', description: DESCRIPTIONS[1] as string });
  expect(worded.words.isDone).toBe(false);
  worded.work(Number.POSITIVE_INFINITY);
  const changed = worded.derived.flatMap(({ claim }) => [
    ...Object.values(claim?.added ?? {}),
    ...Object.values(claim?.removed ?? {}),
    ...Object.values(claim?.updated ?? {}).map(([, to]) => to),
  ]);
  expect(changed.length).toBeGreaterThan(0);
  expect(new Set(changed.map(({ shotId }) => shotId))).toEqual(new Set(['shot-1']));
});

it('leaves the claims of a review that holds them as they are, and those of one that others write', () => {
  const records = aBoard(3);
  expect(new Worded(records, true).words.isDone).toBe(true);
  expect(new Worded(records, false, { readOnly: 'Ada has it open' }).words.isDone).toBe(true);
  expect(new Worded(records, false).words.isDone).toBe(false);
});

it('goes on where a program ended that had not read every description, but brings no removed claims back', () => {
  const whole = new Worded(unworded(), false);
  whole.work(Number.POSITIVE_INFINITY);
  const { claim: claims } = whole.records;
  const claim = Object.fromEntries(Object.entries(claims).filter(([, { shotId }]) => shotId !== 'shot-1'));
  const cutOff = new Worded({ ...whole.records, claim }, true);
  cutOff.work(Number.POSITIVE_INFINITY);
  expect(cutOff.records.claim).toEqual(claims);
  const removed = new Worded({ ...whole.records, claim }, true, { canUndo: 'Remove claim' });
  expect(removed.words.isDone).toBe(true);
});

it('keeps the claims of many shots at once, and of few as soon as they are read', () => {
  const worded = new Worded({ ...aBoard(70), claim: {} }, false);
  worded.work(63);
  expect(worded.derived).toHaveLength(0);
  worded.work(1);
  expect(worded.derived).toHaveLength(1);
  worded.work(Number.POSITIVE_INFINITY);
  expect(worded.derived).toHaveLength(2);
});

it('follows the canon where shots change places around one that stays, and leaves one that goes alone', () => {
  const records = unworded();
  const told = { ...aFact('coat'), firstShotId: 'shot-0' };
  const worded = new Worded({ ...records, fact: { coat: told } }, false);
  worded.work(Number.POSITIVE_INFINITY);
  const ofMiddle = () => Object.values(worded.records.claim).filter(({ shotId }) => shotId === 'shot-1');
  expect(ofMiddle().some(({ factId }) => factId === 'coat')).toBe(true);
  const at = (id: string, position: number): [Shot, Shot] => {
    const shot = worded.records.shot[id] as Shot;
    return [shot, { ...shot, position }];
  };
  // As a source does that is taken in.
  const updated = { 'shot-0': at('shot-0', 2), 'shot-2': at('shot-2', 0) };
  worded.system('', { shot: { added: {}, updated, removed: {} } });
  worded.work(Number.POSITIVE_INFINITY);
  expect([worded.outOfDate(), ofMiddle().some(({ factId }) => factId === 'coat')]).toEqual([[], false]);
  const cut = new Worded(records, false);
  cut.work(1);
  const removed = {
    'shot-3': cut.records.shot['shot-3'] as Shot,
    'shot-0': cut.records.shot['shot-0'] as Shot,
  };
  cut.system('', { shot: { added: {}, updated: {}, removed } });
  cut.work(Number.POSITIVE_INFINITY);
  expect(cut.outOfDate()).toEqual([]);
  const spokenOf = new Set(Object.values(cut.records.claim).map(({ shotId }) => shotId));
  expect(spokenOf).toEqual(new Set(['shot-1', 'shot-2']));
});

it('changes no claim of a shot that is said again as it was', () => {
  const worded = new Worded(unworded(), false);
  worded.work(Number.POSITIVE_INFINITY);
  const { description = '' } = worded.records.shot['shot-0'] ?? {};
  worded.run({ type: 'edit-description', shotId: 'shot-0', description: `${description}, at night` });
  worded.work(Number.POSITIVE_INFINITY);
  const { added = {}, updated = {} } = worded.derived.at(-1)?.claim ?? {};
  expect(Object.keys(added).length).toBeGreaterThan(0);
  expect(Object.values(updated).filter(([from, to]) => isDeepStrictEqual(from, to))).toEqual([]);
});

it('is not done while what it read could not be kept, and keeps it once that can be', () => {
  const worded = new Worded(unworded(), false);
  const keep = worded.system.bind(worded);
  worded.system = () => {
    throw new Error('The disk is full.');
  };
  expect(() => worded.work(Number.POSITIVE_INFINITY)).toThrow('full');
  expect([worded.words.isDone, worded.derived.length]).toEqual([false, 0]);
  worded.system = keep;
  worded.work(Number.POSITIVE_INFINITY);
  expect([worded.words.isDone, worded.outOfDate()]).toEqual([true, []]);
});

it('has the words of many shots read by the time that it comes to them, but waits for no few', () => {
  const asked = vi.spyOn(descriptionReader, 'prepare').mockResolvedValue();
  onTestFinished(() => asked.mockRestore());
  /** Shots whose words are asked for when a fact becomes known. */
  const readAhead = (count: number) => {
    const worded = new Worded({ ...aBoard(count), claim: {} }, false);
    asked.mockClear();
    worded.run({ type: 'put-fact', fact: aFact('coat') });
    return asked.mock.calls.map(([all]) => [...all].length);
  };
  expect([readAhead(64), readAhead(65)]).toEqual([[], [65]]);
});

it('reads a shot of a review that an earlier reader read anew when its words change: what is said again keeps its name, weight and mark', () => {
  const worded = new Worded(unworded(), false);
  worded.work(Number.POSITIVE_INFINITY);
  const own = () => Object.values(worded.records.claim).filter(({ shotId }) => shotId === 'shot-0');
  const waits = own().find(({ text }) => text === 'a girl waiting under an umbrella');
  // As an earlier reader read it.
  const earlier = { ...own()[0], id: 'earlier', text: 'waits under a red', span: null } as Claim;
  const claim = { ...worded.records.claim, earlier };
  const later = new Worded({ ...worded.records, claim }, true, { canUndo: 'Rate shot 1' });
  expect(later.words.isDone).toBe(true);
  later.run({ type: 'edit-claim', claimId: waits?.id ?? '', muted: true, weight: 3 });
  later.run({
    type: 'edit-description',
    shotId: 'shot-0',
    description: 'Mira waits under a green umbrella.',
  });
  later.work(Number.POSITIVE_INFINITY);
  expect(later.records.claim[waits?.id ?? '']).toMatchObject({ muted: true, weight: 3 });
  expect(later.records.claim.earlier).toBeUndefined();
});
