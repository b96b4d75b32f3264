import { anApproval } from '@testing/approval.js';
import { markOf, orderIn, set } from '@testing/out-of-date.js';
import { aBoard, aPortrait } from '@testing/records.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Command, changeOf } from '../commands/index.js';
import {
  applyDiff,
  type Basis,
  type Records,
  type RecordsDiff,
  type Request,
  reverseDiff,
  type Take,
} from '../records/index.js';
import { isOutdated, shotParts } from './index.js';
import { givenReferences, referencesOf } from './references.js';

const region = { x: 0.25, y: 0, width: 0.5, height: 1 };
const whole = (takeId: string) => ({ takeId, region: null });
const mira = { takeId: 'take-2', region };

let sent = 0;
const diffOf = (records: Records, command: Command): RecordsDiff =>
  changeOf(records, command, {
    id: `c${++sent}`,
    at: 2_000 + sent,
    who: 'Ada',
    generator: 'comfyui',
    rounds: 9,
  });
const apply = (records: Records, ...commands: Command[]): Records =>
  commands.reduce((now, command) => applyDiff(now, diffOf(now, command)), records);
const keep = (takeId: string): Command => ({ type: 'keep-reference', takeId, region, name: 'Mira' });
const drop = (records: Records, takeId = 'take-2'): Command => ({
  type: 'drop-reference',
  referenceId: Object.values(records.reference).find((one) => one.takeId === takeId)?.id ?? '',
});
const approve = (references: NonNullable<Request['references']>): Command => anApproval({ references });

/** As the source replaces the picture of a shot: a new take of the same path, which is picked. */
function replaced(records: Records, n: number, sha256 = 'f'.repeat(64)): Records {
  const take = records.take[`take-${n}`] as Take;
  const other: Take = { ...take, id: `take-${n}.2`, sha256, createdAt: take.createdAt + 1 };
  return set(set(records, 'take', other.id, other), 'shot', `shot-${n}`, { pickId: other.id });
}

/** A second picture of a shot, which was made of it. */
const made = (n: number): Take => ({
  ...(aBoard(n + 1).take[`take-${n}`] as Take),
  id: `made-${n}`,
  sha256: `e${n}`.padEnd(64, '0'),
  path: `takes/made-${n}.png`,
  origin: { kind: 'regenerated', fromTakeId: `take-${n}`, requestId: 'gone' },
  round: 1,
});

const board = apply(
  set(set(aBoard(4), 'take', 'made-1', made(1)), 'take', 'made-2', made(2)),
  keep('take-2'),
);
const ordered = apply(board, approve([mira, whole('take-1')]));
const again = (records: Records) => apply(records, { type: 'approve-again', requestId: orderIn(records).id });

