/** A model of the catalogue at its real dimensions with random weights: made once by Python, kept between runs. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { userDataFolder } from '@core/host/folders.js';
import { type CatalogueEntry, modelFolder } from '@models/index.js';

const MAKERS: Readonly<Record<string, string>> = {
  'llava-onevision': '../models/llava-onevision/export/make_random.py',
};

/** Stands in for the user's folder of downloads. */
export const randomModels = join(
  process.env.CONTINUIST_DATA_FOLDER ?? userDataFolder(),
  'bench',
  'random-models',
);

/** The model's folder. Throws when there is no program that makes it, or that program fails. */
export async function randomModel(entry: CatalogueEntry, python: string): Promise<string> {
  const folder = modelFolder(entry, { modelsFolder: '', downloadsFolder: randomModels });
  if (existsSync(folder)) return folder;
  const maker = MAKERS[entry.architecture];
  if (!maker) throw new Error(`nothing makes random weights for ${entry.architecture}`);
  console.error(`Making random weights in ${folder}; this takes some minutes and is done once.`);
  await mkdir(dirname(folder), { recursive: true });
  const script = fileURLToPath(new URL(maker, import.meta.url));
  const child = spawn(python, [script, '--out', folder], { stdio: ['ignore', 'inherit', 'inherit'] });
  const [code] = await once(child, 'close');
  if (code !== 0) throw new Error(`${script} ended with ${code}`);
  return folder;
}
