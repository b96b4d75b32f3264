/** Which picture shows which shot, as it is shown before a storyboard is opened where that is not plain, and when it is asked for. */
import { z } from 'zod';
import { matchChoice } from '../matching/index.js';

const shotToMatch = z.object({
  number: z.string(),
  scene: z.string().nullable(),
  names: z.array(z.string()),
  hasOthers: z.boolean(),
  /** Its beginning. */
  description: z.string(),
});

const readColumn = z.object({
  header: z.string(),
  /** What it is read as; null = it is not read. */
  meaning: z.string().nullable(),
  /** The artist said so, or its header does by itself. */
  isSure: z.boolean(),
});

export const shownMatch = z.object({
  /** `id`: for its address, good until others are shown. */
  pictures: z.array(z.object({ path: z.string(), id: z.string() })),
  /** null where the pictures are all there is. */
  shots: z.array(shotToMatch).nullable(),
  /** Of a shot list. */
  columns: z.array(readColumn),
  /** What a column can be read as. */
  meanings: z.array(z.string()),
  /** What of the columns was guessed, in sentences. */
  doubts: z.array(z.string()),
});

export const matchQuestion = z.object({
  /** Of what is opened; null = of the storyboard that is open. */
  token: z.string().nullable(),
  name: z.string(),
  /** The folder's shots files, where one has to be chosen: each is a storyboard of its own. */
  files: z.array(z.object({ token: z.string(), name: z.string() })),
  /** What was said of it so far. */
  said: matchChoice,
  /** null: a file is chosen first, or the source says itself of every picture what it shows. */
  match: shownMatch.nullable(),
});

export type ShownMatch = z.infer<typeof shownMatch>;
export type MatchQuestion = z.infer<typeof matchQuestion>;
