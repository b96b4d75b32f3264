/** How well a brand's style is known, and the file that it travels in. */
import { z } from 'zod';
import { percent } from './percent.js';
import { outsidePicture, styleFeatures } from './records/index.js';

/** 0–1. */
const unit = z.number().min(0).max(1);

/** How often examples that were left out in turn were told right: the mean of both sides, and where it most likely lies, at 95 %. */
export const sureness = z.object({ accuracy: unit, low: unit, high: unit });

/** Examples of each side that it takes before any frame is scored, and before a frame can be found to be off. */
export const LEAST_EXAMPLES = 3;
export const ENOUGH_EXAMPLES = 6;

const amount = z.number().int().nonnegative();

export const brandReport = z.object({
  /** Examples that count, of each side. */
  on: amount,
  off: amount,
  /** Pictures that are still to be measured. */
  waiting: amount,
  /** Measured by another version of the program, so that they do not count. */
  stale: amount,
  /** What the judge's vision tower sees counts too: it has seen every example. */
  tower: z.boolean(),
  /** Null while there are too few examples to try any. */
  sureness: sureness.nullable(),
});

export const PROFILE_FORMAT = 'continuist-brand-style';
export const PROFILE_VERSION = 1;

/** The file, version 1. docs/brand-style.md describes it for people. */
export const brandProfile = z.object({
  format: z.literal(PROFILE_FORMAT),
  version: z.literal(PROFILE_VERSION),
  application: z.object({ name: z.literal('continuist'), version: z.string().max(100) }),
  name: z.string().max(100),
  /** What the features of all examples were made by. */
  features: z.object({ measures: styleFeatures.shape.measures, judge: styleFeatures.shape.judge }),
  /** As it was where the file was written; told anew from the examples where it is read. */
  sureness: sureness.nullable(),
  examples: z
    .array(
      z.object({
        on: z.boolean(),
        name: outsidePicture.shape.name,
        preview: outsidePicture.shape.preview,
        style: styleFeatures.shape.style,
        tower: styleFeatures.shape.tower,
      }),
    )
    .max(10_000),
});

export type Sureness = z.infer<typeof sureness>;
export type BrandReport = z.infer<typeof brandReport>;
export type BrandProfile = z.infer<typeof brandProfile>;

export const NO_REPORT: BrandReport = {
  on: 0,
  off: 0,
  waiting: 0,
  stale: 0,
  tower: false,
  sureness: null,
};

/** There are as many of each side as it takes. */
const has = ({ on, off }: BrandReport, least: number): boolean => Math.min(on, off) >= least;

/** A frame that is off can be found: there are enough examples, and they are told apart better than by a coin. */
export const canFlag = (report: BrandReport): boolean =>
  has(report, ENOUGH_EXAMPLES) && (report.sureness?.low ?? 0) > 0.5;

export const canScore = (report: BrandReport): boolean => has(report, LEAST_EXAMPLES);

/** "3 on style and 1 off it" */
const counted = ({ on, off }: BrandReport): string => `${on} on style and ${off} off it`;

/** How sure it is and what it lacks, in sentences. */
export function reportTold(report: BrandReport): string[] {
  const { on, off, waiting, stale, sureness: sure } = report;
  const told: string[] = [];
  if (!canScore(report))
    told.push(
      `Too few examples: ${counted(report)}. Frames are scored from ${LEAST_EXAMPLES} of each, and flagged from ${ENOUGH_EXAMPLES} of each.`,
    );
  else if (sure) {
    told.push(
      `Tells ${percent(sure.accuracy)} of its own examples right (${percent(sure.low)} to ${percent(sure.high)}), each tried without itself.`,
    );
    if (Math.min(on, off) < ENOUGH_EXAMPLES)
      told.push(`Few examples: ${counted(report)}. Frames are flagged from ${ENOUGH_EXAMPLES} of each.`);
    else if (!canFlag(report))
      told.push(
        'That may be no better than a coin, so no frame is flagged. Mark more examples, or clearer ones.',
      );
  }
  if (waiting > 0)
    told.push(
      `${waiting} ${waiting === 1 ? 'example was' : 'examples were'} not measured yet: they count after an analysis.`,
    );
  if (stale > 0)
    told.push(
      `${stale} ${stale === 1 ? 'example was' : 'examples were'} measured by another version of Continuist and cannot be compared: add those pictures anew.`,
    );
  return told;
}
