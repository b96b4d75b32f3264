import { expect, it } from 'vitest';
import { joinedOf } from './numbers.js';

const READING = { pass: 0.6, fail: 0.4 };
/** Two are asked for. */
const joined = (said: Parameters<typeof joinedOf>[0]['said'], outcome: string, seen: number | null) =>
  joinedOf({ there: 2, asked: 2, seen, said, reading: READING, outcome });

it('is counted where the judge decides nothing, and open where both decide otherwise', () => {
  expect(joined({ p: 0.5 }, 'unsure', 2)).toBe('pass');
  expect(joined({ p: 0.5 }, 'unsure', 3)).toBe('fail');
  expect(joined({ notJudged: '' }, 'not-judged', 2)).toBe('pass');
  expect(joined({ p: 0.9 }, 'pass', 2)).toBe('pass');
  expect(joined({ p: 0.9 }, 'pass', 1)).toBe('unsure');
  expect(joined({ p: 0.1 }, 'fail', 2)).toBe('unsure');
});

it('is what the judge says where the eye says nothing of the picture', () => {
  expect(joined({ p: 0.9 }, 'pass', null)).toBe('pass');
  expect(joined({ notJudged: '' }, 'not-judged', null)).toBe('not-judged');
});
