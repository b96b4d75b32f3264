/** How often a judge was wrong where the truth is known, as it was measured and is kept beside its model. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { claimKind } from '@shared/records/index.js';
import { z } from 'zod';

export const EXAMINATION = 'examination.json';

const share = z.number().min(0).max(1);

/** Of the claims to which it answered pass or fail; those of which it was unsure are no answers. */
export const errorRate = z.object({
  claims: z.number().int().nonnegative(),
  /** Share of the answers that were wrong, and the ends of its 95 % interval. */
  rate: share,
  low: share,
  high: share,
});

const examinationFile = z.object({
  /** Version of the judge: of other weights or another calibration this says nothing. */
  examinedOn: z.string(),
  /** What it was asked. */
  set: z.string(),
  kinds: z.partialRecord(
    claimKind,
    errorRate.extend({
      /** Share of the false claims that were failed, and of the true ones that were passed, of all that were asked. */
      sensitivity: share,
      specificity: share,
    }),
  ),
});

export type ExaminationFile = z.infer<typeof examinationFile>;
export type ErrorRates = Partial<Record<z.infer<typeof claimKind>, z.infer<typeof errorRate>>>;

/** Of the judge of that version whose files lie in `folder`; undefined where it was not examined. */
export async function errorRatesOf(folder: string, version: string): Promise<ErrorRates | undefined> {
  const text = await readFile(join(folder, EXAMINATION), 'utf8').catch(() => null);
  if (text === null) return undefined;
  const { examinedOn, kinds } = examinationFile.parse(JSON.parse(text));
  if (examinedOn !== version) return undefined;
  return Object.fromEntries(Object.entries(kinds).map(([kind, one]) => [kind, errorRate.parse(one)]));
}
