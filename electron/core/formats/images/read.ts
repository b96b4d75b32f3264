/** A folder of pictures as a storyboard: one shot each, in natural order, described by side-car or by what the picture says. */
import { readdir } from 'node:fs/promises';
import { basename } from 'node:path';
import { byName, extensionOf, isPicture } from '@core/files/index.js';
import type { Skipped } from '@shared/contract/index.js';
import { ContinuistError } from '@shared/errors.js';
import type { ImportedShot, SourceStoryboard, SourceTake } from '../imported.js';
import { readSideCar, SIDE_CARS } from './side-car.js';

/** Throws OPEN_FAILED when the folder holds no picture. */
export async function readImages(folder: string): Promise<SourceStoryboard> {
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
  const shots: ImportedShot<SourceTake>[] = [];
  for (const [index, name] of pictures.entries()) {
    const { scene, description, ...words } = await readSideCar(folder, name, skipped);
    shots.push({
      number: String(index + 1),
      scene: scene ?? null,
      description: description ?? '',
      duration: null,
      takes: [{ path: name, ...words, selected: true }],
    });
  }
  return {
    folder,
    title: basename(folder),
    source: { kind: 'images', name: basename(folder), format: 'images' },
    styleBrief: '',
    characters: [],
    shots,
    skipped,
  };
}
