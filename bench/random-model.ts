/** A model of the catalogue at its real dimensions with random weights: made once by Python, kept between runs. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { userDataFolder } from '@core/host/folders.js';
import {
  type CatalogueEntry,
  type Device,
  type EyeEntry,
  filesFor,
  modelFolder,
} from '@models/library/index.js';
import type { ReferenceDtype } from './reference.js';

interface RealSize {
  /** The references that are measured unless others are named. */
  readonly references: readonly ReferenceDtype[];
  /** Small enough for all contenders to lie in memory at once, and so to be measured in turn. */
  readonly together: boolean;
  /** Bytes of a card that it may take at most. */
  readonly card: number;
  /** At least so many times as fast as PyTorch in single precision, on the processor. */
  readonly speedUp: number;
  /** Features of a picture, where transformers.js documents how to use it; null where it does not. */
  readonly features: number | null;
}

const GIB = 2 ** 30;

const REAL_SIZES: Readonly<Partial<Record<CatalogueEntry['architecture'], RealSize>>> = {
  'llava-onevision': {
    references: ['float32', 'bfloat16'],
    together: true,
    card: 12 * GIB,
    speedUp: 4,
    features: 729,
  },
  'phi-3.5-vision': {
    references: ['bfloat16'],
    together: false,
    card: 8 * GIB,
    speedUp: 2,
    features: null,
  },
};

/** Throws where nothing makes such a model with random weights. */
export function realSize({ name, architecture }: CatalogueEntry): RealSize {
  const size = REAL_SIZES[architecture];
  if (!size) throw new Error(`${name} is not measured yet: nothing makes it at its real size`);
  return size;
}

/** Stands in for the user's folder of downloads. */
export const randomModels = join(
  process.env.CONTINUIST_DATA_FOLDER ?? userDataFolder(),
  'bench',
  'random-models',
);

/** The model's folder, with the files for `device`. Throws when the program that makes them fails. */
export async function randomModel(
  entry: CatalogueEntry | EyeEntry,
  device: Device,
  python: string,
): Promise<string> {
  const folders = { modelsFolder: '', downloadsFolder: randomModels };
  const folder = modelFolder(entry, folders);
  // Random weights are not as long as those that the catalogue tells the size of.
  if (filesFor(entry, device).every(({ path }) => existsSync(join(folder, path)))) return folder;
  console.error(`Making random weights in ${folder}; this takes some minutes and is done once.`);
  await mkdir(dirname(folder), { recursive: true });
  const script = fileURLToPath(
    new URL(`../models/architectures/${entry.architecture}/export/make_random.py`, import.meta.url),
  );
  const half = device === 'cpu' ? [] : ['--half'];
  const child = spawn(python, [script, '--out', folder, ...half], {
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  const [code] = await once(child, 'close');
  if (code !== 0) throw new Error(`${script} ended with ${code}`);
  return folder;
}
