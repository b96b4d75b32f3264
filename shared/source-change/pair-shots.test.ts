import { aShot, aTake } from '@testing/records.js';
import { describe, expect, it } from 'vitest';
import type { Records, Shot, Take } from '../records/index.js';
import { sourceIdOf } from './own-id.js';
import { pairShots } from './pair-shots.js';

/** `number description pictures`, each picture a letter; the ids say the place. */
function board(prefix: string, rows: readonly string[], origin: Take['origin'] = { kind: 'imported' }) {
  const shots = rows.map((row, at): Shot => {
    const [number = '', description = ''] = row.split(' ');
    const [scene, own] = number.includes('/') ? number.split('/') : [null, number];
    return {
      ...aShot(at),
      id: `${prefix}${at}`,
      number: own ?? '',
      scene: scene ?? null,
      description,
    };
  });
  const takes = rows.flatMap((row, at) =>
    [...(row.split(' ')[2] ?? '')].map(
      (picture, n): Take => ({
        ...aTake(n),
        id: `${at}-${n}`,
        shotId: `${prefix}${at}`,
        sha256: picture,
        origin,
      }),
    ),
  );
  return {
    shot: Object.fromEntries(shots.map((shot) => [shot.id, shot])),
    take: Object.fromEntries(takes.map((take) => [take.id, take])),
  } satisfies Pick<Records, 'shot' | 'take'>;
}
const paired = (before: string[], source: string[], origin?: Take['origin']): string =>
  [...pairShots(board('b', before, origin), board('s', source))]
    .map(([now, then]) => `${now}-${then}`)
    .sort()
    .join(' ');

describe('a shot that was put in', () => {
  const own = (id: string, number: string, description: string, added?: true): Shot => ({
    ...aShot(0),
    ...{ id, number, description, position: Number.parseInt(number, 10), ...(added && { added }) },
  });
  const boardOf = (...shots: readonly Shot[]) => ({
    shot: Object.fromEntries(shots.map((shot) => [shot.id, shot])),
    take: {},
  });

  it('is known by the id that it was exported with, whatever is said of it here and there', () => {
    const source = boardOf(own('s1', '1', 'a fox'), own(sourceIdOf('mine'), '1A', 'a mule'));
    const reworded = boardOf(own('b1', '1', 'a fox'), own('mine', '5', 'a donkey', true));
    expect([...pairShots(reworded, source)]).toEqual([
      [sourceIdOf('mine'), 'mine'],
      ['s1', 'b1'],
    ]);
    const read = boardOf(own('b1', '1', 'a fox'), own(sourceIdOf('mine'), '5', 'a donkey'));
    expect(pairShots(read, source).get(sourceIdOf('mine'))).toBe(sourceIdOf('mine'));
    const without = boardOf(own('b1', '1', 'a fox'));
    expect(pairShots(without, source).has(sourceIdOf('mine'))).toBe(false);
  });

  it('is none that has its number alone', () => {
    const source = boardOf(own('s1', '1', 'a fox'), own('s2', '2', 'a harbour'));
    const before = boardOf(own('b1', '1', 'a fox'), own('mine', '2', 'a mule', true));
    expect([...pairShots(before, source)]).toEqual([['s1', 'b1']]);
  });

  it('is told by its words among those that were put in, though several of the source say the same', () => {
    const source = boardOf(own('s2', '2', 'a mule'));
    const before = boardOf(
      own('b8', '8', 'a mule'),
      own('b9', '9', 'a mule'),
      own('mine', '5', 'a mule', true),
    );
    expect([...pairShots(before, source)]).toEqual([['s2', 'mine']]);
  });

  it('is no other one, whose id says nothing of where it came from', () => {
    const source = boardOf(own('b2', '1', 'a fox'), own('b1', '2', 'an owl'));
    const before = boardOf(own('b1', '1', 'a fox'), own('b2', '2', 'an owl'));
    expect([...pairShots(before, source)]).toEqual([
      ['b2', 'b1'],
      ['b1', 'b2'],
    ]);
  });
});

describe('a shot of the source is the one before that', () => {
  it.each([
    ['says the same under the same number', ['1 fox', '2 fox'], ['2 fox', '1 fox'], 's0-b1 s1-b0'],
    ['says the same in the same scene', ['A/1 fox', 'B/1 fox'], ['B/1 fox', 'A/1 fox'], 's0-b1 s1-b0'],
    ['says the same under another number', ['1 fox', '2 owl'], ['2 fox', '1 owl'], 's0-b0 s1-b1'],
    ['says the same but for blanks around it', ['1 fox\n', '2 owl'], ['2 fox', '1 \towl'], 's0-b0 s1-b1'],
    ['has the same pictures, in any order', ['1 fox ab', '2 owl c'], ['2 hen ba', '1 elk c'], 's0-b0 s1-b1'],
    ['has the same number', ['1 fox', '2 owl'], ['2 hen', '1 elk'], 's0-b1 s1-b0'],
    ['has the same number in its scene', ['A/1 fox', 'B/1 owl'], ['B/1 hen', 'A/1 elk'], 's0-b1 s1-b0'],
    ['has the same number in another scene', ['A/1 fox', 'B/2 owl'], ['C/2 hen', 'C/1 elk'], 's0-b1 s1-b0'],
    ['comes first of those that are alike', ['1 ', '1 '], ['1 ', '1 ', '1 '], 's0-b0 s1-b1'],
    [
      'says the same, however often it is said',
      ['1 fox', '1 owl', '1 fox'],
      ['1 hen', '1 fox', '1 fox'],
      's0-b1 s1-b0 s2-b2',
    ],
    [
      'has its place among those of one number in a scene',
      ['B/1 cat', 'A/1 fox', 'A/1 owl'],
      ['A/1 hen', 'A/1 elk'],
      's0-b1 s1-b2',
    ],
    [
      'has its place among those of one number',
      ['A/1 fox', 'B/1 owl'],
      ['C/1 hen', 'C/1 elk'],
      's0-b0 s1-b1',
    ],
    ['says the same, before the one of its number', ['1 fox', '2 owl'], ['1 owl'], 's0-b1'],
    ['says the same, before the one of its pictures', ['1 fox a', '2 owl b'], ['3 owl a'], 's0-b1'],
    ['has the same pictures, before the one of its number', ['1 fox a', '2 owl b'], ['1 hen b'], 's0-b1'],
  ])('%s', (_, before, source, pairs) => {
    expect(paired(before, source)).toBe(pairs);
  });

  it.each([
    ['for words that several shots say', ['1 fox', '2 fox'], ['3 fox'], ''],
    ['for words that the source says several times', ['1 fox'], ['3 fox', '4 fox'], ''],
    ['for nothing that is said', ['1 '], ['2 '], ''],
    ['for nothing but blanks', ['1 \n'], ['2 \n'], ''],
    ['for a picture that several shots have', ['1 fox a', '2 owl a'], ['3 hen a'], ''],
    ['for no pictures', ['1 fox'], ['2 owl'], ''],
    ['for some of the pictures', ['1 fox ab'], ['2 owl a'], ''],
  ])('none %s', (_, before, source, pairs) => {
    expect(paired(before, source)).toBe(pairs);
  });

  it('whose pictures it imported: made ones do not count', () => {
    const made = { kind: 'regenerated', requestId: 'r', fromTakeId: 't' } as const;
    expect(paired(['1 fox a'], ['2 owl a'], made)).toBe('');
  });
});
