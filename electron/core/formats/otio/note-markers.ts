/** Notes as markers: their words, and what is drawn as the events that review programs share in timelines. */
import type { FeedbackShot } from '@shared/feedback.js';
import { toldComments } from '../comments/told.js';
import { OWN } from './own.js';
import { paintEvents } from './paint-events.js';

interface NoteMarker {
  readonly text: string;
  readonly metadata: object;
}

/** One for each note that was not dismissed, with its answers in its words. */
export function noteMarkers(shot: Pick<FeedbackShot, 'comments' | 'takes'>): NoteMarker[] {
  const { comments = [], takes } = shot;
  const notes = comments.filter(({ replyTo, state }) => replyTo === undefined && state !== 'dismissed');
  return notes.map((note) => {
    const thread = comments.filter(
      (one) => one === note || (note.id !== undefined && one.replyTo === note.id),
    );
    const take = takes.find(({ sha256 }) => sha256 === note.sha256);
    const { drawing } = note;
    return {
      text: toldComments({ comments: thread }).join('\n'),
      metadata: {
        [OWN]: note,
        ...(drawing &&
          take &&
          take.width > 0 && {
            annotation_commands: drawing.flatMap((figure, at) =>
              paintEvents(figure, take, { id: `${note.id}-${at}`, at: note.at, by: note.author }),
            ),
          }),
      },
    };
  });
}