describe('an order that was given pictures to look like', () => {
  it('counts while they are what they were', () => {
    expect(orderIn(ordered).basis?.references).toMatchObject([
      { ...mira, names: ['Mira'], isFrame: false },
      { ...whole('take-1'), names: [], isFrame: true },
    ]);
    expect(markOf(ordered)).toBeNull();
    // A part of a picture that counts is not the frame.
    expect(orderIn(apply(board, approve([{ takeId: 'take-1', region }]))).basis?.references).toMatchObject([
      { names: [], isFrame: false },
    ]);
    // Other pictures that are kept or picked are not its own.
    expect(markOf(apply(ordered, keep('take-3')))).toBeNull();
    expect(markOf(apply(ordered, { ...keep('take-2'), name: 'The girl' } as Command))).toBeNull();
    expect(markOf(apply(ordered, { type: 'pick-take', shotId: 'shot-2', takeId: 'made-2' }))).toBeNull();
    expect(markOf(replaced(ordered, 3))).toBeNull();
    const given = (records: Records) =>
      referencesOf({ references: shotParts(records, 'shot-0')?.references ?? [] }, orderIn(records));
    expect(given(ordered)).toBe(orderIn(ordered).references);
    expect(given(apply(board, anApproval({})))).toEqual([]);
  });

  it.each<[string, (records: Records) => Records, string]>([
    ['the frame was replaced in the source', (now) => replaced(now, 1), 'shot 2'],
    [
      'another take was picked there',
      (now) => apply(now, { type: 'pick-take', shotId: 'shot-1', takeId: 'made-1' }),
      'shot 2',
    ],
    ['the kept picture was replaced in the source', (now) => replaced(now, 2), 'Mira'],
    ['the canon keeps it no longer', (now) => apply(now, drop(now)), 'Mira'],
    ['another is kept in its place', (now) => apply(apply(now, drop(now)), keep('take-3')), 'Mira'],
  ])('counts no more where %s, and again where that is undone', (_why, change, name) => {
    const changed = change(ordered);
    expect(markOf(changed)).toBe(
      `The reference picture of ${name} changed after you approved this. Look again.`,
    );
    expect(isOutdated(changed)(orderIn(changed))).toBe(true);
    expect(markOf(changed, 'shot-1')).toBeNull();
    const now = again(changed);
    expect(markOf(now)).toBeNull();
    expect(orderIn(now).state).toBe('queued');
    const { shot, take, reference } = ordered;
    expect(markOf({ ...changed, shot, take, reference })).toBeNull();
  });

  it('takes for a frame only what is picked, and knows no picture of a take that is not there', () => {
    expect(givenReferences(board, ['take-1', 'made-1', 'gone'].map(whole))).toMatchObject([
      { isFrame: true },
      { isFrame: false },
      { isFrame: false, picture: null, names: [] },
    ]);
    // As long as nothing is known of them now, they are given as they were.
    expect(referencesOf({ references: [] }, orderIn(ordered))).toBe(orderIn(ordered).references);
  });

  it('is approved again with what stands where they stood', () => {
    const givenTo = (records: Records) => orderIn(again(records)).references;
    expect(givenTo(replaced(ordered, 1))).toEqual([mira, whole('take-1.2')]);
    expect(givenTo(replaced(ordered, 2))).toEqual([{ takeId: 'take-2.2', region }, whole('take-1')]);
    expect(givenTo(apply(ordered, { type: 'pick-take', shotId: 'shot-1', takeId: 'made-1' }))).toEqual([
      mira,
      whole('made-1'),
    ]);
    const without = apply(ordered, drop(ordered));
    expect(givenTo(without)).toEqual([mira, whole('take-1')]);
    expect(givenTo(apply(without, keep('take-3')))).toEqual([{ takeId: 'take-3', region }, whole('take-1')]);
    // Which of two is meant cannot be known.
    expect(givenTo(apply(without, keep('take-3'), keep('take-1')))).toEqual([mira, whole('take-1')]);
  });

  it('is approved again without a picture that is gone', () => {
    const { 'take-1': _, ...take } = ordered.take;
    const gone = { ...ordered, take };
    expect(markOf(gone)).toContain('The reference picture of shot ?');
    expect(orderIn(again(gone)).references).toEqual([mira]);
    const alone = apply(board, approve([whole('take-1')]));
    expect('references' in orderIn(again({ ...alone, take }))).toBe(false);
  });

  it('names first what comes first in the chain', () => {
    const all = apply(replaced(replaced(ordered, 1), 0, 'd'.repeat(64)), {
      type: 'edit-description',
      shotId: 'shot-0',
      description: 'Mira sleeps',
    });
    expect(markOf(all)).toContain('The description changed');
    expect(markOf(replaced(replaced(ordered, 1), 0, 'd'.repeat(64)))).toContain('The picture was replaced');
  });

  it('counts whatever became of them where an earlier version approved it', () => {
    const without = ({ references: _, ...basis }: Basis): Basis => basis;
    const strip = <T extends { readonly basis?: Basis }>(rows: Readonly<Record<string, T>>) =>
      Object.fromEntries(
        Object.entries(rows).map(([id, row]) => [
          id,
          row.basis ? { ...row, basis: without(row.basis) } : row,
        ]),
      );
    const old = { ...ordered, request: strip(ordered.request), decision: strip(ordered.decision) } as Records;
    expect(markOf(replaced(old, 1))).toBeNull();
    expect(markOf(apply(old, drop(old)))).toBeNull();
    const described = apply(old, { type: 'edit-description', shotId: 'shot-0', description: 'Mira sleeps' });
    expect(orderIn(again(described)).references).toEqual([mira, whole('take-1')]);
    expect(markOf(replaced(again(described), 1))).not.toBeNull();
  });

  it('leaves the picture that came of it out of date where they changed', () => {
    const order = orderIn(ordered);
    const take: Take = {
      ...made(0),
      origin: { kind: 'regenerated', fromTakeId: 'take-0', requestId: order.id },
    };
    const done = set(
      set(set(ordered, 'take', take.id, take), 'shot', 'shot-0', { pickId: take.id, status: 'pending' }),
      'request',
      order.id,
      { state: 'done', resultTakeId: take.id },
    );
    expect(markOf(done)).toBeNull();
    const changed = replaced(done, 1);
    expect(markOf(changed)).toBe(
      'The reference picture of shot 2 changed after this picture was ordered. Look again.',
    );
    expect(markOf(apply(changed, { type: 'bring-up-to-date', shotId: 'shot-0' }))).toBeNull();
  });
});

