/**
 * Whether a picture is of the world that a model was taught. The answers of a small model about any other picture are
 * noise that looks like certainty, so it declines to answer.
 *
 * Mean patch features of its world's pictures form one cloud; the squared Mahalanobis distance from its middle tells
 * strangers (Lee et al., NeurIPS 2018). Every direction counts, also those in which the world hardly varies: that is
 * where photographs and paintings of others leave it.
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';

/** Beside a model's other files. */
export const FAMILIAR = 'familiar.json';

export const familiarFile = z.object({
  /** Version of the judge whose features these are. */
  fittedOn: z.string(),
  mean: z.array(z.number()),
  /** Lower triangular L, row by row, with L·Lᵀ the inverse of the covariance of the world's pictures. */
  whitening: z.array(z.number()),
  /** Beyond it a picture is a stranger. */
  limit: z.number().positive(),
});

export type FamiliarFile = z.infer<typeof familiarFile>;

/** About 1 on a picture of the world, more on a stranger. `features` are as long as `mean`. */
export function strangeness(
  features: readonly number[],
  { mean, whitening }: Pick<FamiliarFile, 'mean' | 'whitening'>,
): number {
  const white = new Float64Array(mean.length);
  for (let i = 0, at = 0; i < mean.length; i++) {
    const off = (features[i] ?? 0) - (mean[i] as number);
    for (let j = 0; j <= i; j++, at++) white[j] = (white[j] as number) + (whitening[at] ?? 0) * off;
  }
  return white.reduce((sum, value) => sum + value * value, 0) / mean.length;
}

/** Why a picture with these features is not judged; null when it is of the world. */
export async function strangersDeclined(
  folder: string,
): Promise<(features: readonly number[]) => string | null> {
  const familiar = familiarFile.parse(JSON.parse(await readFile(join(folder, FAMILIAR), 'utf8')));
  return (features) =>
    strangeness(features, familiar) > familiar.limit
      ? 'this picture is not of the world that this judge knows'
      : null;
}
