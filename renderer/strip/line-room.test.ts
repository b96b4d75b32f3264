import { expect, it } from 'vitest';
import { type Line, roomIn } from './line-room.js';

const line = (of: Partial<Line> = {}): Line => ({
  number: '6',
  score: '85',
  rounds: '',
  isDecided: false,
  ...of,
});
const shown = (width: number, of: Partial<Line> = {}) => {
  const { hasScore, hasRounds } = roomIn(width, line(of));
  return [hasScore && 'score', hasRounds && 'rounds'].filter(Boolean).join(' ');
};

it('in a wide frame all is shown', () => {
  expect(shown(140, { number: '1000', score: '100', rounds: '1/3', isDecided: true })).toBe('score rounds');
});

it('in a narrow one the score goes before the decision does, and the rounds before the score', () => {
  expect(shown(60)).toBe('score rounds');
  expect(shown(60, { isDecided: true })).toBe('rounds');
  expect(shown(60, { isDecided: true, rounds: '1/3' })).toBe('');
  expect(shown(85, { isDecided: true, rounds: '1/3' })).toBe('score');
});

it('a long number, too, takes the room of the score', () => {
  expect(shown(64, { number: '1000' })).toBe('rounds');
  expect(shown(80, { number: '1000' })).toBe('score rounds');
});
