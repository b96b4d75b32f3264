/**
 * The feedback JSON: the product's own format, version 2. What was judged, what was decided, what came of it.
 * Stable order (shots in story order, keys as below), so that two exports diff well.
 */
import { z } from 'zod';
import { count, edit, evidence, findingKind, measure, scores, severity, verdict } from './analysis.js';
import { refusal } from './device.js';
import { skill } from './examination/index.js';
import {
  claimKind,
  decisionKind,
  factSubject,
  figure,
  generatorId,
  noteState,
  region,
  requestState,
  seed,
  sha256,
  shotStatus,
} from './records/index.js';

/** ISO 8601, UTC. */
const time = z.string();

/** 0–1. */
const unit = z.number().min(0).max(1);

const counted = (what: string) => z.number().int().nonnegative().describe(`${what}. 0 or more.`);
const pixels = (what: string) => counted(`${what} in pixels; 0 = it could not be read`);

/** Of pairs of a claim that holds and one that does not. */
const told = z.object({
  pairs: counted('Pairs that it was asked'),
  share: unit.describe(
    'Share in which it gave what holds the higher probability. 0 to 1; a coin reaches 0.5.',
  ),
  low: unit.describe('The share is at least this, at 95 % confidence. 0 to 1.'),
  high: unit.describe('The share is at most this, at 95 % confidence. 0 to 1.'),
});

const feedbackTake = z.object({
  id: z.string(),
  /** Relative to the feedback file's folder, forward slashes. */
  path: z.string(),
  sha256: z.string(),
  round: counted('Which regeneration of the shot made it; 0 = none did'),
  origin: z.enum(['imported', 'regenerated']),
  prompt: z.string(),
  negativePrompt: z.string(),
  seed: seed.nullable(),
  width: pixels('Width'),
  height: pixels('Height'),
  /** Of the generator: `model`, `steps`, `cfg`, `sampler` …, as the picture's file or the storyboard's source has them. */
  settings: z.record(
    z.string(),
    z.union([
      z.string(),
      z.number().describe('In the unit that the generator gives it. Any number.'),
      z.boolean(),
    ]),
  ),
  /** What else the picture's own file says of how it was made. Null where it was not asked. */
  made: z
    .object({
      /** The program whose marks the file has, as `comfyui`; null where none is known by them. */
      tool: z.string().nullable(),
      loras: z.array(
        z.object({
          name: z.string(),
          weight: z
            .number()
            .nullable()
            .describe('How strongly it was applied, mostly 0 to 2. Any number; null = not said.'),
        }),
      ),
      /** What in the file is understood by no reader: "312 bytes of the PNG text “notes”". */
      notRead: z.array(z.string()),
    })
    .nullable(),
  scores,
  unreadable: z.string().nullable(),
  /** What is where, as the artist corrected it; what an eye saw stands with the shot. Absent where nobody corrected it. */
  boxes: z.array(z.object({ label: z.string(), region })).exactOptional(),
});

const feedbackVerdict = verdict.extend({
  /** What the text says is not to be seen, and passing means that it is not. Absent where it is to be seen. */
  negated: z.literal(true).exactOptional(),
});

/** The part of a picture that was to be looked at. */
const seenPart = region.nullable().describe('null = all of it.');
const ofTake = z.object({ take: z.string(), region: seenPart });
const ofPortrait = z.object({ portrait: z.string(), region: seenPart });

const likeness = z
  .number()
  .describe('Median likeness of the crops, 1 = the same. −1 to 1; what is usual differs from eye to eye.');

/** What is where in a picture, how many there are, and whether they are the same as in other shots. */
const seen = z.object({
  /** Id and version of the eye that looked; null where the artist corrected its boxes. */
  eye: z.string().nullable(),
  /** Each thing once. */
  boxes: z.array(
    z.object({
      label: z.string(),
      region,
      confidence: unit.describe('How sure it is that this is there. 0 to 1; 1 where the artist says so.'),
    }),
  ),
  /** What a number is asked of first. */
  counts: z.array(count),
  /** Of everybody who is seen in at least two other shots in which the same is said of their looks. */
  identity: z.array(
    z.object({
      /** In the canon, else the noun that they go by. */
      name: z.string(),
      likeness,
      /** The same among those other shots. */
      usual: likeness,
      shots: counted('Other shots that were compared, the nearest in the story'),
      alike: counted('Those of them that are alike'),
      /** It is found to show another. */
      off: z.boolean(),
      /** It is known how often this eye is right. */
      tested: z.boolean(),
    }),
  ),
});

