/** Shots that stay on the board and are no part of the story. */
import { z } from 'zod';
import { isInPlay, put } from '../records/index.js';
import { define } from './definition.js';
import { shotIds, shotsOfIds } from './moves.js';

/** `isOmitted` false: they are part of it again. What was decided on them stays. */
export const omitShots = define(
  'omit-shots',
  { shotIds, isOmitted: z.boolean() },
  {
    apply: (records, { shotIds, isOmitted }) =>
      shotsOfIds(records, shotIds)
        .filter((shot) => isInPlay(shot) === isOmitted)
        .map(({ omitted: _, ...shot }) => put('shot', isOmitted ? { ...shot, omitted: true } : shot)),
    label: ({ isOmitted }, shots) =>
      isOmitted ? `Leave ${shots} out of play` : `Take ${shots} into play again`,
    shots: ({ shotIds }) => shotIds,
  },
);
