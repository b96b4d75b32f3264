/** Stage 4 of a story pipeline: what its configuration says of the vision stage. */
import { basename, dirname, resolve } from 'node:path';
import { matchFrom } from '@core/formats/index.js';
import { GENERATORS } from '@core/generators/index.js';
import { ContinuistError } from '@shared/errors.js';
import { keyDistance, nearestKey } from '@shared/nearest-key.js';
import { settings } from '@shared/settings.js';
import { SEVERITIES } from '@shared/severity.js';
import { z } from 'zod';
import { jsonIn } from './json-in.js';

const { judge, device, ensemble, sensitivity, rounds, candidates, maxRequests, maxMinutes } = settings.shape;

/** What it says of a setting counts as a flag. */
const vision = z.strictObject({
  enabled: z.boolean().default(true),
  judge: judge.unwrap().optional(),
  device: device.unwrap().optional(),
  ensemble: ensemble.unwrap().optional(),
  sensitivity: sensitivity.unwrap().optional(),
  generator: z.enum(GENERATORS.map(({ id }) => id)).optional(),
  /** Regenerate without asking, within `rounds`, `maxRequests` and `maxMinutes`. */
  automatic: z.boolean().default(false),
  /** A yes to ComfyUI graphs that are used for the first time. */
  allowGraphs: z.boolean().optional(),
  rounds: rounds.unwrap().optional(),
  candidates: candidates.unwrap().optional(),
  maxRequests: maxRequests.unwrap().optional(),
  maxMinutes: maxMinutes.unwrap().optional(),
  /** Where the feedback JSON goes; none is written without it. */
  feedback: z.string().min(1).optional(),
  failOn: z.enum(SEVERITIES).optional(),
  /** Which picture shows which shot: a pattern, or what a file for `--match-file` holds. */
  match: z
    .unknown()
    .transform((value) => matchFrom(value, 'vision.match'))
    .optional(),
});

/** Other stages' keys are theirs, unless one is a key of this stage but for a slip; within `vision` an unknown key is an error. */
const stageConfig = z.object({
  /** The shots file, relative to the configuration. */
  shots: z.string().min(1),
  /** Where the shots file with approved prompts and picks goes. */
  out: z.string().min(1),
  vision: vision.default({ enabled: true, automatic: false }),
});

export type StageConfig = z.infer<typeof stageConfig>;

/** Paths come back absolute. Throws BAD_FILE naming the file, the field and what was expected, or BAD_MATCH. */
export async function readStageConfig(file: string): Promise<StageConfig> {
  const name = basename(file);
  const value = await jsonIn(file);
  const slip = slipIn(value);
  if (slip !== null) throw new ContinuistError('BAD_FILE', `${name}: ${slip}`, { file: name });
  const parsed = stageConfig.safeParse(value);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const field = issue?.path.join('.') || 'the whole file';
    throw new ContinuistError('BAD_FILE', `${name}, ${field}: ${issue ? expected(issue) : 'not valid'}`, {
      file: name,
      field,
    });
  }
  const { shots, out, vision: stage } = parsed.data;
  const absolute = (path: string) => resolve(dirname(file), path);
  return {
    shots: absolute(shots),
    out: absolute(out),
    vision: { ...stage, ...(stage.feedback ? { feedback: absolute(stage.feedback) } : {}) },
  };
}

/** Letters that a key may differ by from one of ours and still be taken for it. */
const SLIP = 2;

function slipIn(value: unknown): string | null {
  const known = Object.keys(stageConfig.shape);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return null;
  for (const key of Object.keys(value)) {
    const near = nearestKey(key, known);
    if (!known.includes(key) && keyDistance(key, near) <= SLIP) return didYouMean(key, near);
  }
  return null;
}

const didYouMean = (key: string, near: string): string => `it has “${key}”; did you mean “${near}”?`;

function expected(issue: z.core.$ZodIssue): string {
  if (issue.code !== 'unrecognized_keys') return issue.message;
  const [key = ''] = issue.keys;
  return didYouMean(key, nearestKey(key, Object.keys(vision.shape)));
}
