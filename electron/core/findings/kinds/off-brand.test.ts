import type { BrandScore } from '@core/brand/index.js';
import { expect, it } from 'vitest';
import { findingsOfFrame } from '../index.js';
import { frameOf } from '../testing/story.js';
import { wholeBoard } from '../testing/whole-board.js';

const frame = frameOf('A pier.');
const told = (score: BrandScore | null, brandName = '') =>
  findingsOfFrame(
    frame,
    wholeBoard({ frames: [frame], facts: {}, quality: {}, style: {}, brand: { t1: score }, brandName }),
  );
const OFF: BrandScore = { p: 0.1234, off: true, difference: null };

it('a frame that is off the brand is told with its share and the name of the brand', () => {
  expect(told(OFF, 'Harbour')).toEqual([
    {
      key: 'off-brand:1',
      kind: 'off-brand',
      severity: 'medium',
      shotId: '1',
      takeId: 't1',
      message: 'This frame is off the brand style “Harbour”.',
      claimIds: [],
      factId: null,
      evidence: {
        items: [
          {
            shotId: '1',
            takeId: 't1',
            label: 'in the brand’s style, from 0 to 1',
            value: 0.123,
            region: null,
          },
        ],
        detail: '12 % on style',
      },
      dismissed: false,
    },
  ]);
  expect(told(OFF)[0]?.message).toBe('This frame is off the brand style.');
});

it('what differs from the frames that are on it is said, with its figures among the details', () => {
  const difference = { words: ['rougher surfaces', 'more grain'], detail: 'grain 3.2 above', traits: [] };
  const [finding] = told({ ...OFF, difference });
  expect(finding?.message).toBe(
    'This frame is off the brand style: it has rougher surfaces and more grain than the frames that are on it.',
  );
  expect(finding?.evidence.detail).toBe('12 % on style: grain 3.2 above');
  expect(told({ ...OFF, difference: { ...difference, words: [] } })[0]?.message).toBe(
    'This frame is off the brand style.',
  );
});

it.each([
  [0.1, 'medium'],
  [0.0999, 'high'],
])('at %s on style it is %s', (p, severity) => {
  expect(told({ ...OFF, p }).map((finding) => finding.severity)).toEqual([severity]);
});

it('nothing is found of a frame that is on style, or of which that is not known', () => {
  expect(told({ ...OFF, off: false })).toEqual([]);
  expect(told(null)).toEqual([]);
});
