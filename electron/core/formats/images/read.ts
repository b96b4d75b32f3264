/**
 * A folder of pictures as a storyboard: shots by what the pictures' names say, described by side-car or by what the
 * picture says.
 */
import { basename } from 'node:path';
import { extensionOf, NamesBelow, withoutExtension } from '@core/files/index.js';
import { BOARD_SETTINGS_FILE } from '@core/settings/index.js';
import type { Skipped } from '@shared/contract/index.js';
import { ContinuistError } from '@shared/errors.js';
import { groupPictures, latestVersion, seedsInNames } from '@shared/matching/index.js';
import { withSeed } from '../frames-of.js';
import type { ImportedShot, SourceStoryboard, SourceTake } from '../imported.js';
import type { Input } from '../input.js';
import { readSideCar, SIDE_CARS, type SideCar } from './side-car.js';

/** `input`: the folder, or a picture in it. Throws OPEN_FAILED when it holds no picture. */
export async function readImages(input: Input): Promise<SourceStoryboard> {
  const { folder } = input;
  const { paths, others, skipped: passed } = await input.pictures();
  if (paths.length === 0) {
    throw new ContinuistError('OPEN_FAILED', `${basename(folder)} has no pictures`, {
      folder: basename(folder),
    });
  }
  const skipped: Skipped[] = [...passed];
  const stems = new Set(paths.map(withoutExtension));
  for (const name of others)
    if (!SIDE_CARS.includes(extensionOf(name))) skipped.push({ name, reason: 'not a picture' });
    else if (!stems.has(withoutExtension(name)) && name !== BOARD_SETTINGS_FILE)
      skipped.push({ name, reason: 'no picture has its name, and it lists no shots' });
  const shots: ImportedShot<SourceTake>[] = [];
  const { shots: grouped, leftOut } = groupPictures(paths, input.match);
  const seeds = seedsInNames(paths, input.match);
  const names = new NamesBelow(folder);
  for (const { path, reason } of leftOut) skipped.push({ name: path, reason });
  for (const { number, scene, takes: pictures } of grouped) {
    const beside: (SideCar & { readonly path: string })[] = [];
    for (const path of pictures)
      beside.push(withSeed({ path, ...(await readSideCar(folder, path, names, skipped)) }, seeds));
    const latest = latestVersion(pictures);
    shots.push({
      number,
      scene: beside.find((one) => one.scene !== undefined)?.scene ?? scene,
      description: beside.find((one) => one.description !== undefined)?.description ?? '',
      duration: null,
      takes: beside.map(({ scene: _, description: __, ...take }, index) => ({
        ...take,
        selected: index === latest,
      })),
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
    match: { pictures: paths, shots: null, columns: [], doubts: [] },
  };
}
