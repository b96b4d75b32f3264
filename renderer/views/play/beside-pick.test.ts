import { take } from '@testing/derived-board.js';
import { expect, it } from 'vitest';
import { besidePick } from './beside-pick.js';

const TAKES = [1, 2, 3].map((n) => take(n));
const [first, second, newest] = TAKES as [(typeof TAKES)[0], (typeof TAKES)[0], (typeof TAKES)[0]];

it('beside the pick plays the take that was there first, or the newest where that is the pick', () => {
  expect(besidePick({ takes: TAKES, pick: newest })).toEqual({ take: first, which: 'first' });
  expect(besidePick({ takes: TAKES, pick: second })).toEqual({ take: first, which: 'first' });
  expect(besidePick({ takes: TAKES, pick: first })).toEqual({ take: newest, which: 'newest' });
  expect(besidePick({ takes: TAKES, pick: null })).toEqual({ take: first, which: 'first' });
});

it('beside an only take plays nothing', () => {
  expect(besidePick({ takes: [first], pick: first })).toBeNull();
  expect(besidePick({ takes: [], pick: null })).toBeNull();
});
