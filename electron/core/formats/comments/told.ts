import type { FeedbackShot } from '@shared/feedback.js';

type Said = NonNullable<FeedbackShot['comments']>[number];

/**
 * "Ann, 2026-11-28: darker, please", oldest first, each with its answers behind it; without those that were dismissed. What
 * is only drawn says so.
 */
export function toldComments({ comments = [] }: Pick<FeedbackShot, 'comments'>): string[] {
  const ids = new Set(comments.map(({ id }) => id));
  const isAnswer = ({ replyTo }: Said) => replyTo !== undefined && ids.has(replyTo);
  return comments
    .filter((note) => !isAnswer(note) && note.state !== 'dismissed')
    .flatMap((note) => [
      told(note, note.state === 'resolved' ? ' (resolved)' : ''),
      ...comments
        .filter((one) => isAnswer(one) && one.replyTo === note.id)
        .map((answer) => told(answer, ', in answer')),
    ]);
}

const told = ({ author, at, text, drawing }: Said, how: string): string =>
  `${author}, ${at.slice(0, 10)}${how}: ${text || (drawing ? 'drawn on the picture' : '')}`;

/** What is drawn over a picture and not settled, what was drawn later on top. */
export const openDrawing = (
  { comments = [] }: Pick<FeedbackShot, 'comments'>,
  picture: string | undefined,
): NonNullable<Said['drawing']> =>
  comments
    .filter(({ sha256, state }) => sha256 === picture && state === 'open')
    .flatMap(({ drawing = [] }) => drawing);
