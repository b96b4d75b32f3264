/** Fits what the embedded judge takes for a picture of its world, on frames kept for fitting. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { InferenceClient } from '@inference/index.js';
import type { FamiliarFile } from '@models/judge/index.js';
import { renderScenePng, sampleScene, seededRandom, seedFrom } from '@models/storybook/world/index.js';
import { CholeskyDecomposition, Matrix } from 'ml-matrix';
import { inTemporaryFolder } from './board.js';

const FRAMES = 500;
/** A judge sees 128 pixels of any size; smaller frames are drawn many times faster. */
const SIZE = { width: 512, height: 288 };
/**
 * Within it lie 303 of 310 other frames of the world, none of 197 frames of real stories (the nearest at 1.72), and 15
 * of 654 photographs, paintings, comics and screenshots, eleven of them of one web page.
 */
const LIMIT = 1.68;
/** Variance that every direction is given, of that in the widest one: so many frames do not tell less. */
const RIDGE = 5e-5;

export async function fitFamiliar(client: InferenceClient, version: string): Promise<FamiliarFile> {
  return { fittedOn: version, ...cloudOf(await featuresOf(client)), limit: LIMIT };
}

const featuresOf = (client: InferenceClient): Promise<number[][]> =>
  inTemporaryFolder(async (folder) => {
    const file = join(folder, 'frame.png');
    const all: number[][] = [];
    for (let i = 0; i < FRAMES; i += 1) {
      await writeFile(file, await renderScenePng(sampleScene(seededRandom(seedFrom('dev', i))), SIZE));
      const { features } = await client.judge('storybook', { file, questions: [] });
      all.push([...features]);
      if ((i + 1) % 50 === 0) console.error(`${i + 1} of ${FRAMES} frames`);
    }
    return all;
  });

/** The cloud that lists of features form. */
export function cloudOf(features: readonly number[][]): Pick<FamiliarFile, 'mean' | 'whitening'> {
  const matrix = new Matrix(features as number[][]);
  const mean = matrix.mean('column');
  const centred = matrix.subRowVector(mean);
  const covariance = centred.transpose().mmul(centred).div(features.length);
  const widest = Math.sqrt(covariance.mmul(covariance).trace());
  const inverse = inverseOf(covariance.add(Matrix.eye(mean.length).mul(RIDGE * widest)));
  const { lowerTriangularMatrix } = new CholeskyDecomposition(inverse);
  const whitening = lowerTriangularMatrix.to2DArray().flatMap((row, i) => row.slice(0, i + 1).map(round));
  return { mean: mean.map(round), whitening };
}

/** Exactly symmetric, as what is taken apart has to be. */
function inverseOf(covariance: Matrix): Matrix {
  const inverse = new CholeskyDecomposition(covariance).solve(Matrix.eye(covariance.rows));
  return Matrix.add(inverse, inverse.transpose()).div(2);
}

const round = (value: number): number => Number(value.toPrecision(5));
