import { z } from 'zod';
import { asSentence } from './as-sentence.js';
import { errorData } from './error-data.js';
import { id, instant } from './records/index.js';

export const jobKind = z.enum(['analysis', 'regeneration', 'download', 'export', 'examination']);
export const jobState = z.enum(['queued', 'running', 'done', 'failed', 'cancelled']);

/** Long work. `seq` grows by one with every event of the job; exactly one event is terminal. */
export const job = z.object({
  id,
  kind: jobKind,
  state: jobState,
  seq: z.number().int().nonnegative(),
  /** 0–1, never falls. */
  progress: z.number().min(0).max(1),
  done: z.number().int().nonnegative(),
  total: z.number().int().nonnegative(),
  /** What it is doing now, for the artist. */
  doing: z.string(),
  /** Estimated seconds left; null until known. */
  secondsLeft: z.number().nonnegative().nullable(),
  /** What came out, for the artist, once it ended: "24 frames, 7 flagged, 3 unsure; 41 s"; '' where nobody asked and nothing did. */
  summary: z.string(),
  /** What of it failed though the rest was done: why, and what to do; '' = nothing did. */
  warning: z.string(),
  error: errorData.nullable(),
  startedAt: instant,
});

export type Job = z.infer<typeof job>;
export type JobKind = z.infer<typeof jobKind>;

export const isTerminal = (state: Job['state']): boolean =>
  state === 'done' || state === 'failed' || state === 'cancelled';

/** What is said of one that has ended; '' for nothing. */
export const endOf = ({ error, summary, warning }: Pick<Job, 'error' | 'summary' | 'warning'>): string =>
  error
    ? `${asSentence(error.message)} ${error.hint}`
    : warning === ''
      ? summary
      : `${asSentence(summary)} ${warning}`;

/** Somebody waits for it: what runs by itself keeps nobody from closing a window or leaving a storyboard, and nobody is called when it ends. */
export const isAwaited = ({ kind }: Pick<Job, 'kind'>): boolean => kind !== 'examination';
