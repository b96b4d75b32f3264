/**
 * The records of a review file: what is stored, what commands change, what undo restores.
 * Everything derived from them (findings, suggestions, scores) lives in analysis.ts.
 */
import { z } from 'zod';

export const id = z.string().min(1).max(64);
/** Seeds reach 2^64 - 1, past what a JSON number holds, so they travel as decimal strings. */
export const seed = z.string().regex(/^\d{1,20}$/);
/** Milliseconds since 1970-01-01 UTC. */
export const instant = z.number().int().nonnegative();
/** A fraction of the picture: 0–1 from its left and top edge. */
export const region = z.object({
  x: z.number(),
  y: z.number(),
  width: z.number(),
  height: z.number(),
});

export const sourceKind = z.enum(['images', 'pipeline']);
export const shotStatus = z.enum(['pending', 'approved', 'needs-changes', 'rejected', 'on-hold']);
export const claimKind = z.enum([
  'entity',
  'attribute',
  'count',
  'relation',
  'action',
  'place',
  'time',
  'weather',
  'framing',
  'style',
  'text',
]);
export const claimSource = z.enum(['description', 'canon', 'artist']);
export const factSubject = z.enum(['character', 'place', 'prop', 'style']);
export const decisionKind = z.enum([
  'approve',
  'edit',
  'reject',
  'hold',
  'needs-changes',
  'reset',
  'dismiss',
]);
export const requestState = z.enum(['queued', 'running', 'done', 'failed', 'cancelled']);
export const generatorId = z.enum(['storybook', 'command', 'none']);

export const storyboard = z.object({
  id,
  title: z.string(),
  source: z.object({
    kind: sourceKind,
    /** The folder or file name that was opened, for display; never an absolute path. */
    name: z.string(),
    /** Which importer read it: `story-pipeline`, `comfyui`, `a1111`, `images`. */
    format: z.string(),
  }),
  styleBrief: z.string(),
  createdAt: instant,
});

export const shot = z.object({
  id,
  /** Position in the storyboard, 0 first; dense after every command. */
  position: z.number().int().nonnegative(),
  /** The shot's number as its source writes it. */
  number: z.string(),
  /** Name of the scene it belongs to, for the bands under the strip. */
  scene: z.string().nullable(),
  description: z.string(),
  prompt: z.string(),
  negativePrompt: z.string(),
  /** Seconds. */
  duration: z.number().positive().nullable(),
  pickId: id.nullable(),
  status: shotStatus,
  note: z.string(),
  /** 0 = not rated, 1–5. */
  stars: z.number().int().min(0).max(5),
});

export const take = z.object({
  id,
  shotId: id,
  /** sha256 of the image file, lower-case hex; also the id of the picture in asset addresses. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  /** Relative to the review's base folder, with forward slashes. */
  path: z.string(),
  /** Pixels; 0 when the picture could not be read. */
  width: z.number().int().nonnegative(),
  height: z.number().int().nonnegative(),
  origin: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('imported') }),
    z.object({ kind: z.literal('regenerated'), fromTakeId: id, requestId: id }),
  ]),
  /** 0 for imported takes, then the number of the regeneration of this shot. */
  round: z.number().int().nonnegative(),
  prompt: z.string(),
  negativePrompt: z.string(),
  seed: seed.nullable(),
  /** Generator settings read from the picture or used for it (model, steps, cfg, size …). */
  settings: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
  /** Why the picture cannot be read; null when it can. */
  unreadable: z.string().nullable(),
  createdAt: instant,
});

export const claim = z.object({
  id,
  shotId: id,
  kind: claimKind,
  /** The atomic statement, e.g. "the girl's coat is red". */
  text: z.string(),
  /** Claims that must hold before this one can be asked (Davidsonian scene graph). */
  parents: z.array(id),
  /** Characters [start, end) of the shot's description this came from; null for canon and artist claims. */
  span: z.tuple([z.number().int(), z.number().int()]).nullable(),
  /** Relative weight in the description score; 1 is usual. */
  weight: z.number().positive(),
  /** The picture should *not* satisfy the text ("no people"); judged inverted and marked low-trust. */
  negated: z.boolean(),
  muted: z.boolean(),
  source: claimSource,
  /** The canon fact this claim checks. */
  factId: id.nullable(),
});

