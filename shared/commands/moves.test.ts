import { aBoard } from '@testing/records.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyDiff, type Records, type Shot, shotsInOrder } from '../records/index.js';
import { changeOf, type Inputs, labelOf } from './index.js';
import { inOrder, type Place } from './moves.js';

const INPUTS: Inputs = { id: 'c', at: 0, who: 'Ada', generator: 'none', rounds: 3 };

/** "aab": three shots, two of scene a and one of scene b; "-" has none. */
const boardOf = (scenes: string): Records => {
  const board = aBoard(scenes.length);
  const shot = Object.fromEntries(
    shotsInOrder(board).map((one, at) => [
      one.id,
      { ...one, scene: scenes[at] === '-' ? null : String(scenes[at]) },
    ]),
  );
  return { ...board, shot };
};

const idOf = (n: number): string => `shot-${n}`;
const moved = (records: Records, shots: readonly number[], place: Place): Records => {
  const shotIds = shots.map(idOf);
  return applyDiff(records, changeOf(records, { type: 'move-shots', shotIds, ...place }, INPUTS));
};
const order = (records: Records): string =>
  shotsInOrder(records)
    .map(({ id }) => id.replace('shot-', ''))
    .join('');
const scenes = (records: Records): string =>
  shotsInOrder(records)
    .map(({ scene }) => scene ?? '-')
    .join('');

describe('moving shots', () => {
  it.each([
    [[0], 'after', 2, '1203'],
    [[0], 'before', 3, '1203'],
    [[3], 'before', 0, '3012'],
    [[1], 'after', 3, '0231'],
    [[3, 0], 'after', 1, '1032'],
    [[0, 2], 'after', 3, '1302'],
    [[0, 3], 'after', 0, '0312'],
    [[0, 3], 'before', 3, '1203'],
    [[2], 'after', 2, '0123'],
    [[2], 'before', 2, '0123'],
    [[0, 1, 2, 3], 'after', 1, '0123'],
  ] as const)('%j to %s shot %i makes the order %s', (shots, side, beside, expected) => {
    const after = moved(aBoard(4), shots, { beside: idOf(beside), side });
    expect(order(after)).toBe(expected);
    expect(shotsInOrder(after).map(({ position }) => position)).toEqual([0, 1, 2, 3]);
  });

  it.each([
    ['into another scene', 'aabb', [0], 'after', 2, 'abbb', '1203'],
    ['to the end of a scene', 'aabb', [3], 'after', 1, 'aaab', '0132'],
    ['to the start of the next one, where it stands', 'aabb', [1], 'before', 2, 'abbb', '0123'],
    ['among shots of no scene', 'aab-', [0], 'after', 3, 'ab--', '1230'],
    ['together where one of them stands', 'aabb', [0, 3], 'after', 3, 'abbb', '1203'],
  ] as const)('%s gives them its scene', (_what, from, shots, side, beside, to, expected) => {
    const after = moved(boardOf(from), shots, { beside: idOf(beside), side });
    expect(scenes(after)).toBe(to);
    expect(order(after)).toBe(expected);
  });

  it('changes nothing else, gathers them in their order at the place, and writes none that stays where it is', () => {
    const drawn = fc.tuple(
      fc.string({ unit: fc.constantFrom('a', 'b', '-'), minLength: 1, maxLength: 9 }),
      fc.array(fc.nat(8), { minLength: 1, maxLength: 6 }),
      fc.nat(8),
      fc.constantFrom('before' as const, 'after' as const),
    );
    fc.assert(
      fc.property(drawn, ([text, some, at, side]) => {
        const records = boardOf(text);
        const size = text.length;
        const shots = [...new Set(some.map((n) => n % size))];
        const beside = at % size;
        const place: Place = { beside: idOf(beside), side };
        const after = moved(records, shots, place);
        const ids = shotsInOrder(after).map(({ id }) => Number(id.replace('shot-', '')));
        const block = [...shots].sort((a, b) => a - b);
        const first = ids.indexOf(block[0] as number);
        expect(ids.slice(first, first + block.length)).toEqual(block);
        const rest = ids.filter((id) => !block.includes(id));
        expect(rest).toEqual([...rest].sort((a, b) => a - b));
        if (!block.includes(beside))
          expect(ids.indexOf(beside)).toBe(side === 'before' ? first + block.length : first - 1);
        const there = records.shot[idOf(beside)]?.scene;
        for (const shot of Object.values(after.shot)) {
          const was = records.shot[shot.id] as typeof shot;
          const scene = block.includes(was.position) ? there : was.scene;
          expect(shot).toEqual({ ...was, position: shot.position, scene });
        }
        const { shot: change } = changeOf(
          records,
          { type: 'move-shots', shotIds: block.map(idOf), ...place },
          INPUTS,
        );
        for (const [from, to] of Object.values(change?.updated ?? {}))
          expect(from.position !== to.position || from.scene !== to.scene).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it('writes the shots alone that come to stand elsewhere', () => {
    const board = aBoard(4);
    const [a, b, c, d] = shotsInOrder(board) as [Shot, Shot, Shot, Shot];
    expect(inOrder(board, [a, b, c, d], [])).toEqual([]);
    const swapped = inOrder(board, [a, c, b, d], [c.id]).filter(({ table }) => table === 'shot');
    expect(swapped.map(({ id }) => id)).toEqual([c.id, b.id]);
  });

  it('is called by where they go', () => {
    const label = (shotIds: readonly string[], side: Place['side']) =>
      labelOf({ type: 'move-shots', shotIds: [...shotIds], beside: 'shot-2', side }, aBoard(4));
    expect(label(['shot-0'], 'after')).toBe('Move shot 1 after shot 3');
    expect(label(['shot-0', 'shot-3'], 'before')).toBe('Move 2 shots before shot 3');
  });
});
