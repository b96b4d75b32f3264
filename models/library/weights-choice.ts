/** Which of a model’s weights the artist chose, where there are two: kept among the downloads, beside the model’s files. */
import { readFileSync } from 'node:fs';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type WeightsChoice, weightsChoice } from '@shared/weights-choice.js';
import { z } from 'zod';
import type { CatalogueEntry, ModelEntry } from './catalogue.js';

const FILE = 'weights.json';
const kept = z.object({ weights: weightsChoice });

export const hasFineWeights = ({ devices }: ModelEntry): boolean =>
  Object.values(devices).some(({ fine }) => fine !== undefined);

/** Small where nothing was chosen, or nothing that can be read. `folder`: of all that is kept of the model. */
export function choiceIn(folder: string): WeightsChoice {
  try {
    return kept.parse(JSON.parse(readFileSync(join(folder, FILE), 'utf8'))).weights;
  } catch {
    return 'small';
  }
}

export async function keepChoiceIn(folder: string, weights: WeightsChoice): Promise<void> {
  const file = join(folder, FILE);
  if (weights === 'small') return rm(file, { force: true });
  await mkdir(folder, { recursive: true });
  await writeFile(`${file}.part`, `${JSON.stringify({ weights })}\n`);
  await rename(`${file}.part`, file);
}

/** What it takes to run the model with those weights. `entry`: as the catalogue has it. */
export function withWeights(entry: CatalogueEntry, weights: WeightsChoice): CatalogueEntry {
  if (weights === 'small' || !hasFineWeights(entry)) return entry;
  const devices = Object.entries(entry.devices).map(([device, on]) => [
    device,
    { ...on, dtype: { ...on.dtype, ...on.fine } },
  ]);
  return { ...entry, devices: Object.fromEntries(devices) };
}
