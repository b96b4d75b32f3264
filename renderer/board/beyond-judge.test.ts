import { boardOf } from '@testing/derived-board.js';
import { expect, it } from 'vitest';
import { beyondJudge } from './beyond-judge.js';
import { joinBoardView } from './board-view.js';
import type { ShotView } from './shot-view.js';

const { records, overview } = boardOf(4, []);
const [view] = joinBoardView(records, overview, 3).views as [ShotView];
type Summary = NonNullable<ShotView['summary']>;
const seen = (description: number | null, part: Partial<Summary> = {}): ShotView => {
  const summary = { ...(view.summary as Summary), state: 'done' as const, ...part };
  return {
    ...view,
    sign: description === null ? 'unjudged' : 'ok',
    summary: { ...summary, scores: { ...summary.scores, description } },
  };
};
const known = seen(0.9);
const strange = seen(null);

it('is most of the pictures that were looked at, and at least three', () => {
  expect(beyondJudge([strange, strange, known])).toEqual({ unjudged: 2, of: 3 });
  expect(beyondJudge([strange, strange, known, known])).toBeNull();
  expect(beyondJudge([strange, strange])).toBeNull();
  expect(beyondJudge([known, known, known])).toBeNull();
});

it('counts none that still waits or of which nothing is said', () => {
  const waits = seen(null, { state: 'waiting' });
  const wordless = { ...strange, shot: { ...strange.shot, description: ' ' } };
  expect(beyondJudge([strange, strange, waits, waits, wordless])).toBeNull();
});

it('counts one whose sign is of a finding', () => {
  const blurred = { ...strange, sign: 'high' as const };
  expect(beyondJudge([blurred, blurred, blurred])).toEqual({ unjudged: 3, of: 3 });
});