/** Something true of the story's world from one shot to another. */
export const fact = z.object({
  id,
  subject: factSubject,
  /** The character, place or prop it is about, as the story names it ("Mira"); '' for style. */
  name: z.string(),
  /** Noun phrase a picture can be asked about ("a girl in a red coat"). */
  statement: z.string(),
  /** Names and words that mean this subject in descriptions. */
  aliases: z.array(z.string()),
  /** Positions of the first and last shot it holds for; null = to that end of the storyboard. */
  from: z.number().int().nonnegative().nullable(),
  to: z.number().int().nonnegative().nullable(),
  origin: z.enum(['sheet', 'text', 'majority', 'artist']),
});

export const decision = z.object({
  id,
  shotId: id,
  takeId: id.nullable(),
  kind: decisionKind,
  reason: z.string(),
  /** Suggestion edits the artist accepted, by their stable keys. */
  acceptedEdits: z.array(z.string()),
  /** The prompt that was approved, where one was. */
  prompt: z.string().nullable(),
  negativePrompt: z.string().nullable(),
  /** For `dismiss`: key of the finding. */
  findingKey: z.string().nullable(),
  who: z.string(),
  at: instant,
});

export const request = z.object({
  id,
  shotId: id,
  fromTakeId: id,
  prompt: z.string(),
  negativePrompt: z.string(),
  seed,
  /** img2img denoising strength 0–1; null = text to image. */
  strength: z.number().min(0).max(1).nullable(),
  generator: generatorId,
  round: z.number().int().positive(),
  /** `artist` approved it, or `automatic` mode did within its limits. */
  approvedBy: z.enum(['artist', 'automatic']),
  state: requestState,
  resultTakeId: id.nullable(),
  error: z.string().nullable(),
  createdAt: instant,
});

export const TABLES = {
  storyboard,
  shot,
  take,
  claim,
  fact,
  decision,
  request,
} as const;

export type TableName = keyof typeof TABLES;
export type RecordOf<T extends TableName> = z.infer<(typeof TABLES)[T]>;
export type Region = z.infer<typeof region>;
export type Storyboard = z.infer<typeof storyboard>;
export type Shot = z.infer<typeof shot>;
export type Take = z.infer<typeof take>;
export type Claim = z.infer<typeof claim>;
export type ClaimKind = z.infer<typeof claimKind>;
export type Fact = z.infer<typeof fact>;
export type Decision = z.infer<typeof decision>;
export type DecisionKind = z.infer<typeof decisionKind>;
export type Request = z.infer<typeof request>;
export type ShotStatus = z.infer<typeof shotStatus>;
export type GeneratorId = z.infer<typeof generatorId>;

/** All records of one review, by table and id. */
export type Records = { readonly [T in TableName]: Readonly<Record<string, RecordOf<T>>> };

export const EMPTY_RECORDS: Records = {
  storyboard: {},
  shot: {},
  take: {},
  claim: {},
  fact: {},
  decision: {},
  request: {},
};

export const records = z.object({
  storyboard: z.record(z.string(), storyboard),
  shot: z.record(z.string(), shot),
  take: z.record(z.string(), take),
  claim: z.record(z.string(), claim),
  fact: z.record(z.string(), fact),
  decision: z.record(z.string(), decision),
  request: z.record(z.string(), request),
});

/** Shots in story order. */
export function shotsInOrder(all: Pick<Records, 'shot'>): Shot[] {
  return Object.values(all.shot).sort((a, b) => a.position - b.position);
}

/** Takes of a shot, oldest first. */
export function takesOf(all: Pick<Records, 'take'>, shotId: string): Take[] {
  return Object.values(all.take)
    .filter((t) => t.shotId === shotId)
    .sort((a, b) => a.round - b.round || a.createdAt - b.createdAt);
}

/** Regenerations a shot has had or has under way; cancelled and failed ones do not count. */
export function roundsUsed(all: Pick<Records, 'request'>, shotId: string): number {
  return Object.values(all.request).filter(
    (r) => r.shotId === shotId && r.state !== 'cancelled' && r.state !== 'failed',
  ).length;
}
