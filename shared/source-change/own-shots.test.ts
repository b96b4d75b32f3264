import { aBoard } from '@testing/records.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Command, changeOf, type Inputs } from '../commands/index.js';
import {
  applyDiff,
  EMPTY_RECORDS,
  type Records,
  type Shot,
  shotsInOrder,
  type Take,
} from '../records/index.js';
import { changesTold, type SourceBase, takeIn } from './index.js';

const INPUTS: Inputs = { id: 'c', at: 0, who: 'Ada', generator: 'none', rounds: 3 };

/** A row of the source: what it says, and its picture by a letter; '' = it has none. */
interface Row {
  readonly number: string;
  readonly words: string;
  readonly picture: string;
}
const rowOf = (name: string): Row => ({ number: name, words: `view of ${name}`, picture: name });

/** The rows as they are read: ids say where they stand. */
function read(rows: readonly Row[]): Records {
  const board = aBoard(1);
  const takes = rows.flatMap(({ picture }, at): Take[] =>
    picture === ''
      ? []
      : [
          {
            ...(board.take['take-0'] as Take),
            id: `row-${at}.take`,
            shotId: `row-${at}`,
            sha256: picture.padEnd(64, '0'),
            path: `${picture}.png`,
          },
        ],
  );
  const shots = rows.map(
    ({ number, words }, at): Shot => ({
      ...(board.shot['shot-0'] as Shot),
      id: `row-${at}`,
      position: at,
      number,
      description: words,
      prompt: words,
      pickId: takes.find(({ shotId }) => shotId === `row-${at}`)?.id ?? null,
    }),
  );
  return {
    ...EMPTY_RECORDS,
    storyboard: board.storyboard,
    shot: Object.fromEntries(shots.map((one) => [one.id, one])),
    take: Object.fromEntries(takes.map((one) => [one.id, one])),
  };
}
const ran = (records: Records, command: Command): Records =>
  applyDiff(records, changeOf(records, command, INPUTS));
const words = (records: Records) => shotsInOrder(records).map(({ description }) => description);
const ownOf = (records: Records) => shotsInOrder(records).filter(({ added }) => added);
const add = (records: Records, beside: string, shotId: string, description: string): Records =>
  ran(records, { type: 'add-shot', shotId, beside, side: 'after', description });

describe('shots that the artist put in', () => {
  const rows = ['1', '2', '3'].map(rowOf);
  const begun = read(rows);
  const mine = add(begun, 'row-0', 'own', 'a mule');

  it('stay where they stand while the source says what it said, and nothing is said of them', () => {
    expect(takeIn(mine, begun, begun)).toMatchObject({ changes: [], records: mine });
  });

  it('stay behind the shot that they follow, wherever the source has that now, and without it behind the one before', () => {
    const moved = takeIn(mine, read([rows[2], rows[0], rows[1]] as Row[]), begun);
    expect(words(moved.records)).toEqual(['view of 3', 'view of 1', 'a mule', 'view of 2']);
    const gone = takeIn(mine, read([rows[1], rows[2]] as Row[]), begun);
    expect(words(gone.records)).toEqual(['a mule', 'view of 2', 'view of 3']);
    expect(changesTold(gone.changes)).toBe('1 shot gone');
  });

  it('become the source’s once it says the same, as they are, and are said so once', () => {
    const number = mine.shot.own?.number ?? '';
    const now = read([...rows.slice(0, 1), { number, words: 'a mule', picture: '' }, ...rows.slice(1)]);
    const taken = takeIn(mine, now, begun);
    expect(taken.changes).toEqual([{ kind: 'known', number, from: '', to: '' }]);
    const { added: _, ...own } = mine.shot.own as Shot;
    expect(taken.records.shot.own).toEqual(own);
    expect(takeIn(taken.records, now, taken.base)).toMatchObject({ changes: [], records: taken.records });
    // From then on it goes as the source's shots go.
    expect(takeIn(taken.records, begun, taken.base).changes).toMatchObject([{ kind: 'gone' }]);
  });

  it('are no shot of the source that has their number alone', () => {
    const other = { number: mine.shot.own?.number ?? '', words: 'a harbour', picture: '' };
    const { records, changes } = takeIn(mine, read([...rows, other]), begun);
    expect(changesTold(changes)).toBe('1 new shot');
    expect(words(records)).toEqual(['view of 1', 'a mule', 'view of 2', 'view of 3', 'a harbour']);
  });

  it('keep the picture of the shot that they are a copy of, also where that is gone', () => {
    const copied = ran(begun, { type: 'double-shots', shotIds: ['row-1'], copyIds: ['copy'] });
    const { records } = takeIn(copied, read([rows[0], rows[2]] as Row[]), begun);
    expect(words(records)).toEqual(['view of 1', 'view of 2', 'view of 3']);
    expect(records.take['copy.take']).toEqual(copied.take['copy.take']);
    expect(records.shot.copy?.pickId).toBe('copy.take');
  });
});

