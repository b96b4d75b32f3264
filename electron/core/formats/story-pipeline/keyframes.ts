/** The pictures beside a shots file that its rows need not name: from a manifest, or by the numbers in their names. */
import { readdir } from 'node:fs/promises';
import { join, parse as parsePath } from 'node:path';
import { fieldOf, isFields, listOf, textOf } from '@core/fields/index.js';
import { byName, isPicture, Unfit } from '@core/files/index.js';
import type { Skipped } from '@shared/contract/index.js';
import { ContinuistError } from '@shared/errors.js';
import type { SourceTake } from '../imported.js';
import { inputAt } from '../input.js';
import {
  badField,
  FIELDS,
  isSelected,
  NamedFields,
  type PicturePaths,
  shownPath,
} from '../shot-rows/index.js';
import { type SideCars, takeWords } from './side-cars.js';

const KEYFRAME_FOLDERS = ['keyframes', 'frames', 'images', ''];
const MANIFESTS = ['manifest.json', 'keyframes.json', 'keyframes_manifest.json'];

export interface Keyframes {
  readonly all: readonly SourceTake[];
  /** By shot number without leading zeros. */
  readonly byShot: ReadonlyMap<string, readonly SourceTake[]>;
}

/** Throws BAD_FILE for a manifest that is none. */
export async function keyframesIn(
  folder: string,
  paths: PicturePaths,
  sideCars: SideCars,
  skipped: Skipped[],
): Promise<Keyframes> {
  const byShot = new Map<string, SourceTake[]>();
  const add = (shot: string, picture: SourceTake): void => {
    byShot.set(plainNumber(shot), [...(byShot.get(plainNumber(shot)) ?? []), picture]);
  };
  for (const inside of KEYFRAME_FOLDERS) {
    const names = (await readdir(join(folder, inside)).catch(() => [])).sort(byName);
    const manifest = names.find((name) => MANIFESTS.includes(name.toLowerCase()));
    if (manifest) await fromManifest(folder, join(inside, manifest), paths, add, skipped);
    if (byShot.size > 0) break;
    for (const name of names) {
      const number = isPicture(name) ? numberInName(name) : null;
      if (number === null) continue;
      const path = inside ? `${inside}/${name}` : name;
      const beside = await sideCars.of(path);
      add(beside?.shot ?? number, { path, selected: false });
    }
    if (byShot.size > 0) break;
  }
  return { all: [...byShot.values()].flat(), byShot };
}

/** `{TitleId, Keyframes: [{ShotNumber, VariantId, FilePath, Prompt, Seed, IsSelected}], SelectedKeyframes}`. */
async function fromManifest(
  folder: string,
  name: string,
  paths: PicturePaths,
  add: (shot: string, picture: SourceTake) => void,
  skipped: Skipped[],
): Promise<void> {
  const root = await (await inputAt(join(folder, name), { root: folder })).json().catch((thrown) => {
    if (!(thrown instanceof ContinuistError && thrown.cause instanceof Unfit)) throw thrown;
    skipped.push({ name, reason: thrown.cause.message });
    return [];
  });
  const rows = isFields(root) ? listOf(fieldOf(root, 'keyframes')) : listOf(root);
  const isChosen = chosenIn(isFields(root) ? fieldOf(root, 'selectedKeyframes') : undefined);
  for (const [index, row] of (rows ?? []).entries()) {
    const named = new NamedFields(row);
    const shot = named.first(['shotNumber', 'shotId', 'sceneId'], textOf)?.value;
    const written = named.first(FIELDS.picture, textOf)?.value;
    if (shot === undefined || written === undefined)
      throw badField(parsePath(name).base, `keyframes[${index}]`, 'a ShotNumber and a FilePath');
    const path = await paths.find(written);
    const isPick = isSelected(row) || isChosen(textOf(fieldOf(row, 'variantId')), shot);
    if (path !== null) add(shot, { path, selected: isPick, ...takeWords(row) });
    else
      skipped.push({
        name: `${parsePath(name).dir ? `${parsePath(name).dir}/` : ''}${parsePath(shownPath(written)).base}`,
        reason: `picture of shot ${shot} is missing`,
      });
  }
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

/** The number after "scene", "shot" or "frame", else the first in the name: `scene_001_keyframe_00_t0.00.png` → 001. */
function numberInName(name: string): string | null {
  return /(?:scene|shot|frame)[_\- ]?(\d+)/i.exec(name)?.[1] ?? /(\d+)/.exec(name)?.[1] ?? null;
}

/** `scene_01`, `S1` and `1` are one number. */
export const plainNumber = (number: string): string =>
  number
    .trim()
    .toLowerCase()
    .replace(/^[a-z]*[_\- ]*0*(?=\d)/, '');
