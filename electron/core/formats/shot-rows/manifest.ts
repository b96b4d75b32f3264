/** A manifest of keyframes beside a list of shots: pictures by shot number, with the one that counts. */
import { readdir } from 'node:fs/promises';
import { join, parse as parsePath } from 'node:path';
import { fieldOf, isFields, listOf, textOf } from '@core/fields/index.js';
import { Unfit } from '@core/files/index.js';
import type { Skipped } from '@shared/contract/index.js';
import { ContinuistError } from '@shared/errors.js';
import type { SourceTake } from '../imported.js';
import { inputAt } from '../input.js';
import { badField } from './bad-field.js';
import { FIELDS } from './field-names.js';
import { NamedFields } from './named-fields.js';
import { type PicturePaths, shownPath } from './picture-paths.js';
import { isSelected } from './pictures.js';
import { takeWords } from './side-cars.js';

const FOLDERS = ['keyframes', 'frames', 'images', ''];
const NAMES = ['manifest.json', 'keyframes.json', 'keyframes_manifest.json'];

/** By `plainNumber`. */
export type Manifest = ReadonlyMap<string, readonly SourceTake[]>;

/** Empty where there is none. Throws BAD_FILE for a manifest that is none. */
export async function manifestIn(folder: string, paths: PicturePaths, skipped: Skipped[]): Promise<Manifest> {
  const byShot = new Map<string, SourceTake[]>();
  for (const inside of FOLDERS) {
    const names = await readdir(join(folder, inside)).catch(() => []);
    const name = names.find((one) => NAMES.includes(one.toLowerCase()));
    if (name === undefined) continue;
    for (const [shot, take] of await takesIn(folder, join(inside, name), paths, skipped))
      byShot.set(plainNumber(shot), [...(byShot.get(plainNumber(shot)) ?? []), take]);
    if (byShot.size > 0) break;
  }
  return byShot;
}

/** `{TitleId, Keyframes: [{ShotNumber, VariantId, FilePath, Prompt, Seed, IsSelected}], SelectedKeyframes}`. */
async function takesIn(
  folder: string,
  name: string,
  paths: PicturePaths,
  skipped: Skipped[],
): Promise<[shot: string, take: SourceTake][]> {
  const root = await (await inputAt(join(folder, name), { root: folder })).json().catch((thrown) => {
    if (!(thrown instanceof ContinuistError && thrown.cause instanceof Unfit)) throw thrown;
    skipped.push({ name, reason: thrown.cause.message });
    return [];
  });
  const rows = isFields(root) ? listOf(fieldOf(root, 'keyframes')) : listOf(root);
  const isChosen = chosenIn(isFields(root) ? fieldOf(root, 'selectedKeyframes') : undefined);
  const takes: [string, SourceTake][] = [];
  for (const [index, row] of (rows ?? []).entries()) {
    const named = new NamedFields(row);
    const shot = named.first(['shotNumber', 'shotId', 'sceneId'], textOf)?.value;
    const written = named.first(FIELDS.picture, textOf)?.value;
    if (shot === undefined || written === undefined)
      throw badField(parsePath(name).base, `keyframes[${index}]`, 'a ShotNumber and a FilePath');
    const path = await paths.find(written);
    const selected = isSelected(row) || isChosen(textOf(fieldOf(row, 'variantId')), shot);
    if (path !== null) takes.push([shot, { path, selected, ...takeWords(row) }]);
    else skipped.push({ name: shownPath(written), reason: `picture of shot ${shot} is missing` });
  }
  return takes;
}

/** `SelectedKeyframes` is a list of keyframes, or variants by shot number. */
function chosenIn(selected: unknown): (variant: string | undefined, shot: string) => boolean {
  const list = listOf(selected) ?? [];
  return (variant, shot) => {
    if (variant === undefined) return false;
    if (isFields(selected)) return textOf(selected[shot]) === variant;
    return list.some(
      (one) => textOf(fieldOf(one, 'shotNumber')) === shot && textOf(fieldOf(one, 'variantId')) === variant,
    );
  };
}

/** `scene_01`, `S1` and `1` are one number. */
export const plainNumber = (number: string): string =>
  number
    .trim()
    .toLowerCase()
    .replace(/^[a-z]*[_\- ]*0*(?=\d)/, '');
