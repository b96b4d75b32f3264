import type { Feedback, FeedbackShot } from '@shared/feedback.js';
import type { WriterContext } from '../format.js';
import { feedbackShots, feedbackWith } from './feedback.js';

/** The feedback of a board for a writer, a shot at a time. */
export async function feedbackInSteps(context: WriterContext): Promise<Feedback> {
  const total = Object.keys(context.board.review.records.shot).length;
  const shots: FeedbackShot[] = [];
  for (const shot of feedbackShots(context)) {
    shots.push(shot);
    await context.step(0, total, 'Reading the review');
  }
  return feedbackWith(context, shots);
}
