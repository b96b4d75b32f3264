/** What is measured and derived: reports, findings, suggestions. Never edited by hand, always recomputable. */
import { z } from 'zod';
import { agreementFields } from './agreement.js';
import { composition, pixelComposition } from './composition/index.js';
import { claimKind, id, instant, region } from './records/index.js';
import { SEVERITIES } from './severity.js';

/** 0–1. */
const unit = z.number().min(0).max(1);

/** The same, of one thing that is scored. */
const score = (what: string) => unit.nullable().describe(`${what}. 0 to 1; null = not judged.`);

export const outcome = z.enum(['pass', 'unsure', 'fail', 'skipped', 'not-judged']);

export const verdict = z.object({
  claimId: id,
  kind: claimKind,
  text: z.string(),
  p: unit
    .nullable()
    .describe(
      'Calibrated probability that the picture satisfies the claim. 0 to 1; null = skipped or not judged.',
    ),
  outcome,
  /** Why it was skipped or not judged, or that the judges of an ensemble disagree; '' otherwise. */
  reason: z.string(),
  weight: z
    .number()
    .positive()
    .describe('How much it counts in the score beside the others. Above 0; 1 = as usual.'),
  ...agreementFields,
});

/** One measure of a frame in the image's own pixels. */
export const measure = z.object({
  name: z.string(),
  value: z.number().describe('In the unit that `unit` names. Any number; each measure has its own range.'),
  unit: z.string(),
  z: z
    .number()
    .nullable()
    .describe(
      "Robust z against this storyboard's median, in standard deviations. Any number; null = a board too small to compare.",
    ),
  /** Whether it stands out, by the board or by an absolute floor. */
  flagged: z.boolean(),
});