/** What the order looks like, in full: the picture of each, and whether the canon keeps it for Mira. */
function bound({ shot, take, reference }: Records): string {
  const isKept = Object.values(reference).some(({ takeId, name }) => takeId === 'take-2' && name === 'Mira');
  const at = (path: string) => Object.values(take).findLast((one) => one.path === path)?.sha256;
  return JSON.stringify([isKept, at('frames/2.png'), take[shot['shot-1']?.pickId ?? '']?.sha256]);
}

describe('an order that was given a picture of the cast', () => {
  const mira = aPortrait('Mira');
  const whole = { portraitId: mira.id, region: null };
  const given = apply(set(board, 'portrait', mira.id, mira), approve([whole]));
  const other = { sha256: 'd'.repeat(64) };

  it('counts while that is what it was, whatever else is kept or picked', () => {
    expect(orderIn(given)).toMatchObject({
      references: [whole],
      basis: { references: [{ ...whole, picture: mira.sha256, names: ['Mira'], isFrame: false }] },
    });
    expect(markOf(given)).toBeNull();
    expect(markOf(apply(given, drop(given)))).toBeNull();
    expect(
      markOf(set(given, 'portrait', 'other', { ...aPortrait('Mira'), id: 'other', ...other })),
    ).toBeNull();
    expect(() => apply(board, approve([whole]))).toThrow(expect.objectContaining({ code: 'NOT_FOUND' }));
  });

  it('counts no more once another picture lies there, and is approved for that one again', () => {
    const changed = set(given, 'portrait', mira.id, other);
    expect(markOf(changed)).toBe(
      'The reference picture of Mira changed after you approved this. Look again.',
    );
    expect(isOutdated(changed)(orderIn(changed))).toBe(true);
    const now = again(changed);
    expect(markOf(now)).toBeNull();
    expect(orderIn(now).references).toEqual([whole]);
    expect(orderIn(now).basis?.references).toMatchObject([{ picture: other.sha256 }]);
  });

  it('counts no more once there is none, and is approved again without it', () => {
    const changed = { ...given, portrait: {} };
    expect(markOf(changed)).toContain('The reference picture of Mira changed');
    const now = again(changed);
    expect(markOf(now)).toBeNull();
    expect(orderIn(now).references).toBeUndefined();
  });
});

it('marks an order if and only if what it looks like differs, whatever is kept, picked, replaced and undone', () => {
  const steps = fc.constantFrom('keep', 'drop', 'pick', 'back', 'replace', 'restore', 'undo');
  let [marked, cleared] = [0, 0];
  fc.assert(
    fc.property(fc.array(steps, { maxLength: 14 }), (all) => {
      let now = ordered;
      const done: RecordsDiff[] = [];
      let was = false;
      const run = (command: Command) => {
        const diff = diffOf(now, command);
        done.push(diff);
        now = applyDiff(now, diff);
      };
      for (const step of all) {
        const isKept = Object.values(now.reference).some(({ takeId }) => takeId === 'take-2');
        if (step === 'keep' && !isKept) run(keep('take-2'));
        if (step === 'drop' && isKept) run(drop(now));
        if (step === 'pick') run({ type: 'pick-take', shotId: 'shot-1', takeId: 'made-1' });
        if (step === 'back') run({ type: 'pick-take', shotId: 'shot-1', takeId: 'take-1' });
        if (step === 'replace') now = replaced(now, 2);
        if (step === 'restore') {
          const { 'take-2.2': _, ...take } = now.take;
          now = { ...now, take };
        }
        const last = step === 'undo' && done.pop();
        if (last) now = applyDiff(now, reverseDiff(last));
        const is = markOf(now) !== null;
        expect(is).toBe(bound(now) !== bound(ordered));
        expect(isOutdated(now)(orderIn(now))).toBe(is);
        if (is) marked++;
        else if (was) cleared++;
        was = is;
      }
    }),
    { numRuns: 300 },
  );
  expect(marked).toBeGreaterThan(100);
  expect(cleared).toBeGreaterThan(20);
});
