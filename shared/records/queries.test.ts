import { aBoard, aShot, aTake } from '@testing/records.js';
import { expect, it } from 'vitest';
import { type Request, roundsUsed, shotsInOrder, takesOf } from './index.js';

it('shots are in story order', () => {
  const shot = { a: { ...aShot(2), id: 'a' }, b: { ...aShot(0), id: 'b' }, c: { ...aShot(1), id: 'c' } };
  expect(shotsInOrder({ shot }).map(({ id }) => id)).toEqual(['b', 'c', 'a']);
});

it('takes of a shot are in the order of their rounds, and within one the oldest first', () => {
  const of = (id: string, round: number, createdAt: number, shotId = 'shot-0') => ({
    ...aTake(0),
    id,
    shotId,
    round,
    createdAt,
  });
  const takes = [of('late', 1, 1), of('second', 0, 3), of('other', 0, 0, 'shot-1'), of('first', 0, 2)];
  const take = Object.fromEntries(takes.map((one) => [one.id, one]));
  const order = () => takesOf({ take }, 'shot-0').map(({ id }) => id);
  expect(order()).toEqual(['first', 'second', 'late']);
  expect(order()).toEqual(['first', 'second', 'late']);
  expect(takesOf({ take }, 'nowhere')).toEqual([]);
});

it('rounds that were cancelled, failed or wait for a yes here do not count', () => {
  const states: Request['state'][] = ['queued', 'running', 'done', 'failed', 'cancelled', 'elsewhere'];
  const request = Object.fromEntries(
    states.map((state) => [state, { id: state, shotId: 'shot-0', state } as Request]),
  );
  expect(roundsUsed({ ...aBoard(1), request }, 'shot-0')).toBe(3);
  expect(roundsUsed({ ...aBoard(1), request }, 'shot-1')).toBe(0);
});
