/**
 * The feedback JSON: the product's own format, version 1. What was judged, what was decided, what came of it.
 * Stable order (shots in story order, keys as below), so that two exports diff well.
 */
import { z } from 'zod';
import { edit, evidence, findingKind, measure, scores, severity, verdict } from './analysis.js';
import { refusal } from './device.js';
import { decisionKind, factSubject, generatorId, requestState, seed, shotStatus } from './records/index.js';

/** ISO 8601, UTC. */
const time = z.string();

const feedbackTake = z.object({
  id: z.string(),
  /** Relative to the feedback file's folder, forward slashes. */
  path: z.string(),
  sha256: z.string(),
  round: z.number().int().nonnegative(),
  origin: z.enum(['imported', 'regenerated']),
  prompt: z.string(),
  negativePrompt: z.string(),
  seed: seed.nullable(),
  width: z.number().int(),
  height: z.number().int(),
  scores,
  unreadable: z.string().nullable(),
});

export const feedbackShot = z.object({
  number: z.string(),
  position: z.number().int().nonnegative(),
  scene: z.string().nullable(),
  description: z.string(),
  status: shotStatus,
  /** Id of the take that counts. */
  pick: z.string().nullable(),
  scores,
  whole: z.number().nullable(),
  verdicts: z.array(verdict),
  quality: z.array(measure),
  style: z.array(measure),
  findings: z.array(
    z.object({
      key: z.string(),
      kind: findingKind,
      severity,
      message: z.string(),
      evidence,
      dismissed: z.boolean(),
    }),
  ),
  suggestion: z
    .object({
      prompt: z.string(),
      negativePrompt: z.string(),
      newSeed: z.boolean(),
      edits: z.array(edit),
    })
    .nullable(),
  decisions: z.array(
    z.object({
      kind: decisionKind,
      reason: z.string(),
      who: z.string(),
      at: time,
      acceptedEdits: z.array(z.string()),
      prompt: z.string().nullable(),
      negativePrompt: z.string().nullable(),
      findingKey: z.string().nullable(),
    }),
  ),
  requests: z.array(
    z.object({
      round: z.number().int().positive(),
      state: requestState,
      prompt: z.string(),
      negativePrompt: z.string(),
      seed,
      generator: generatorId,
      approvedBy: z.enum(['artist', 'automatic']),
      from: z.string(),
      result: z.string().nullable(),
      error: z.string().nullable(),
    }),
  ),
  takes: z.array(feedbackTake),
  note: z.string(),
  stars: z.number().int(),
});

export const feedback = z.object({
  format: z.literal('continuist-feedback'),
  version: z.literal(1),
  exportedAt: time,
  application: z.object({ name: z.literal('continuist'), version: z.string() }),
  storyboard: z.object({
    title: z.string(),
    source: z.object({ kind: z.string(), name: z.string(), format: z.string() }),
    styleBrief: z.string(),
  }),
  judge: z
    .object({
      id: z.string(),
      version: z.string(),
      limits: z.array(z.string()),
      /** What it ran on. */
      device: z.string(),
      /** Devices that it should rather have run on, and why it did not. */
      refused: z.array(refusal).exactOptional(),
      /** Of an ensemble. */
      members: z.array(z.object({ id: z.string(), version: z.string() })).exactOptional(),
    })
    .nullable(),
  generator: generatorId,
  totals: z.object({
    shots: z.number().int(),
    judged: z.number().int(),
    flagged: z.number().int(),
    approved: z.number().int(),
    rejected: z.number().int(),
    waiting: z.number().int(),
    regenerated: z.number().int(),
    unreadable: z.number().int(),
  }),
  canon: z.array(
    z.object({
      subject: factSubject,
      name: z.string(),
      statement: z.string(),
      from: z.number().int().nullable(),
      to: z.number().int().nullable(),
    }),
  ),
  /** Files of the storyboard's folder that are no take, and why. */
  skipped: z.array(z.object({ name: z.string(), reason: z.string() })),
  shots: z.array(feedbackShot),
});

export type Feedback = z.infer<typeof feedback>;
export type FeedbackShot = z.infer<typeof feedbackShot>;
