/** Drawing over a picture: figures that belong to a note. */
import { z } from 'zod';
import { ContinuistError } from '../errors.js';
import { add, figure, id, MOST_FIGURES, need, put, remove, sha256, type Write } from '../records/index.js';
import { define } from './definition.js';
import { drawnFor, drawnOver, removedNote, repliesTo } from './notes.js';
import { onShot } from './on-shot.js';

/**
 * One figure more, for the note of this id; one that is not there yet begins with it. Throws DRAWINGS_FULL, and
 * CONFLICT where the note is about another picture.
 */
export const draw = define(
  'draw',
  {
    ...onShot,
    /** Of the picture that is drawn over. */
    sha256,
    noteId: id,
    figure,
  },
  {
    apply: (records, { shotId, sha256, noteId, figure }, { id, at, who }) => {
      need(records, 'shot', shotId);
      const note = Object.hasOwn(records.comment, noteId) ? records.comment[noteId] : undefined;
      if (note && (note.shotId !== shotId || note.sha256 !== sha256))
        throw new ContinuistError('CONFLICT', 'the note is about another picture', { noteId });
      if (drawnOver(records, shotId, sha256).length >= MOST_FIGURES)
        throw new ContinuistError('DRAWINGS_FULL', `it has ${MOST_FIGURES} figures`, { shotId });
      const begun = {
        id: noteId,
        shotId,
        sha256,
        author: who,
        text: '',
        place: null,
        at,
        state: 'open',
      } as const;
      return [
        ...(note ? [] : [add(records, 'comment', begun)]),
        add(records, 'drawing', { id, shotId, commentId: noteId, figure, at }),
      ];
    },
    label: (_command, shots) => `Draw on ${shots}`,
  },
);

/** Moved, in another form, colour or other words. Throws CONFLICT where it would be a figure of another kind. */
export const changeDrawing = define(
  'change-drawing',
  { drawingId: id, figure },
  {
    apply: (records, { drawingId, figure }) => {
      const drawn = need(records, 'drawing', drawingId);
      if (drawn.figure.kind !== figure.kind)
        throw new ContinuistError('CONFLICT', 'a figure stays of its kind', { drawingId });
      return [put('drawing', { ...drawn, figure })];
    },
    label: (_command, shots) => `Change a drawing on ${shots}`,
    shots: ({ drawingId }, { drawing }) => (drawing[drawingId] ? [drawing[drawingId].shotId] : []),
  },
);

/** A note that was only drawn, and of which nothing is left, goes too. */
export const erase = define(
  'erase',
  { drawingIds: z.array(id).min(1).max(MOST_FIGURES) },
  {
    apply: (records, { drawingIds }) => {
      const gone = new Set(drawingIds);
      const drawn = drawingIds.map((one) => need(records, 'drawing', one));
      const emptied = [...new Set(drawn.map(({ commentId }) => commentId))].flatMap((commentId): Write[] => {
        const note = records.comment[commentId];
        if (note?.text !== '' || repliesTo(records, note).length > 0) return [];
        return drawnFor(records, note).some((one) => !gone.has(one.id))
          ? []
          : removedNote(records, commentId);
      });
      return [...drawn.map((one) => remove('drawing', one.id)), ...emptied];
    },
    label: ({ drawingIds }, shots) =>
      `Erase ${drawingIds.length === 1 ? 'a drawing' : 'drawings'} on ${shots}`,
    shots: ({ drawingIds }, { drawing }) => [
      ...new Set(drawingIds.flatMap((one) => drawing[one]?.shotId ?? [])),
    ],
  },
);
