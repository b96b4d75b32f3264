/** Fits what the embedded judge takes for a picture of its world, on frames kept for fitting. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { InferenceClient } from '@inference/index.js';
import { type FamiliarFile, strangeness } from '@models/judge/index.js';
import { renderScenePng, sampleScene, seededRandom, seedFrom } from '@models/storybook/world/index.js';
import { EigenvalueDecomposition, Matrix } from 'ml-matrix';
import { inTemporaryFolder } from './board.js';

const DIMENSIONS = 32;
/** Above the strangest of the frames held back: room for faulty frames, which are of this world all the same. */
const MARGIN = 1.2;

/** `count` frames give the space, a quarter as many more the limit. */
export async function fitFamiliar(
  client: InferenceClient,
  version: string,
  count: number,
): Promise<FamiliarFile> {
  const features = await featuresOf(client, Math.round(count * 1.25));
  const space = fitSpace(version, features.slice(0, count));
  const strangest = Math.max(...features.slice(count).map((one) => strangeness(one, space)));
  return { ...space, limit: round(strangest * MARGIN) };
}

const featuresOf = (client: InferenceClient, count: number): Promise<number[][]> =>
  inTemporaryFolder(async (folder) => {
    const file = join(folder, 'frame.png');
    const all: number[][] = [];
    for (let i = 0; i < count; i += 1) {
      await writeFile(file, await renderScenePng(sampleScene(seededRandom(seedFrom('dev', i)))));
      const { features } = await client.judge('storybook', { file, questions: [] });
      all.push([...features]);
      if ((i + 1) % 50 === 0) console.error(`${i + 1} of ${count} frames`);
    }
    return all;
  });

function fitSpace(fittedOn: string, features: readonly number[][]): FamiliarFile {
  const matrix = new Matrix(features as number[][]);
  const mean = matrix.mean('column');
  const centred = matrix.subRowVector(mean);
  const covariance = centred.transpose().mmul(centred).div(features.length);
  const { eigenvectorMatrix, realEigenvalues } = new EigenvalueDecomposition(covariance, {
    assumeSymmetric: true,
  });
  const largest = realEigenvalues
    .map((value, column) => ({ value, column }))
    .sort((a, b) => b.value - a.value);
  return {
    fittedOn,
    mean: mean.map(round),
    basis: largest.slice(0, DIMENSIONS).map(({ column }) => eigenvectorMatrix.getColumn(column).map(round)),
    residual: round(largest.slice(DIMENSIONS).reduce((sum, { value }) => sum + Math.max(0, value), 0)),
    limit: Number.MAX_VALUE,
  };
}

const round = (value: number): number => Number(value.toPrecision(5));