export const colour = z.string().regex(/^#[0-9a-f]{6}$/);

/** One line of writing in a picture, as it was read. */
export const writing = z.object({
  text: z.string(),
  region,
  /** How sure its letters are. */
  confidence: unit,
});

export const frameMeasures = z.object({
  /** Quality measures by name (blur, noise, exposure, contrast, saturation, blockiness …). */
  quality: z.record(z.string(), z.number()),
  /** Style feature groups: colour, tone, line, texture, frequency; each a vector. */
  style: z.record(z.string(), z.array(z.number())),
  /** 64-bit perceptual hash, hex. */
  hash: z.string(),
  /** Five dominant colours, most first. */
  palette: z.array(colour),
  width: z.number().int(),
  height: z.number().int(),
  /** Absent from what was measured before it was. */
  composition: pixelComposition.exactOptional(),
  /** Of the way of measuring; absent from what is older than the first that is counted. */
  version: z.number().int().exactOptional(),
  /** What is written in it, from top to bottom; absent where nobody had to read it. */
  writing: z.array(writing).exactOptional(),
});

/**
 * What one judge version has said of one picture, growing as more is asked: kept by picture and judge version,
 * independent of the storyboard around it, so that nothing is asked twice and an edited description costs only
 * its new claims.
 */
export const judgement = z.object({
  judge: z.string(),
  /** Version of weights, dtype, prompts and calibration. */
  judgeVersion: z.string(),
  /** By `answerKey`: calibrated P(yes), or null and why the judge declines. */
  answers: z.record(
    z.string(),
    z.object({
      p: unit.nullable(),
      reason: z.string(),
      /** P(yes) of its likeliest opposite; absent where that was not asked. */
      contrast: unit.exactOptional(),
      ...agreementFields,
    }),
  ),
  /** Calibrated P(yes) of whole descriptions in one question, by text. */
  whole: z.record(z.string(), unit.nullable()),
  /** Mean of the vision tower's patch features. */
  features: z.array(z.number()),
  /** Milliseconds the model has spent on this picture. */
  milliseconds: z.number().nonnegative(),
  /** The judge gave words, not probabilities (a server without logprobs). */
  coarse: z.boolean(),
  at: instant,
});

/** The key of one question in a judgement. */
export const answerKey = (question: { kind: string; text: string }): string =>
  `${question.kind}: ${question.text}`;

export const severity = z.enum(SEVERITIES);
export const findingKind = z.enum([
  'claim-failed',
  'attribute-drift',
  'identity-drift',
  'wrong-state',
  'missing-character',
  'extra-character',
  'wrong-place',
  'wrong-time',
  'wrong-framing',
  'composition',
  'style-drift',
  'off-brand',
  'blur',
  'noise',
  'exposure',
  'compression',
  'banding',
  'ringing',
  'upscaling',
  'seam',
  'border',
  'flat-frame',
  'near-duplicate',
  'stray-text',
  'unreadable',
]);

export const evidence = z.object({
  /** What is seen on this shot and on the ones it is compared with. */
  items: z.array(
    z.object({
      shotId: id,
      takeId: id,
      label: z.string(),
      value: z
        .number()
        .nullable()
        .describe(
          'A probability, 0 to 1, or a measure. Any number, in the unit that the label names; null = none.',
        ),
      region: region.nullable(),
      ago: z
        .number()
        .int()
        .positive()
        .exactOptional()
        .describe(
          'Shots from there to the finding’s own, on the last one before it that shows what this one should. 1 or more; 1 = the one before.',
        ),
    }),
  ),
  /** One sentence with the numbers: "saturation 0.08, board 0.46". */
  detail: z.string(),
});

export const finding = z.object({
  /** Stable across re-analysis: kind + shots + subject. Dismissals hold on to it. */
  key: z.string(),
  kind: findingKind,
  severity,
  /** The shot it is shown on; others it involves are in the evidence. */
  shotId: id,
  takeId: id,
  /** One sentence for the artist. */
  message: z.string(),
  claimIds: z.array(id),
  factId: id.nullable(),
  evidence,
  dismissed: z.boolean(),
});

export const editKind = z.enum([
  'move-to-front',
  'raise-weight',
  'restate-canon',
  'replace-word',
  'add-phrase',
  'add-negative',
  'add-style',
  'new-seed',
]);

/** One change of the prompt that can be switched on and off by itself. */
export const edit = z.object({
  /** Stable for the same finding and rule. */
  key: z.string(),
  kind: editKind,
  /** Why, for the artist. */
  reason: z.string(),
  findingKeys: z.array(z.string()),
  /** Which text it changes. */
  target: z.enum(['prompt', 'negative', 'seed']),
  /** Text in the target to take out ('' = nothing) and text to put in ('' = nothing), and where. */
  remove: z.string(),
  insert: z.string(),
  at: z.enum(['front', 'in-place', 'end']),
});

export const suggestion = z.object({
  shotId: id,
  takeId: id,
  edits: z.array(edit),
  /** With every edit on. */
  prompt: z.string(),
  negativePrompt: z.string(),
  newSeed: z.boolean(),
  /** The most pressing finding as a sentence that says what to change; '' = none can be said so. */
  instruction: z.string(),
});

/** What is suggested for a shot; 'none' = it was looked for, and nothing can be suggested. */
export const suggested = z.union([suggestion, z.literal('none')]);

export const scores = z.object({
  description: score('How well it shows what the description says'),
  style: score("How close it is to the storyboard's style"),
  /** Absent where it does not leave the style of the others, or nothing explains that. */
  styleExcuse: z
    .string()
    .describe(
      'By which words its description asks for what makes it leave the style of the others ("rain"): it is no finding then.',
    )
    .exactOptional(),
  characters: score('How well its characters keep their looks'),
  quality: score('How clean it is as a picture'),
  /** Absent where no brand's style is known. */
  brand: unit
    .describe("Probability that it is in the brand's style. 0 to 1; below 0.5 it is off it.")
    .exactOptional(),
});

/** How many are seen of something, by an eye or the artist's own boxes. */
export const count = z.object({
  /** As a claim says it: "dog". */
  noun: z.string(),
  /** "two dogs". */
  text: z.string(),
  seen: z.number().int().nonnegative().describe('How many are seen. 0 or more.'),
  asked: z
    .number()
    .int()
    .nonnegative()
    .nullable()
    .describe('How many the description asks for. 0 or more; null = it gives no number.'),
  /** "two"; '' where no number is asked for. */
  wanted: z.string(),
  claimId: id.nullable(),
  /** Nobody has measured how often the eye that counted is right about this: it decides nothing. Absent where somebody has, or the artist said it. */
  untested: z.literal(true).exactOptional(),
});

/** `failed`: the judge failed at it, which says nothing of the picture; `unreadable`: its file is damaged or gone. */
export const takeState = z.enum(['waiting', 'running', 'done', 'failed', 'unreadable']);

/** Everything known of one take, against the storyboard as it stands now. */
export const takeAnalysis = z.object({
  takeId: id,
  state: takeState,
  /** For `failed` and `unreadable`: what happened and what to do, for the artist. */
  error: z.string().nullable(),
  scores,
  /** What was found in it is known: it is the pick of its shot. */
  found: z.boolean(),
  verdicts: z.array(verdict),
  whole: unit.nullable(),
  quality: z.array(measure),
  style: z.array(measure),
  palette: z.array(colour),
  judge: z.string().nullable(),
  judgeVersion: z.string().nullable(),
  coarse: z.boolean(),
  /** Absent before the picture was measured. */
  composition: composition.exactOptional(),
  /** What a number is asked of first, then what else is seen. Absent where nobody looked. */
  counts: z.array(count).exactOptional(),
  /** What the judge suspects of the drawing (`SLIPS`), likeliest first: untested advice. Absent where it suspects nothing or was not asked. */
  slips: z.array(z.object({ id: z.string(), p: unit })).exactOptional(),
  /** Milliseconds the model took; null when it came from the cache before timings were known. */
  milliseconds: z.number().nullable(),
});

export type Outcome = z.infer<typeof outcome>;
export type Verdict = z.infer<typeof verdict>;
export type Measure = z.infer<typeof measure>;
export type Count = z.infer<typeof count>;
export type Writing = z.infer<typeof writing>;
export type FrameMeasures = z.infer<typeof frameMeasures>;
export type Judgement = z.infer<typeof judgement>;
export type FindingKind = z.infer<typeof findingKind>;
export type Evidence = z.infer<typeof evidence>;
export type Finding = z.infer<typeof finding>;
export type EditKind = z.infer<typeof editKind>;
export type Edit = z.infer<typeof edit>;
export type Suggestion = z.infer<typeof suggestion>;
export type Suggested = z.infer<typeof suggested>;

export const suggestionIn = (known: Suggested | null | undefined): Suggestion | null =>
  known && known !== 'none' ? known : null;

export type Scores = z.infer<typeof scores>;
export type TakeState = z.infer<typeof takeState>;
export type TakeAnalysis = z.infer<typeof takeAnalysis>;

export interface Derived {
  /** By take. */
  readonly analyses: Readonly<Record<string, TakeAnalysis>>;
  /** For the picks, in order of severity. */
  readonly findings: Finding[];
  /** By shot; absent = not known yet, or there is nothing to suggest for. */
  readonly suggestions: Readonly<Record<string, Suggested>>;
}

export const EMPTY_DERIVED: Derived = { analyses: {}, findings: [], suggestions: {} };
