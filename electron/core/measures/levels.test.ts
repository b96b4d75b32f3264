import { expect, it } from 'vitest';
import { colourRange, levelsOf } from './levels.js';

/** A line of pixels of which every seventh has one of two values in a channel in turn; the others are never looked at. */
function inTurn(channel: number, one: number, other: number) {
  const data = new Uint8Array(3 * 7 * 40).fill(90);
  for (let seen = 0; seen < 40; seen++) data[3 * 7 * seen + channel] = seen % 2 === 0 ? one : other;
  return { data, width: 7 * 40, height: 1 };
}

it.each([0, 1, 2])('counts the levels of channel %i, and of every seventh pixel alone', (channel) => {
  const levels = levelsOf(inTurn(channel, 20, 200));
  const bothInTurn = [
    [20, 20],
    [200, 20],
  ];
  for (const [at, counts] of levels.entries()) {
    const found = [...counts].flatMap((count, level) => (count > 0 ? [[level, count]] : []));
    expect(found).toEqual(at === channel ? bothInTurn : [[90, 40]]);
  }
});

it.each([0, 1, 2])(
  'tells by channel %i how far its values lie apart where the others lie together',
  (channel) => {
    expect(colourRange(levelsOf(inTurn(channel, 20, 200)))).toBeCloseTo(90, 9);
    expect(colourRange(levelsOf(inTurn(channel, 90, 90)))).toBe(0);
  },
);
