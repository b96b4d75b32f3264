import { z } from 'zod';
import { matchChoice } from '../matching/index.js';
import { call } from './call.js';
import { matchQuestion } from './match.js';

/** One entry in the open dialog. A token stands for a path on the host and is worth nothing elsewhere. */
export const openEntry = z.object({
  token: z.string(),
  name: z.string(),
  /** `file`: of a format that can be opened. */
  kind: z.enum(['folder', 'file', 'image']),
  /** What such a file is opened as: "a shots file"; '' for folders and pictures. */
  format: z.string(),
  /** Pictures directly inside, for folders. */
  pictures: z.number().int().nonnegative(),
  /** Of a folder: files of a model are directly inside, by their names. */
  model: z.boolean(),
});

export const listedFolder = z.object({
  parent: z.string().nullable(),
  name: z.string(),
  entries: z.array(openEntry),
  /** Pictures in it and in the folders below. `isAll`: false where there was too much to look through. */
  inside: z.object({ pictures: z.number().int().nonnegative(), isAll: z.boolean() }),
});

/** What an open dialog is for. For a model or pictures only folders can be chosen, for a brand's style only files. */
export const openPurpose = z.enum(['storyboard', 'model', 'pictures', 'brand-style']);

const entryName = z.string().min(1).max(1000);

/** What was dropped onto a page that learns no paths. */
export const dropped = z.object({
  /** Name of the folder; null: single files of one folder. */
  folder: entryName.nullable(),
  /** Some of those in it, none where it is empty; or the files themselves. `size`: in bytes; null = a folder. */
  entries: z.array(z.object({ name: entryName, size: z.number().int().nonnegative().nullable() })).max(100),
});

/** What `watch` tells of it follows. */
export const opened = z.object({
  shots: z.number().int().nonnegative(),
  /** Of comments that were taken into the storyboard that was open: what became of them, in sentences. */
  told: z.array(z.string()).exactOptional(),
});

export const openCalls = {
  open: {
    /** Folders and files to choose from; without a token the host’s starting folders. */
    list: call.input(z.object({ token: z.string().nullable() })).output(listedFolder),
    /** What was dropped, found by names and lengths; null where it lies nowhere near, or twice. */
    find: call.input(dropped).output(z.object({ token: z.string() }).nullable()),
    /** The host's own dialog; null when the artist cancels. */
    dialog: call.input(z.object({ purpose: openPurpose })).output(z.object({ token: z.string() }).nullable()),
    /**
     * `match`: what the artist said when asked; null = nothing yet. Where pictures and shots are not matched plainly, and
     * nothing was said, nothing is opened and the question comes back. `withoutPictures`: also where none matches.
     */
    board: call
      .input(
        z.object({
          token: z.string(),
          match: matchChoice.nullable(),
          withoutPictures: z.boolean().exactOptional(),
        }),
      )
      .output(z.union([opened, z.object({ asks: matchQuestion })])),
    /** What would be asked. Opens nothing. */
    match: call.input(z.object({ token: z.string(), match: matchChoice })).output(matchQuestion),
    /** What waits since the start is not opened. */
    notNow: call.output(z.void()),
    sample: call.output(opened),
  },
};

export type Dropped = z.infer<typeof dropped>;
export type OpenPurpose = z.infer<typeof openPurpose>;
export type OpenEntry = z.infer<typeof openEntry>;
export type ListedFolder = z.infer<typeof listedFolder>;