export const feedbackShot = z.object({
  number: z.string(),
  position: counted('Place in the story; 0 = the first'),
  scene: z.string().nullable(),
  description: z.string(),
  status: shotStatus,
  /** It is left out of play: it is no part of the story, and counts in no total. Absent = it is in play. */
  omitted: z.literal(true).exactOptional(),
  /** What changed since the shot was approved, or since its picture was ordered. Absent where nothing did. */
  outOfDate: z.string().exactOptional(),
  /** Id of the take that counts. */
  pick: z.string().nullable(),
  scores,
  /** Why the judge said nothing at all of the pick. Absent where it said anything, or nothing was asked. */
  notJudged: z.string().exactOptional(),
  /** The judge failed at the pick when it was last asked, which says nothing of the picture. Absent where it did not. */
  judgeFailed: z.literal(true).exactOptional(),
  whole: unit
    .nullable()
    .describe('Calibrated probability of the whole description, asked at once. 0 to 1; null = not asked.'),
  verdicts: z.array(feedbackVerdict),
  quality: z.array(measure),
  style: z.array(measure),
  /** Of the pick. Absent where nobody looked. */
  seen: seen.exactOptional(),
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
      round: z.number().int().positive().describe('Which regeneration of the shot it is. 1 or more.'),
      state: requestState,
      prompt: z.string(),
      negativePrompt: z.string(),
      seed,
      generator: generatorId,
      approvedBy: z.enum(['artist', 'automatic']),
      from: z.string(),
      result: z.string().nullable(),
      error: z.string().nullable(),
      /** What changed since it was approved, so that it is not made before somebody looks again. Absent where nothing did. */
      outOfDate: z.string().exactOptional(),
      /** What was to be changed in the picture, as one says it. Absent where the prompt was drawn. */
      instruction: z.string().exactOptional(),
      /** What the picture was to look like, or parts of it: takes, and pictures of the cast. Absent where there were none. */
      references: z.array(z.union([ofTake, ofPortrait])).exactOptional(),
    }),
  ),
  takes: z.array(feedbackTake),
  note: z.string(),
  /** Notes on the shot and their answers, by the artist and in contact sheets that came back, oldest first. Absent where there are none. */
  comments: z
    .array(
      z.object({
        /** Absent in what an earlier version of the program wrote. */
        id: z.string().exactOptional(),
        /** Id of the note that it answers. Absent where it answers none. */
        replyTo: z.string().exactOptional(),
        author: z.string(),
        at: time,
        text: z.string(),
        state: noteState,
        /** Id of the take that was commented on; null where the shot had none, or has it no more. */
        take: z.string().nullable(),
        /** Of the picture that was commented on; null where the shot had none. */
        sha256: sha256.nullable(),
        /** Where in that picture. Absent where it is about all of it. */
        place: z
          .object({
            x: z.number().describe('From the left edge of the picture. 0 to 1.'),
            y: z.number().describe('From the upper edge of the picture. 0 to 1.'),
          })
          .exactOptional(),
        /** What is drawn over that picture for it, what was drawn later on top. Absent where nothing is. */
        drawing: z.array(figure).exactOptional(),
      }),
    )
    .exactOptional(),
  stars: z.number().int().describe('By the artist. 0 to 5; 0 = not rated.'),
});