type Step = {
  readonly does: 'add' | 'double' | 'move' | 'gone' | 'came' | 'turned' | 'exported';
  readonly at: number;
  readonly to: number;
};
const step: fc.Arbitrary<Step> = fc.record({
  does: fc.constantFrom('add', 'double', 'move', 'gone', 'came', 'turned', 'exported'),
  at: fc.nat(20),
  to: fc.nat(20),
});

it('are never lost and never doubled, whatever the artist puts in and moves, and the source adds, removes and moves', () => {
  fc.assert(
    fc.property(fc.array(step, { minLength: 1, maxLength: 14 }), (steps) => {
      let rows: Row[] = ['1', '2', '3', '4'].map(rowOf);
      let records = read(rows);
      let base: SourceBase = records;
      let count = 0;
      /** What each of the artist's shots says, by its id. */
      const own = new Map<string, string>();
      for (const { does, at, to } of steps) {
        const shots = shotsInOrder(records);
        const here = shots[at % shots.length] as Shot;
        const there = shots[to % shots.length] as Shot;
        count++;
        if (does === 'add') {
          own.set(`own-${count}`, `mine ${count}`);
          records = add(records, here.id, `own-${count}`, `mine ${count}`);
        } else if (does === 'double') {
          own.set(`copy-${count}`, here.description);
          records = ran(records, { type: 'double-shots', shotIds: [here.id], copyIds: [`copy-${count}`] });
        } else if (does === 'move')
          records = ran(records, { type: 'move-shots', shotIds: [here.id], beside: there.id, side: 'after' });
        else {
          const [i, j] = [at % rows.length, to % rows.length];
          if (does === 'gone' && rows.length > 1) rows = rows.toSpliced(i, 1);
          if (does === 'came') rows = rows.toSpliced(i, 0, rowOf(`n${count}`));
          if (does === 'turned') rows = rows.toSpliced(i, 1).toSpliced(j, 0, rows[i] as Row);
          // The board itself, written over its source.
          if (does === 'exported')
            rows = shots.map(({ number, description, pickId }) => ({
              number,
              words: description,
              picture: records.take[pickId ?? '']?.path.replace('.png', '') ?? '',
            }));
          const before = ownOf(records).map(({ id }) => id);
          const taken = takeIn(records, read(rows), base);
          records = taken.records;
          base = taken.base;
          expect(takeIn(records, read(rows), base).changes).toEqual([]);
          if (does === 'exported') {
            expect(taken.changes.filter(({ kind }) => kind !== 'known' && kind !== 'moved')).toEqual([]);
            for (const id of before) own.delete(id);
            expect(words(records)).toEqual(rows.map((row) => row.words));
          }
        }
        const after = shotsInOrder(records);
        expect(after.map(({ position }) => position)).toEqual([...after.keys()]);
        expect(new Map(ownOf(records).map(({ id, description }) => [id, description]))).toEqual(own);
        const ofSource = after.filter(({ added }) => !added).map(({ description }) => description);
        expect(ofSource.sort()).toEqual(rows.map((row) => row.words).sort());
        for (const { pickId, id } of after)
          if (pickId !== null) expect(records.take[pickId]?.shotId).toBe(id);
      }
    }),
    { numRuns: 300 },
  );
});
