import type { Count } from '@shared/analysis.js';
import { expect, it } from 'vitest';
import type { Frame } from '../frame.js';
import { found, frameOf } from '../testing/story.js';

/** A frame of which the judge says this of its one person, and an eye counts so many. */
function counted(p: number, seen: number, untested = true, more: Partial<ReturnType<typeof frameOf>> = {}) {
  const frame = { ...frameOf('One person waits by the sea.', { sees: { 'one person': p } }), ...more };
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

it('shows the people who are seen, and nothing else', () => {
  const region = { x: 0.1, y: 0.2, width: 0.3, height: 0.4 };
  const seen = (label: string) => ({ label, region, confidence: 0.8 });
  const composed = { detections: [seen('girl'), seen('dog')] } as unknown as NonNullable<Frame['composed']>;
  expect(counted(0.5, 2, true, { composed })[0]?.evidence.items).toMatchObject([
    { label: 'girl', value: 0.8, region },
  ]);
});

it('is none of what is no person', () => {
  const frame = frameOf('Two dogs run.', { sees: { 'two dogs': 0.5 } });
  const claim = frame.claims.find(({ kind }) => kind === 'count');
  const count = {
    noun: 'dog',
    text: 'three dogs',
    seen: 3,
    asked: 2,
    wanted: 'two',
    untested: true,
  } as const;
  expect(claim?.text).toBe('two dogs');
  const all = found({ ...frame, counts: [{ ...count, claimId: claim?.id ?? null }] });
  expect(all.filter(({ kind }) => kind === 'extra-character')).toEqual([]);
});

it('is none where the judge says yes, the number is right, or the count decides by itself', () => {
  expect(counted(0.95, 2)).toEqual([]);
  expect(counted(0.5, 1)).toEqual([]);
  expect(counted(0.5, 2, false)).toEqual([]);
});

it('is said once where the judge says no as well', () => {
  expect(counted(0.05, 2)).toMatchObject([{ severity: 'medium' }]);
});
