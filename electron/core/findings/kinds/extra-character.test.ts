import type { Count } from '@shared/analysis.js';
import { expect, it } from 'vitest';
import { found, frameOf } from '../testing/story.js';

/** A frame of which the judge says this of its one person, and an eye counts so many. */
function counted(p: number, seen: number, untested = true) {
  const frame = frameOf('One person waits by the sea.', { sees: { 'one person': p } });
  const claim = frame.claims.find(({ kind }) => kind === 'count');
  const count: Count = {
    noun: 'person',
    text: seen === 2 ? 'two people' : 'one person',
    seen,
    asked: 1,
    wanted: 'one',
    claimId: claim?.id ?? null,
    ...(untested && { untested }),
  };
  return found({ ...frame, counts: [count] }).filter(({ kind }) => kind === 'extra-character');
}

it('is a hint where an untested eye counts another number and the judge leaves it open', () => {
  expect(counted(0.5, 2)).toMatchObject([
    {
      severity: 'low',
      message: 'Two people are seen, one is asked for.',
      evidence: {
        items: [{ label: 'one person', region: null }],
        detail: '2 seen, 1 asked for; untested: nobody knows how often this eye is right',
      },
    },
  ]);
});

it('is none where the judge says yes, the number is right, or the count decides by itself', () => {
  expect(counted(0.95, 2)).toEqual([]);
  expect(counted(0.5, 1)).toEqual([]);
  expect(counted(0.5, 2, false)).toEqual([]);
});

it('is said once where the judge says no as well', () => {
  expect(counted(0.05, 2)).toMatchObject([{ severity: 'medium' }]);
});
