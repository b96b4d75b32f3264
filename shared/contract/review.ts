/** The storyboard that is open: the document, what changes in it, and the commands that change it. */
import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { derived } from '../analysis.js';
import { sentCommand } from '../commands/index.js';
import { job } from '../job.js';
import { id, records, recordsDiff } from '../records/index.js';
import { settings } from '../settings.js';
import { call } from './call.js';

export const skipped = z.object({ name: z.string(), reason: z.string() });

/** Everything the mirror needs; sent on `watch` and after every `open`. */
export const document = z.object({
  /** Grows by one with every message that follows. */
  seq: z.number().int().nonnegative(),
  /** Names the review file: the same at every opening, and no other file's. */
  reviewKey: z.string(),
  records,
  derived,
  jobs: z.array(job),
  settings,
  canUndo: z.string().nullable(),
  canRedo: z.string().nullable(),
  readOnly: z.string().nullable(),
  /** What the import left out, and why. */
  skipped: z.array(skipped),
});

export const message = z.discriminatedUnion('type', [
  z.object({ type: z.literal('document'), document: document.nullable() }),
  z.object({
    type: z.literal('change'),
    seq: z.number().int(),
    diff: recordsDiff,
    /** Of the call that caused it, so that an optimistic update can be settled. */
    commandId: id.nullable(),
    canUndo: z.string().nullable(),
    canRedo: z.string().nullable(),
  }),
  /** Findings and suggestions whole; analyses only those that changed. */
  z.object({ type: z.literal('derived'), seq: z.number().int(), derived }),
  z.object({ type: z.literal('job'), seq: z.number().int(), job }),
  z.object({ type: z.literal('settings'), seq: z.number().int(), settings }),
]);

export const reviewCalls = {
  /** First the document as it stands (null when none is open), then what changes. */
  watch: call.output(eventIterator(message)),
  command: {
    run: call.input(sentCommand).output(z.object({ seq: z.number().int() })),
    undo: call.output(z.object({ label: z.string() })),
    redo: call.output(z.object({ label: z.string() })),
  },
};

export type Skipped = z.infer<typeof skipped>;
export type Document = z.infer<typeof document>;
export type Message = z.infer<typeof message>;
