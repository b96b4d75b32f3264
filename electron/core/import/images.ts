/** A folder of pictures as a storyboard: one shot each, in natural order, described by side-car or embedded prompt. */
import { readdir, readFile } from 'node:fs/promises';
import { basename, extname, join, parse } from 'node:path';
import { byName, PICTURE_EXTENSIONS } from '@core/places/index.js';
import type { Skipped } from '@shared/contract/index.js';
import { ContinuistError } from '@shared/errors.js';
import { parse as parseJson } from 'lossless-json';
import { readEmbedded } from './embedded.js';
import { fieldOf, isFields, seedOf, textOf } from './fields.js';
import type { ImportedShot, ImportedStoryboard } from './imported.js';

const SIDE_CARS = ['.json', '.txt', '.md'];

/** `only`: file names to take; all pictures of the folder when absent. Throws OPEN_FAILED when there is none. */
export async function readImages(folder: string, only?: readonly string[]): Promise<ImportedStoryboard> {
  const names = only ?? (await readdir(folder));
  const pictures = names.filter((name) => PICTURE_EXTENSIONS.has(extname(name).toLowerCase())).sort(byName);
  if (pictures.length === 0) {
    throw new ContinuistError('OPEN_FAILED', `${basename(folder)} holds no pictures`, {
      folder: basename(folder),
    });
  }
  const skipped: Skipped[] = names
    .filter(
      (name) =>
        !name.startsWith('.') && !pictures.includes(name) && !SIDE_CARS.includes(extname(name).toLowerCase()),
    )
    .map((name) => ({ name, reason: 'not a picture' }));
  const formats = new Set<string>();
  const shots: ImportedShot[] = [];
  for (const [index, name] of pictures.entries()) {
    const embedded = await readEmbedded(join(folder, name));
    if (embedded) formats.add(embedded.format);
    const beside = await readSideCar(folder, name, skipped);
    const prompt = beside.prompt ?? embedded?.prompt ?? '';
    shots.push({
      number: String(index + 1),
      scene: beside.scene ?? null,
      description: beside.description ?? prompt,
      duration: null,
      takes: [
        {
          path: name,
          prompt,
          negativePrompt: beside.negativePrompt ?? embedded?.negativePrompt ?? '',
          seed: beside.seed ?? embedded?.seed ?? null,
          settings: embedded?.settings ?? {},
          selected: true,
        },
      ],
    });
  }
  return {
    folder,
    title: basename(folder),
    source: {
      kind: 'images',
      name: basename(folder),
      format: formats.size === 1 ? ([...formats][0] ?? 'images') : 'images',
    },
    styleBrief: '',
    characters: [],
    shots,
    skipped,
  };
}

interface SideCar {
  readonly description?: string;
  readonly prompt?: string;
  readonly negativePrompt?: string;
  readonly seed?: string;
  readonly scene?: string;
}

async function readSideCar(folder: string, picture: string, skipped: Skipped[]): Promise<SideCar> {
  for (const extension of SIDE_CARS) {
    const name = parse(picture).name + extension;
    const text = await readFile(join(folder, name), 'utf8').catch(() => null);
    if (text === null) continue;
    const clean = text.replace(/^\uFEFF/, '').replaceAll('\r\n', '\n');
    if (extension !== '.json') return { description: clean.trim() };
    const found = jsonSideCar(clean);
    if (found) return found;
    skipped.push({ name, reason: 'not a description in JSON' });
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
