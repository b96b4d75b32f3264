/** The storyboard that is open: the document, what changes in it, and the commands that change it. */
import { eventIterator, type } from '@orpc/contract';
import { z } from 'zod';
import { analysisChange } from '../analysis-change.js';
import { sentCommand } from '../commands/index.js';
import { job } from '../job.js';
import { overview, overviewChange } from '../overview.js';
import { id, records, recordsPatch } from '../records/index.js';
import { sentClaims } from '../sent-claim.js';
import { sourceState } from '../source-change/index.js';
import { call } from './call.js';
import { making } from './generators.js';
import { shownSettings } from './settings.js';

export const skipped = z.object({ name: z.string(), reason: z.string() });

/** A copy of the review as it was earlier, by its name. */
const offeredBackup = z.object({
  name: z.string(),
  /** When it was made: milliseconds since 1970-01-01 UTC. */
  at: z.number().int(),
});

/** A storyboard at a glance: sent when a window begins to watch, and when another one is opened. */
const document = z.object({
  /** Names the review file: the same at every opening, and no other file's. */
  reviewKey: z.string(),
  /** The last change of the review that is in it. */
  event: z.number().int().nonnegative(),
  /** Without claims: those come with the details of the shots that are looked at. */
  records,
  overview,
  canUndo: z.string().nullable(),
  canRedo: z.string().nullable(),
  readOnly: z.string().nullable(),
  /** It is only read because of what may be over by now: it can be opened again. */
  opensAgain: z.boolean(),
  /** What the artist should know of where the review lies, and of what was found there. */
  notes: z.array(z.string()),
  /** Of a review whose file was damaged or gone: a backup that can be opened instead. */
  offeredBackup: offeredBackup.nullable(),
  /** What the import left out, and why. */
  skipped: z.array(skipped),
});

/** All that is known of the shots that a watcher looks at: the whole of one that is new, then what changes. */
export const details = z.object({
  /** All that are looked at, of others nothing is kept; null = those of before. */
  shots: z.array(id).nullable(),
  /** Of the shots that are new. */
  claims: sentClaims,
  /** By take: all fields, or those that changed; null = nothing is kept of it. */
  analyses: z.record(z.string(), analysisChange.nullable()),
});

/** Grows by one with every message to one watcher, so that a missing one is noticed. */
const seq = z.number().int().positive();

/** Another window decides about the storyboard that this one shows. */
const watchesOnly = z.boolean();

/** What `watch` tells. */
export const message = z.discriminatedUnion('type', [
  /** null = no storyboard is open. */
  z.object({
    type: z.literal('document'),
    seq,
    document: document.nullable(),
    details,
    jobs: z.array(job),
    /** What is being made now, by request. */
    making: z.record(z.string(), making),
    source: sourceState,
    watchesOnly,
    ...shownSettings.shape,
  }),
  /** The records changed. Of claims, only those of the shots that the watcher looks at. */
  z.object({
    type: z.literal('change'),
    seq,
    event: z.number().int().nonnegative(),
    patch: recordsPatch,
    /** Of the call that caused it, so that an optimistic update can be settled. */
    commandId: id.nullable(),
    canUndo: z.string().nullable(),
    canRedo: z.string().nullable(),
  }),
  /** What is known of all shots at a glance changed. */
  z.object({ type: z.literal('derived'), seq, change: overviewChange }),
  z.object({ type: z.literal('details'), seq, details }),
  z.object({ type: z.literal('job'), seq, job }),
  /** How far the picture of a request is; null once nothing is being made of it. */
  z.object({ type: z.literal('making'), seq, requestId: id, making: making.nullable() }),
  /** What its source says otherwise than the storyboard, and what it leaves out. */
  z.object({ type: z.literal('source'), seq, ...sourceState.shape, skipped: z.array(skipped) }),
  z.object({ type: z.literal('settings'), seq, watchesOnly, ...shownSettings.shape }),
  /** Of the system's menu: what the artist chose there, for this window alone. */
  z.object({ type: z.literal('action'), seq, id: z.string() }),
  /** Of a storyboard that opens in this window: so many pictures were read, of all; 0 of 0 = that is over. */
  z.object({
    type: z.literal('reading'),
    seq,
    read: z.number().int().nonnegative(),
    all: z.number().int().nonnegative(),
  }),
  /** Something was dropped onto this window, or the system asks to open it here. */
  z.object({ type: z.literal('dropped'), seq, token: z.string() }),
  /** A process was lost: what happened, and what that means for the artist. */
  z.object({ type: z.literal('lost'), seq, message: z.string(), hint: z.string() }),
]);

/** Who watches, by a name of its own making, and the shots that it is to be told everything of. */
export const looking = z.object({ watcher: id, shots: z.array(id).max(64) });

/** A step that was taken back, or done again. */
export const stepped = z.object({
  label: z.string(),
  /** False when all of it stayed as it is. */
  changed: z.boolean(),
  /** For the artist: what stayed, and what stopped. '' where there is nothing to say. */
  note: z.string(),
  /** The shots it is about, so that the window can go there. */
  shotIds: z.array(id),
});

export const reviewCalls = {
  /** First the document as it stands, then what changes: as it is, since checking takes as long as sending. */
  watch: call.input(looking).output(eventIterator(type<Message>())),
  /** The shots that a watcher looks at from now on. */
  look: call.input(looking).output(z.void()),
  command: {
    /** Gives back the change that it made, as `change` messages number them. */
    run: call.input(sentCommand).output(z.object({ event: z.number().int() })),
    undo: call.output(stepped),
    redo: call.output(stepped),
  },
  /** Opens the backup that is offered in the place of the review, which is kept. */
  openBackup: call.output(z.void()),
  /** Opens a review again that was only read. True where it can be changed now. Throws NOT_FOUND where it is not `opensAgain`. */
  openAgain: call.output(z.boolean()),
};

export type Stepped = z.infer<typeof stepped>;
export type OfferedBackup = z.infer<typeof offeredBackup>;
export type Skipped = z.infer<typeof skipped>;
export type Details = z.infer<typeof details>;
export type Looking = z.infer<typeof looking>;
export type Message = z.infer<typeof message>;
export type Lost = Pick<Extract<Message, { type: 'lost' }>, 'message' | 'hint'>;
