import { expect, it } from 'vitest';
import { placesInHeads, shotHeadsIn } from './shot-heads.js';

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

it.each([
  ['INT. GYM - DAY', ['GYM']],
  ['EXT ROOF', ['ROOF']],
  ['Cut to: INT.  GYM.', ['GYM']],
  ['INT/EXT CAR, a fox', ['CAR']],
  ['INT./EXT. CAR (DAY)', ['CAR']],
  ["INT. SAM'S OLD BED-ROOM – DAY", ["SAM'S OLD BED-ROOM"]],
  ['INT. GYM\nA fox. EXT. ROOF: a cat', ['GYM', 'ROOF']],
  ['PRINT GYM, INT. Gym, INT. GYM Fox', []],
])('a script’s place in “%s”', (text, places) => {
  expect(placesInHeads(text).map((span) => text.slice(...span))).toEqual(places);
});
