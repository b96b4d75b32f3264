import { boardOf, finding, shot } from '@testing/derived-board.js';
import { aFact } from '@testing/records.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { joinBoardView } from '../../board/board-view.js';
import { subjectsOf } from '../../board/index.js';
import type { ShotView } from '../../board/shot-view.js';
import { cellOf, columnsBy, columnsOf, foundIn, keptNear, keptWords, shotsBy } from './columns.js';

const facts = [
  { ...aFact('coat'), name: 'Mira', from: null, to: null },
  { ...aFact('roof'), subject: 'place' as const, name: 'mill', from: null, to: null },
];
const subjects = subjectsOf(facts);

/** Mira is in shots 0, 2, 3 and 4, the mill in 1 and 2. */
const WORDS = ['Mira walks.', 'The mill.', 'Mira at the mill.', 'Mira sleeps.', 'Mira runs.', 'A boat.'];

function board(left: readonly number[] = []) {
  const { records, overview } = boardOf(WORDS.length, []);
  const found = {
    s2: [
      finding(2, { key: 'a', factId: 'coat', severity: 'low' }),
      finding(2, { key: 'b', kind: 'style-drift', severity: 'medium' }),
    ],
    s4: [finding(4, { key: 'c', factId: 'coat', severity: 'high' })],
    s1: [finding(1, { key: 'd', factId: 'roof', severity: 'high' })],
  };
  return joinBoardView(
    {
      ...records,
      shot: Object.fromEntries(
        WORDS.map((description, i) => [
          `s${i}`,
          shot(i, { description, ...(left.includes(i) && { omitted: true }) }),
        ]),
      ),
    },
    { ...overview, findings: found },
    3,
  ).views;
}

const at = (views: readonly ShotView[], i: number) => views[i] as ShotView;
const places = (views: readonly ShotView[]) => views.map(({ shot: { position } }) => position);

describe('the matrix', () => {
  const views = board();
  const columns = columnsOf(views, subjects);
  const [mira, mill, style] = columns as [(typeof columns)[0], (typeof columns)[0], (typeof columns)[0]];

  it('has a column for each of whom something is said, and style last', () => {
    expect(columns.map(({ name }) => name)).toEqual(['Mira', 'mill', '']);
    expect([...mira.shots]).toEqual(['s0', 's2', 's3', 's4']);
    expect(style.shots.size).toBe(6);
  });

  it('has nothing of a shot that is left out of play', () => {
    const without = board([2]);
    const [of, , all] = columnsOf(without, subjects) as [(typeof columns)[0], unknown, (typeof columns)[0]];
    expect([...of.shots]).toEqual(['s0', 's3', 's4']);
    expect(all.shots.size).toBe(5);
    expect(cellOf(at(without, 2), of)).toEqual({ isIn: false, worst: undefined });
  });

  it('says in each cell whether it is there, and the worst that is found of it', () => {
    expect(cellOf(at(views, 2), mira)).toMatchObject({ isIn: true, worst: { key: 'a' } });
    expect(cellOf(at(views, 2), style)).toMatchObject({ worst: { key: 'b' } });
    expect(cellOf(at(views, 1), mira)).toEqual({ isIn: false, worst: undefined });
    expect(cellOf(at(views, 0), mira)).toEqual({ isIn: true, worst: undefined });
    const counted = (of: readonly ShotView[]) =>
      [mira, mill, style].map((one) => foundIn(of, one)).map(({ found, looked }) => [found, looked]);
    expect(counted(views)).toEqual([
      [2, 4],
      [1, 2],
      [1, 6],
    ]);
    const waits = views.map((view) => ({ ...view, findings: [], summary: null }));
    expect(counted(waits)).toEqual([
      [0, 0],
      [0, 0],
      [0, 0],
    ]);
  });

  it('says of what a number is', () => {
    const said = [
      [0, 0],
      [0, 1],
      [0, 18],
      [1, 18],
    ].map(([found = 0, looked = 0]) => keptWords({ found, looked }));
    expect(said).toEqual([
      { short: 'not analysed', full: 'not analysed' },
      { short: 'kept in 1', full: 'kept in 1 shot' },
      { short: 'kept in 18', full: 'kept in all 18 shots' },
      { short: '1 of 18 off', full: 'not kept in 1 of 18 shots' },
    ]);
  });

  it('sorts shots by a column and columns by a shot, the worst first, those it is not in last', () => {
    expect(places(shotsBy(views, mira))).toEqual([4, 2, 0, 3, 1, 5]);
    expect(columnsBy(columns, at(views, 1)).map(({ name }) => name)).toEqual(['mill', '', 'Mira']);
    expect(columnsBy(columns, at(views, 2)).map(({ name }) => name)).toEqual(['', 'Mira', 'mill']);
  });

  it('finds beside a frame the nearest that keeps it', () => {
    expect(keptNear(views, at(views, 4), mira)?.shot.position).toBe(3);
    expect(keptNear(views, at(views, 1), mira)?.shot.position).toBe(0);
    expect(keptNear(views, at(views, 1), mill)?.shot.position).toBe(2);
    expect(keptNear(views, at(views, 2), mill)).toBeNull();
  });

  it('loses no shot when it sorts', () => {
    fc.assert(
      fc.property(fc.constantFrom(...columns), fc.shuffledSubarray([...views]), (column, some) => {
        expect(places(shotsBy(some, column)).toSorted()).toEqual(places(some).toSorted());
      }),
      { numRuns: 200 },
    );
  });
});
