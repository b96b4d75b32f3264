/**
 * A folder of pictures as a storyboard: shots by what the pictures' names say, described by side-car or by what the
 * picture says.
 */
import { basename } from 'node:path';
import { BOARD_SETTINGS_FILE } from '@core/settings/index.js';
import type { Skipped } from '@shared/contract/index.js';
import { ContinuistError } from '@shared/errors.js';
import { groupPictures, latestVersion, seedsInNames } from '@shared/matching/index.js';
import { whyNotRead } from '../foreign.js';
import { withSeed } from '../frames-of.js';
import type { ImportedShot, SourceStoryboard, SourceTake } from '../imported.js';
import type { Input } from '../input.js';
import { besideOneOf, isBeside, type SideCar, SideCars } from '../shot-rows/index.js';

/** `input`: the folder, or a picture in it. Throws OPEN_FAILED when it holds no picture. */
export async function readImages(input: Input): Promise<SourceStoryboard> {
  const { folder } = input;
  const { paths, others, skipped: passed } = await input.pictures();
  if (paths.length === 0) {
    const [first] = passed;
    const instead = first ? ` that can be read (${first.name}: ${first.reason})` : '';
    throw new ContinuistError('OPEN_FAILED', `${basename(folder)} has no pictures${instead}`, {
      folder: basename(folder),
    });
  }
  const skipped: Skipped[] = [...passed];
  const isOfPicture = besideOneOf(paths);
  for (const name of others)
    if (!isOfPicture(name) && name !== BOARD_SETTINGS_FILE) skipped.push({ name, reason: whyNone(name) });
  const shots: ImportedShot<SourceTake>[] = [];
  const { shots: grouped, leftOut } = groupPictures(paths, input.match);
  const seeds = seedsInNames(paths, input.match);
  const sideCars = new SideCars(folder, skipped);
  for (const { path, reason } of leftOut) skipped.push({ name: path, reason });
  for (const { number, scene, takes: pictures } of grouped) {
    const beside: (SideCar & { readonly path: string })[] = [];
    for (const path of pictures) beside.push(withSeed({ path, ...(await sideCars.of(path)) }, seeds));
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

/** Of a file that lies among pictures and is none. */
const whyNone = (name: string): string =>
  isBeside(name) ? 'no picture has its name, and it lists no shots' : whyNotRead(name);
