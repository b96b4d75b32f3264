import type { Crop, Somebody } from '@core/identity/index.js';
import { aClaim } from '@testing/records.js';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Likenesses } from './likenesses.js';
import { type Sighted, sameSighted, sightedOn } from './sighted.js';

const MIRA: Somebody = {
  key: 'character mira',
  subject: 'character',
  name: 'Mira',
  noun: 'girl',
  looks: '',
  factId: 'mira',
  isAlone: true,
};
const REGION = { x: 0.1, y: 0.1, width: 0.2, height: 0.5 };
const ONE = [1, 0];
const OTHER = [0, 1];

function seen(shotId: string, ...vectors: number[][]): Sighted {
  const crops = vectors.map((vector) => ({ region: REGION, vector: Float32Array.from(vector) }));
  return {
    shotId,
    takeId: `t${shotId}`,
    who: MIRA,
    group: 'mira',
    isCertain: crops.length === 1,
    isTested: true,
    crops,
  };
}

/** Shots in story order, and a board on which each shows these. */
function boardOf(shows: Readonly<Record<string, Sighted>>) {
  let order = Object.keys(shows);
  const board = new Likenesses({
    positionOf: (id) => order.indexOf(id),
    numberOf: (id) => id.toUpperCase(),
    sensitivity: () => 'balanced',
  });
  for (const [id, one] of Object.entries(shows)) board.put(id, [one]);
  const move = (to: string[]) => {
    order = to;
    return board.reordered();
  };
  return { board, move };
}

const row = (...ids: string[]) => Object.fromEntries(ids.map((id) => [id, seen(id, ONE)]));

it('tells somebody from who is like herself in the others, with where she was seen last', () => {
  const { board } = boardOf({ ...row('a', 'b', 'c'), d: seen('d', OTHER), ...row('e') });
  expect(board.of('d')).toMatchObject([
    {
      who: MIRA,
      likeness: 0,
      usual: 1,
      isOff: true,
      shots: 4,
      holds: 4,
      isNearest: false,
      lastSeen: { shotId: 'c', takeId: 'tc', number: 'C', ago: 1, p: 1, region: REGION },
    },
  ]);
  expect(board.of('e')).toMatchObject([
    { isOff: false, shots: 4, holds: 3, lastSeen: { shotId: 'c', ago: 2 } },
  ]);
});

it('shows the two that are most like her, of equals the earlier', () => {
  const turned = seen('a', [Math.cos(0.2), Math.sin(0.2)]);
  const { board } = boardOf({ a: turned, ...row('b', 'c', 'd', 'e') });
  const best = (id: string) => board.of(id).flatMap(({ best: of }) => of.map(({ shotId }) => shotId));
  expect([best('e'), best('b')]).toEqual([
    ['b', 'c'],
    ['c', 'd'],
  ]);
});

it('lets one of several be her, and holds none of them against other shots', () => {
  const { board } = boardOf({ ...row('a', 'b', 'c'), d: seen('d', OTHER, ONE) });
  expect(board.of('d')).toMatchObject([{ isOff: false, likeness: 1, shots: 3 }]);
  expect(board.of('a')).toMatchObject([{ shots: 2 }]);
});

it('compares with the nearest in the story, and says that there are more', () => {
  const ids = Array.from({ length: 20 }, (_, at) => `s${at}`);
  const early = Object.fromEntries(ids.map((id, at) => [id, seen(id, at < 4 ? OTHER : ONE)]));
  const { board } = boardOf(early);
  expect(board.of('s19')).toMatchObject([{ shots: 12, holds: 12, isNearest: true, lastSeen: { ago: 1 } }]);
  expect(board.of('s0')).toMatchObject([{ shots: 12, holds: 9, isOff: true }]);
});

it('names the shots that may stand otherwise when one changes, or the order', () => {
  const { board, move } = boardOf(row('a', 'b', 'c', 'd'));
  expect([...board.put('b', [seen('b', OTHER)])].sort()).toEqual(['a', 'b', 'c', 'd']);
  expect([...board.put('b', [seen('b', OTHER)])]).toEqual([]);
  expect(board.of('b')).toMatchObject([{ isOff: true, lastSeen: { shotId: 'a' } }]);
  expect(move(['a', 'b', 'c', 'd'])).toEqual([]);
  expect(move(['b', 'c', 'a', 'd']).sort()).toEqual(['a', 'b', 'c', 'd']);
  expect(board.of('b')).toMatchObject([{ isOff: true, lastSeen: null }]);
  board.put('b', []);
  expect(board.of('b')).toEqual([]);
  expect(board.of('a')).toMatchObject([{ shots: 2 }]);
});

