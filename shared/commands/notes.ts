import { z } from 'zod';
import { ContinuistError } from '../errors.js';
import {
  add,
  byShot,
  type Drawing,
  figure,
  id,
  instant,
  LONGEST_NOTE,
  MOST_FIGURES,
  type Note,
  type NoteState,
  need,
  note as noteSchema,
  noteState,
  place,
  put,
  type Records,
  remark,
  remove,
  type Write,
} from '../records/index.js';
import { define } from './definition.js';
import { onShot } from './on-shot.js';

/**
 * What came back in words, drawn, or both; where its note is there already, what is drawn more. Ids follow from what was
 * said and drawn, so that the same never comes in twice. Throws DRAWINGS_FULL, and CONFLICT where it says nothing.
 */
export const addComment = define(
  'add-comment',
  {
    ...remark.shape,
    text: noteSchema.shape.text,
    noteId: id,
    at: instant,
    /** What is drawn over the picture. Absent = nothing is. */
    drawing: z.array(z.object({ id, figure })).min(1).max(MOST_FIGURES).exactOptional(),
  },
  {
    apply: (records, { type: _, noteId: id, drawing = [], ...said }) => {
      const { shotId, sha256, at } = said;
      need(records, 'shot', shotId);
      const isThere = Object.hasOwn(records.comment, id);
      if (drawing.length === 0 && (said.text === '' || isThere))
        throw new ContinuistError('CONFLICT', 'it says nothing new', { noteId: id });
      if (sha256 === null && drawing.length > 0)
        throw new ContinuistError('CONFLICT', 'there was no picture to draw on', { noteId: id });
      if (sha256 !== null && drawnOver(records, shotId, sha256).length + drawing.length > MOST_FIGURES)
        throw new ContinuistError('DRAWINGS_FULL', `it may have ${MOST_FIGURES} figures`, { shotId });
      return [
        ...(isThere ? [] : [add(records, 'comment', { id, ...said, state: 'open' })]),
        ...drawing.map((one) => add(records, 'drawing', { ...one, shotId, commentId: id, at })),
      ];
    },
    label: (_command, shots) => `Take in comments on ${shots}`,
  },
);

/** What is drawn over one picture of a shot, whichever note it belongs to. */
export const drawnOver = (records: Records, shotId: string, sha256: string): Drawing[] =>
  (byShot(records.drawing).get(shotId) ?? []).filter(
    ({ commentId }) => records.comment[commentId]?.sha256 === sha256,
  );

export const shotOfNote = (noteId: string, records: Records): string[] => {
  const note = records.comment[noteId];
  return note ? [note.shotId] : [];
};

/** All answers to a note. */
export const repliesTo = (records: Records, { id, shotId }: Pick<Note, 'id' | 'shotId'>): Note[] =>
  (byShot(records.comment).get(shotId) ?? []).filter(({ replyTo }) => replyTo === id);

/** A note of the artist's own; or an answer, which goes to the note that is answered, not to another answer. */
export const writeNote = define(
  'write-note',
  {
    ...onShot,
    sha256: remark.shape.sha256,
    place: remark.shape.place,
    text: remark.shape.text,
    replyTo: id.exactOptional(),
  },
  {
    apply: (records, { type: _, replyTo, ...said }, { id, at, who }) => {
      need(records, 'shot', said.shotId);
      const answered = replyTo === undefined ? null : need(records, 'comment', replyTo);
      const of = answered && {
        shotId: answered.shotId,
        sha256: answered.sha256,
        replyTo: answered.replyTo ?? answered.id,
      };
      return [add(records, 'comment', { ...said, ...of, id, author: who, at, state: 'open' })];
    },
    label: ({ replyTo }, shots) => `${replyTo === undefined ? 'Write a note' : 'Answer a note'} on ${shots}`,
  },
);

/** What is drawn as part of a note. */
export const drawnFor = (records: Records, { id, shotId }: Pick<Note, 'id' | 'shotId'>): Drawing[] =>
  (byShot(records.drawing).get(shotId) ?? []).filter(({ commentId }) => commentId === id);

/** A note with its answers and all that is drawn for it; with its last answer one of which nothing else is left. */
export function removedNote(records: Records, noteId: string): Write[] {
  const note = need(records, 'comment', noteId);
  const answered = records.comment[note.replyTo ?? ''];
  const isLast =
    answered?.text === '' &&
    drawnFor(records, answered).length === 0 &&
    repliesTo(records, answered).length === 1;
  return [...(isLast ? [answered] : []), note, ...repliesTo(records, note)].flatMap((gone) => [
    ...drawnFor(records, gone).map(({ id }) => remove('drawing', id)),
    remove('comment', gone.id),
  ]);
}

/** Other words, or another place; what is absent stays. A note without words of which nothing is drawn goes. */
export const editNote = define(
  'edit-note',
  {
    noteId: id,
    text: z.string().trim().max(LONGEST_NOTE).exactOptional(),
    place: place.nullable().exactOptional(),
  },
  {
    apply: (records, { type: _, noteId, ...fields }) => {
      const note = { ...need(records, 'comment', noteId), ...fields };
      const isEmpty = note.text === '' && drawnFor(records, note).length === 0;
      return isEmpty ? removedNote(records, noteId) : [put('comment', note)];
    },
    label: ({ text }, shots) => `${text === undefined ? 'Move' : 'Edit'} a note on ${shots}`,
    shots: ({ noteId }, records) => shotOfNote(noteId, records),
  },
);

export const removeNote = define(
  'remove-note',
  { noteId: id },
  {
    apply: (records, { noteId }) => removedNote(records, noteId),
    label: (_command, shots) => `Remove a note on ${shots}`,
    shots: ({ noteId }, records) => shotOfNote(noteId, records),
  },
);

const VERBS: Readonly<Record<NoteState, string>> = {
  open: 'Reopen',
  resolved: 'Resolve',
  dismissed: 'Dismiss',
};

export const setNoteState = define(
  'set-note-state',
  { noteId: id, state: noteState },
  {
    apply: (records, { noteId, state }) => [put('comment', { ...need(records, 'comment', noteId), state })],
    label: ({ state }, shots) => `${VERBS[state]} a note on ${shots}`,
    shots: ({ noteId }, records) => shotOfNote(noteId, records),
  },
);
