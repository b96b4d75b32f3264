/** The description that lies beside a picture: `name.json`, `name.txt` or `name.md`. */
import { join } from 'node:path';
import { fieldOf, isFields, seedOf, textOf } from '@core/fields/index.js';
import { type NamesBelow, readTextWithin, Unfit, withoutExtension } from '@core/files/index.js';
import type { Skipped } from '@shared/contract/index.js';
import { parse as parseJson } from 'lossless-json';

export const SIDE_CARS: readonly string[] = ['.json', '.txt', '.md'];

/** Bytes. */
const LARGEST = 1024 * 1024;

export interface SideCar {
  readonly description?: string;
  readonly prompt?: string;
  readonly negativePrompt?: string;
  readonly seed?: string;
  readonly scene?: string;
}

/** `picture`: its path from the folder. Empty when there is none. One that cannot be read is added to `skipped`. */
export async function readSideCar(
  folder: string,
  picture: string,
  names: NamesBelow,
  skipped: Skipped[],
): Promise<SideCar> {
  for (const extension of SIDE_CARS) {
    const name = withoutExtension(picture) + extension;
    if (!(await names.mayHave(name))) continue;
    const text = await readTextWithin(folder, join(folder, name), LARGEST).catch((thrown) => {
      if (thrown instanceof Unfit) skipped.push({ name, reason: thrown.message });
      return null;
    });
    if (text === null) continue;
    const clean = text.replaceAll('\r\n', '\n');
    if (extension !== '.json') return { description: clean.trim() };
    const found = jsonSideCar(clean);
    if (found) return found;
    skipped.push({ name, reason: 'no description or prompt in it' });
  }
  return {};
}

/** Null when it holds neither a description nor a prompt. */
function jsonSideCar(text: string): SideCar | null {
  let row: unknown;
  try {
    row = parseJson(text);
  } catch {
    return null;
  }
  if (!isFields(row)) return null;
  const prompt = textOf(fieldOf(row, 'prompt', 'visualPrompt'));
  const description = textOf(fieldOf(row, 'description', 'sceneDescription')) ?? prompt;
  const negativePrompt = textOf(fieldOf(row, 'negativePrompt'));
  const seed = seedOf(fieldOf(row, 'seed'));
  const scene = textOf(fieldOf(row, 'scene'));
  if (description === undefined) return null;
  return {
    description,
    ...(prompt !== undefined && { prompt }),
    ...(negativePrompt !== undefined && { negativePrompt }),
    ...(seed !== null && { seed }),
    ...(scene !== undefined && { scene }),
  };
}
