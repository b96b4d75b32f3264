/**
 * Whether a picture is of the world that a model was taught. The answers of a small model about any other picture are
 * noise that looks like certainty, so it declines to answer.
 *
 * Mean patch features of its world's pictures lie near a space of few dimensions; the squared distance from it, in units of
 * what those keep on average, tells strangers (reconstruction error of a principal component model: Jackson
 * & Mudholkar, Technometrics 21, 1979).
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
  /** Orthonormal rows, each as long as `mean`. */
  basis: z.array(z.array(z.number())),
  /** Mean squared distance of the world's pictures from the space of `basis`. */
  residual: z.number().positive(),
  /** Beyond it a picture is a stranger. */
  limit: z.number().positive(),
});

export type FamiliarFile = z.infer<typeof familiarFile>;

/** About 1 on a picture of the world, more on a stranger. `features` are as long as `mean`. */
export function strangeness(features: readonly number[], { mean, basis, residual }: FamiliarFile): number {
  const centred = mean.map((value, i) => (features[i] ?? 0) - value);
  const within = basis.reduce((sum, row) => sum + dot(row, centred) ** 2, 0);
  return Math.max(0, dot(centred, centred) - within) / residual;
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

const dot = (a: readonly number[], b: readonly number[]): number =>
  a.reduce((sum, value, i) => sum + value * (b[i] ?? 0), 0);
