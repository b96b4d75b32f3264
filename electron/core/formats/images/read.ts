/** A folder of pictures as a storyboard: one shot each, in natural order, described by side-car or embedded prompt. */
import { readdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { byName, extensionOf, isPicture } from '@core/files/index.js';
import type { Skipped } from '@shared/contract/index.js';
import { ContinuistError } from '@shared/errors.js';
import type { ImportedShot, ImportedStoryboard } from '../imported.js';
import type { ReadEmbedded } from '../input.js';
import { readSideCar, SIDE_CARS } from './side-car.js';

/** Throws OPEN_FAILED when the folder holds no picture. */
export async function readImages(folder: string, embeddedIn: ReadEmbedded): Promise<ImportedStoryboard> {
  const names = await readdir(folder);
  const pictures = names.filter(isPicture).sort(byName);
  if (pictures.length === 0) {
    throw new ContinuistError('OPEN_FAILED', `${basename(folder)} has no pictures`, {
      folder: basename(folder),
    });
  }
  const skipped: Skipped[] = names
    .filter((name) => !name.startsWith('.') && !isPicture(name) && !SIDE_CARS.includes(extensionOf(name)))
    .map((name) => ({ name, reason: 'not a picture' }));
  const tools = new Set<string>();
  const shots: ImportedShot[] = [];
  for (const [index, name] of pictures.entries()) {
    const embedded = await embeddedIn(join(folder, name));
    if (embedded) tools.add(embedded.tool);
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
      format: tools.size === 1 ? ([...tools][0] ?? 'images') : 'images',
    },
    styleBrief: '',
    characters: [],
    shots,
    skipped,
  };
}