it('are seen by the crops of what they are, as far as those are large enough to show somebody', () => {
  const girl = { ...aClaim(0), kind: 'entity' as const, text: 'a girl', subject: 'girl', attribute: null };
  const crop = (label: string, width = 0.2, height = 0.5): Crop => ({
    label,
    region: { x: 0.1, y: 0.1, width, height },
    vector: [1, 0],
  });
  const see = (crops: Crop[], isDrawn = true) =>
    sightedOn(
      { id: 'a', description: 'A girl.' },
      { id: 'ta' },
      [girl],
      { eye: 'eye', isDrawn, crops },
      () => null,
    );
  const [one] = see([crop('girl'), crop('dog')]);
  expect(one).toMatchObject({
    shotId: 'a',
    takeId: 'ta',
    who: { key: 'noun girl', noun: 'girl', isAlone: true },
    isCertain: true,
    isTested: true,
    crops: [{ region: { width: 0.2 }, vector: Float32Array.from([1, 0]) }],
  });
  expect(see([crop('girl'), crop('girl')])).toMatchObject([{ isCertain: false, crops: [{}, {}] }]);
  expect(see([crop('girl')], false)).toMatchObject([{ isTested: false }]);
  expect(see([crop('girl', 0.05, 0.05)])).toHaveLength(1);
  for (const none of [[], [crop('dog')], [crop('girl', 0.049)], [crop('girl', 0.2, 0.049)]])
    expect(see(none)).toEqual([]);
  expect(sightedOn({ id: 'a', description: 'A girl.' }, { id: 'ta' }, [girl], null, () => null)).toEqual([]);
});

it('are the same where nothing of them is another', () => {
  const one = seen('a', ONE, OTHER);
  expect(sameSighted(one, structuredClone(one))).toBe(true);
  const [first, second] = one.crops as [Sighted['crops'][number], Sighted['crops'][number]];
  const others: Partial<Sighted>[] = [
    { takeId: 'another' },
    { group: 'ben' },
    { isCertain: true },
    { who: { ...MIRA, looks: 'a red coat' } },
    { crops: [first] },
    { crops: [second, first] },
    { crops: [first, { ...second, region: { ...REGION, x: 0.2 } }] },
    { crops: [first, { ...second, vector: Float32Array.from([0, 0.5]) }] },
  ];
  for (const other of others) {
    expect(sameSighted(one, { ...one, ...other })).toBe(false);
    expect(sameSighted({ ...one, ...other }, one)).toBe(false);
  }
});

it('is told of every shot that stands otherwise, whatever changed in whatever order', () => {
  const ids = Array.from({ length: 32 }, (_, at) => `s${at}`);
  const looks = [[ONE], [OTHER], [ONE, OTHER], []];
  const step = fc.oneof(
    { weight: 6, arbitrary: fc.tuple(fc.nat(31), fc.nat(3)) },
    { weight: 1, arbitrary: fc.tuple(fc.nat(31), fc.nat(31), fc.constant('move')) },
  );
  fc.assert(
    fc.property(
      fc.array(fc.nat(3), { minLength: 32, maxLength: 32 }),
      fc.array(step, { maxLength: 8 }),
      (first, steps) => {
        const shown = (id: string, look: number) =>
          looks[look]?.length ? [seen(id, ...(looks[look] as number[][]))] : [];
        const { board, move } = boardOf(Object.fromEntries(ids.map((id) => [id, seen(id, ONE)])));
        for (const [at, id] of ids.entries()) board.put(id, shown(id, first[at] === 3 ? 3 : 0));
        const known = new Map(ids.map((id) => [id, board.of(id)]));
        let order = ids;
        for (const [a, b, isMove] of steps) {
          const id = ids[a] as string;
          if (isMove) {
            const rest = order.filter((one) => one !== id);
            order = [...rest.slice(0, b), id, ...rest.slice(b)];
          }
          const touched = isMove ? move(order) : board.put(id, shown(id, b));
          for (const one of touched) known.set(one, board.of(one));
        }
        const without = (of: ReturnType<typeof board.of>) => of.map(({ lastSeen, ...rest }) => rest);
        for (const one of ids) expect(without(known.get(one) ?? [])).toEqual(without(board.of(one)));
      },
    ),
    { numRuns: 200 },
  );
});
