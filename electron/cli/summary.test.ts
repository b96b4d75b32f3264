import type { Feedback, FeedbackShot } from '@shared/feedback.js';
import { expect, it } from 'vitest';
import { summaryOf } from './summary.js';

const STRANGE = 'this picture is not of the world that this judge knows';

const shot = (number: string, change: Partial<FeedbackShot> = {}): FeedbackShot =>
  ({ number, scores: { description: null }, findings: [], ...change }) as FeedbackShot;

const told = (shots: FeedbackShot[]): string[] =>
  summaryOf({
    storyboard: { title: 'Harbour' },
    totals: { shots: shots.length, judged: 1, notJudged: shots.length - 1, flagged: 0, unreadable: 0 },
    shots,
  } as unknown as Feedback).split('\n');

it('says of what was not judged how much it was, which shots and why', () => {
  const silent = ['2A', '3'].map((number) => shot(number, { notJudged: STRANGE }));
  expect(told([shot('1'), ...silent, shot('9', { notJudged: 'no words' })])).toEqual([
    'Harbour: 4 shots, 1 judged, 3 not judged, 0 flagged',
    `  not judged: shots 2A, 3: ${STRANGE}`,
    '  not judged: shot 9: no words',
  ]);
});

it('names no more shots than a line holds', () => {
  const silent = Array.from({ length: 14 }, (_, at) => shot(`${at + 1}`, { notJudged: STRANGE }));
  expect(told(silent)[1]).toBe(
    `  not judged: shots 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12 and 2 more: ${STRANGE}`,
  );
});
