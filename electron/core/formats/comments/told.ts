import type { FeedbackShot } from '@shared/feedback.js';

/** "Ann, 2026-11-28: darker, please", oldest first; without those that were dismissed. */
export const toldComments = ({ comments = [] }: Pick<FeedbackShot, 'comments'>): string[] =>
  comments
    .filter(({ state }) => state !== 'dismissed')
    .map(({ author, at, text, state }) => {
      const done = state === 'resolved' ? ' (resolved)' : '';
      return `${author}, ${at.slice(0, 10)}${done}: ${text}`;
    });