export const feedback = z.object({
  format: z.literal('continuist-feedback'),
  version: z.literal(2).describe('Of this format. Always 2.'),
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
      /** How its numbers are stored: `fp32`, `q4 and fp16` …; null where that is not known. */
      dtype: z.string().nullable(),
      /** By kind of claim. An earlier version of the program wrote null, or knew fewer kinds. */
      thresholds: z
        .partialRecord(
          claimKind,
          z.object({
            pass: unit.describe('A claim at this probability or above passes. 0 to 1.'),
            fail: unit.describe(
              'A claim at this probability or below fails; between both it is unsure. 0 to 1.',
            ),
          }),
        )
        .nullable(),
      /** How often it was wrong where the truth is known, by kind of claim. Null where it was not examined. */
      errorRates: z
        .partialRecord(
          claimKind,
          z.object({
            rate: unit.describe('Share of its answers that were wrong. 0 to 1.'),
            low: unit.describe('The rate is at least this, at 95 % confidence. 0 to 1.'),
            high: unit.describe('The rate is at most this, at 95 % confidence. 0 to 1.'),
            claims: counted('Claims it was examined on'),
          }),
        )
        .nullable(),
      /**
       * What its word is worth on this storyboard, by skill: a kind of claim, with colour told apart from other looks and
       * left and right from other relations. Absent where it was not examined.
       */
      examination: z
        .partialRecord(
          skill,
          z.object({
            /** On drawn pictures whose truth is known. Null where they ask nothing of it. */
            drawn: told
              .extend({
                wrong: unit.describe('Share of its passes and fails that were wrong. 0 to 1.'),
                wrongLow: unit.describe('That share is at least this, at 95 % confidence. 0 to 1.'),
                wrongHigh: unit.describe('That share is at most this, at 95 % confidence. 0 to 1.'),
                claims: counted('Passes and fails'),
                calibration: unit.describe(
                  'Mean distance of its probabilities from how often it is right. 0 to 1; 0 = it is right as often as it says.',
                ),
              })
              .nullable(),
            /** On claims of this storyboard asked of shots that cannot show them. Null where nothing contradicts. */
            board: told.nullable(),
            silenced: z.boolean().describe('It is not asked about it.'),
            fail: unit.describe(
              'A claim at this probability or below fails on this storyboard. 0 to 1; 0 = none fails.',
            ),
            cases: counted('Fails on which the artist decided'),
            overruled: counted('Of these, fails that the artist overruled'),
          }),
        )
        .exactOptional(),
      /** Of drawn pictures that it was asked of twice. Absent where it was not. */
      steadiness: z
        .object({
          claims: counted('Claims that it answered both times'),
          chance: unit.describe(
            'Share of what its answers differ by that is chance: one less the correlation of the answers. 0 to 1.',
          ),
          low: unit.describe('The share is at least this, at 95 % confidence. 0 to 1.'),
          high: unit.describe('The share is at most this, at 95 % confidence. 0 to 1.'),
          unsteady: z.boolean().describe('Too much of what it says is chance: the low end is above 0.1.'),
        })
        .exactOptional(),
      /** Devices that it should rather have run on, and why it did not. */
      refused: z.array(refusal).exactOptional(),
      /** Of an ensemble. */
      members: z.array(z.object({ id: z.string(), version: z.string() })).exactOptional(),
    })
    .nullable(),
  generator: generatorId,
  totals: z.object({
    shots: counted('Shots of the storyboard that are in play'),
    /** Absent where there are none. */
    omitted: counted('Shots that are left out of play').exactOptional(),
    judged: counted('Shots of whose pick anything was judged'),
    /** Absent in what an earlier version of the program wrote. */
    notJudged: counted('Shots of whose pick something was asked and nothing was judged').exactOptional(),
    flagged: counted('Shots with a finding that was not dismissed'),
    approved: counted('Shots that are approved'),
    rejected: counted('Shots that are rejected'),
    waiting: counted('Shots that wait for a decision'),
    regenerated: counted('Shots with a take that was made anew'),
    unreadable: counted('Shots with a picture that cannot be read'),
  }),
  canon: z.array(
    z.object({
      subject: factSubject,
      name: z.string(),
      statement: z.string(),
      from: counted(
        'Position of the first shot that it holds for, counted from 0; null = from the start',
      ).nullable(),
      to: counted(
        'Position of the last shot that it holds for, counted from 0; null = to the end',
      ).nullable(),
    }),
  ),
  /** Pictures that the storyboard's source has of its cast. Absent where there are none. */
  portraits: z
    .array(
      z.object({
        id: z.string(),
        /** Whom it shows. */
        name: z.string(),
        /** Relative to the feedback file's folder, forward slashes. */
        path: z.string(),
        sha256: z.string(),
        unreadable: z.string().nullable(),
      }),
    )
    .exactOptional(),
  /** Files of the storyboard's folder that are no take, and why. */
  skipped: z.array(z.object({ name: z.string(), reason: z.string() })),
  shots: z.array(feedbackShot),
});

export type Feedback = z.infer<typeof feedback>;
export type FeedbackShot = z.infer<typeof feedbackShot>;
