import { drawCommand } from '@testing/commands.js';
import { aBoard } from '@testing/records.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changeOf, inputsOf } from '../commands/index.js';
import { DEFAULT_SETTINGS } from '../settings.js';
import { applyDiff, diffBetween, type RecordsDiff, reverseDiff } from './diff.js';
import { applyPatch, patchOf, recordsPatch } from './patch.js';
import { shotsInOrder } from './queries.js';
import { EMPTY_RECORDS, type Records } from './tables.js';

/** Where a shot comes to stand at `position`; past the end, behind the last. */
const placeAt = (records: Records, shotId: string, position: number) => {
  const shots = shotsInOrder(records).filter(({ id }) => id !== shotId);
  const there = shots[position];
  return there
    ? { beside: there.id, side: 'before' as const }
    : { beside: shots.at(-1)?.id ?? '', side: 'after' as const };
};

const moved = (records: Records, shotId: string, position: number): RecordsDiff =>
  changeOf(
    records,
    { type: 'move-shots', shotIds: [shotId], ...placeAt(records, shotId, position) },
    inputsOf({ id: 'move', at: 0 }, DEFAULT_SETTINGS),
  );

const withShot = (records: Records, id: string, change: object): Records =>
  ({
    ...records,
    shot: { ...records.shot, [id]: { ...records.shot[id], ...change } },
  }) as Records;

describe('a patch', () => {
  it('makes the same of the records as the change that it is of, and back again', () => {
    fc.assert(
      fc.property(fc.array(drawCommand, { minLength: 1, maxLength: 12 }), (draws) => {
        let records = aBoard(5);
        draws.forEach((draw, n) => {
          const before = records;
          let diff: RecordsDiff;
          try {
            diff = changeOf(records, draw(records), inputsOf({ id: `c${n}`, at: n }, DEFAULT_SETTINGS));
          } catch {
            return;
          }
          records = applyDiff(before, diff);
          const patch = recordsPatch.parse(JSON.parse(JSON.stringify(patchOf(diff))));
          expect(applyPatch(before, patch)).toEqual(records);
          expect(applyPatch(records, patchOf(reverseDiff(diff)))).toEqual(before);
        });
      }),
      { numRuns: 300 },
    );
  });

  it('brings any two boards to each other', () => {
    const all = aBoard(6);
    const part = fc.subarray(Object.keys(all.shot)).map((ids) => {
      const shot = Object.fromEntries(ids.map((id, position) => [id, { ...all.shot[id], position }]));
      return { ...all, shot, fact: ids.length % 2 ? all.fact : {} } as Records;
    });
    fc.assert(
      fc.property(part, part, (before, after) => {
        expect(applyPatch(before, patchOf(diffBetween(before, after)))).toEqual(after);
      }),
      { numRuns: 200 },
    );
  });

  it('names the fields that changed and no others', () => {
    const before = aBoard(3);
    const after = withShot(before, 'shot-1', { stars: 4, note: 'Fog.' });
    expect(patchOf(diffBetween(before, after))).toEqual({
      moves: [],
      shot: { set: {}, changed: { 'shot-1': { stars: 4, note: 'Fog.' } }, removed: [] },
    });
    expect(patchOf(diffBetween(before, before))).toEqual({ moves: [] });
  });

  it('is as small for a thousand shots that move up as for one', () => {
    const before = aBoard(1000);
    const diff = moved(before, 'shot-0', 999);
    expect(Object.keys(diff.shot?.updated ?? {})).toHaveLength(1000);
    const patch = patchOf(diff);
    expect(patch).toEqual({
      moves: [
        [0, 0, 999],
        [1, 999, -1],
      ],
    });
    expect(applyPatch(before, patch)).toEqual(applyDiff(before, diff));
    expect(JSON.stringify(patch).length).toBeLessThan(100);
  });

  it('moves a shot and changes it at once', () => {
    const before = aBoard(4);
    const after = withShot(applyDiff(before, moved(before, 'shot-3', 0)), 'shot-1', { note: 'Fog.' });
    const patch = patchOf(diffBetween(before, after));
    expect(patch.moves).toEqual([
      [0, 0, 1],
      [2, 2, 1],
      [3, 3, -3],
    ]);
    expect(patch.shot?.changed).toEqual({ 'shot-1': { note: 'Fog.', position: 2 } });
    expect(applyPatch(before, patch)).toEqual(after);
  });

  it('sends a record whole that lost a field', () => {
    const after = aBoard(2);
    const before = withShot(after, 'shot-0', { mood: 'calm' });
    const patch = patchOf(diffBetween(before, after));
    expect(patch.shot?.set).toEqual({ 'shot-0': after.shot['shot-0'] });
    expect(applyPatch(before, patch)).toEqual(after);
  });

  it('leaves alone what it does not name, and passes over what is not there', () => {
    const before = aBoard(3);
    const patch = patchOf(diffBetween(before, withShot(before, 'shot-1', { stars: 4 })));
    const after = applyPatch(before, patch);
    expect(after.shot['shot-0']).toBe(before.shot['shot-0']);
    expect(after.take).toBe(before.take);
    expect(applyPatch(EMPTY_RECORDS, patch)).toEqual(EMPTY_RECORDS);
  });
});
