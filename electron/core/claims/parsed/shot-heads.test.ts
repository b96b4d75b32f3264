import { expect, it } from 'vitest';
import { shotHeadsIn } from './shot-heads.js';

it.each([
  ['OTS - a girl', ['OTS: an over-the-shoulder shot']],
  ['MS of a fox', ['MS of: a medium shot']],
  ['MS often', ['MS: a medium shot']],
  ['CU, then WS of it', ['CU: a close-up', 'WS of: a wide shot']],
  ['a fox (ECU)', ['ECU: an extreme close-up']],
  ['LSD, 2MS, MSé, XLS, ms, TV, OTS2', []],
])('%s', (text, heads) => {
  expect(
    shotHeadsIn(text).map(({ phrase, start, end }) => {
      expect(phrase.kind).toBe('framing');
      return `${text.slice(start, end)}: ${phrase.text}`;
    }),
  ).toEqual(heads);
});
