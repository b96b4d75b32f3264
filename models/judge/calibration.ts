/** From a model's raw P(yes) to a probability that can be trusted, per kind of claim. */

import type { Thresholds } from '@shared/claim-graph.js';
import { sigmoid } from '@shared/log-odds.js';
import { claimKind } from '@shared/records/index.js';
import { z } from 'zod';

export const kindCalibration = z.object({
  /** Platt scaling of the logit: p = 1 / (1 + exp(-(slope × logit + offset))). */
  slope: z.number(),
  offset: z.number(),
  pass: z.number().min(0).max(1),
  fail: z.number().min(0).max(1),
});

export const calibrationFile = z.object({
  /** sha256 over the model files and the prompt it was fitted with. */
  fittedOn: z.string(),
  wholeWeight: z.number().min(0).max(1),
  /** For kinds that are not listed. */
  otherwise: kindCalibration,
  kinds: z.partialRecord(claimKind, kindCalibration),
});

export type CalibrationFile = z.infer<typeof calibrationFile>;
export type KindCalibration = z.infer<typeof kindCalibration>;

export const UNCALIBRATED: CalibrationFile = {
  fittedOn: '',
  wholeWeight: 0,
  otherwise: { slope: 1, offset: 0, pass: 0.6, fail: 0.4 },
  kinds: {},
};

export function calibrated(logit: number, by: KindCalibration): number {
  return sigmoid(by.slope * logit + by.offset);
}

export function thresholdsOf(file: CalibrationFile): Record<z.infer<typeof claimKind>, Thresholds> {
  const of = (kind: z.infer<typeof claimKind>): Thresholds => {
    const { pass, fail } = file.kinds[kind] ?? file.otherwise;
    return { pass, fail };
  };
  return Object.fromEntries(claimKind.options.map((kind) => [kind, of(kind)])) as Record<
    z.infer<typeof claimKind>,
    Thresholds
  >;
}
