import { sourceIdOf } from '@shared/source-change/index.js';
import { expect, it } from 'vitest';
import { shotIdsOf, stableId } from './imported.js';

const idsOf = (name: string, ...shots: { number: string; ownId?: string }[]) =>
  shotIdsOf({ source: { name }, shots });

it('the same source gives the same ids, each of its own, and another source others', () => {
  const shots = [{ number: '1' }, { number: '1' }, { number: '2' }];
  const ids = idsOf('board.json', ...shots);
  expect(idsOf('board.json', ...shots)).toEqual(ids);
  expect(new Set([...ids, ...idsOf('other.json', ...shots)]).size).toBe(6);
  expect(stableId('a', 'bc')).not.toBe(stableId('ab', 'c'));
});

it('a shot that an artist put in keeps its id, and a copied row has one of its own', () => {
  const [own, copied, other] = idsOf(
    'board.json',
    { number: '1', ownId: 'a' },
    { number: '1', ownId: 'a' },
    { number: '2', ownId: 'b' },
  );
  expect([own, other]).toEqual([sourceIdOf('a'), sourceIdOf('b')]);
  expect(copied).toBe(idsOf('board.json', { number: '0' }, { number: '1' })[1]);
});
