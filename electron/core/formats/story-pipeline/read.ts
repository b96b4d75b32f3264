/**
 * The story pipeline's shots file with its keyframes: `{titleId, totalShots, shots: […]}` in any naming style, or
 * an array of scenes; pictures from a manifest, from `image_path`, or by their names in a keyframes folder.
 */
import { readdir, stat } from 'node:fs/promises';
import { dirname, join, parse as parsePath } from 'node:path';
import { type Fields, fieldOf, isFields, listOf, numberOf, seedOf, textOf } from '@core/fields/index.js';
import { byName, isPicture, readTextWithin, Unfit } from '@core/files/index.js';
import type { Skipped } from '@shared/contract/index.js';
import { ContinuistError } from '@shared/errors.js';
import { parse } from 'lossless-json';
import type { ImportedCharacter, ImportedShot, SourceStoryboard, SourceTake } from '../imported.js';
import { type Input, inputAt } from '../input.js';
import { DESCRIPTION_FIELDS, NUMBER_FIELDS, PICTURE_FIELDS, PROMPT_FIELDS } from './field-names.js';

const KEYFRAME_FOLDERS = ['keyframes', 'frames', 'images', ''];
/** Bytes. */
const LARGEST_SIDE_CAR = 1024 * 1024;
const MANIFESTS = ['manifest.json', 'keyframes.json', 'keyframes_manifest.json'];

/** Throws BAD_FILE naming file, field and what was expected, or OPEN_FAILED. */
export async function readShotsFile(input: Input): Promise<SourceStoryboard> {
  const { name } = input;
  const folder = dirname(input.path);
  const root = await input.json();
  const rows = rowsOf(root);
  if (!rows) throw badFile(name, 'shots', 'a list of shots');
  if (rows.length === 0) throw badFile(name, 'shots', 'at least one shot');
  const skipped: Skipped[] = [];
  const pictures = await picturesOf(folder, skipped);
  const shots: ImportedShot<SourceTake>[] = [];
  // A path that the file names counts more than a number in a picture's name.
  const named = new Set(rows.flatMap((row) => namedPicture(row) ?? []));
  for (const [index, row] of rows.entries())
    shots.push(await shotOf(row, index, name, folder, pictures, named, skipped));
  const used = new Set(shots.flatMap(({ takes }) => takes.map(({ path }) => path)));
  for (const { path } of pictures.all)
    if (!used.has(path)) skipped.push({ name: path, reason: 'no shot uses it' });
  const head = isFields(root) ? root : {};
  return {
    folder,
    title: textOf(fieldOf(head, 'title', 'titleId', 'name')) ?? parsePath(name).name,
    source: { kind: 'pipeline', name, format: 'story-pipeline' },
    styleBrief: textOf(fieldOf(head, 'styleBrief', 'style', 'visualStyle')) ?? '',
    characters: charactersOf(head),
    shots,
    skipped,
  };
}

/** The shots of a parsed shots file; undefined when it is none. */
export function rowsOf(root: unknown): Fields[] | undefined {
  if (isFields(root)) return listOf(fieldOf(root, 'shots', 'scenes'));
  const rows = listOf(root);
  return rows?.some((row) => fieldOf(row, 'scene_id', 'shotNumber') !== undefined) ? rows : undefined;
}

/** The number that a shot has; its position in the file, 1 first, when it names none. */
export const numberOfRow = (row: Fields, index: number): string =>
  textOf(fieldOf(row, ...NUMBER_FIELDS)) ?? String(index + 1);

async function shotOf(
  row: Fields,
  index: number,
  file: string,
  folder: string,
  pictures: Pictures,
  named: ReadonlySet<string>,
  skipped: Skipped[],
): Promise<ImportedShot<SourceTake>> {
  const number = numberOfRow(row, index);
  const description = textOf(fieldOf(row, ...DESCRIPTION_FIELDS)) ?? '';
  const prompt = textOf(fieldOf(row, ...PROMPT_FIELDS));
  const duration = fieldOf(row, 'duration', 'durationSeconds');
  const seconds = numberOf(duration);
  if (duration !== undefined && (seconds === undefined || seconds <= 0)) {
    throw badFile(file, `shots[${index}].duration`, 'a number of seconds above 0');
  }
  const words = {
    prompt,
    negativePrompt: textOf(fieldOf(row, 'negativePrompt')),
    seed: seedOf(fieldOf(row, 'seed')) ?? undefined,
  };
  const own = namedPicture(row);
  const listed = (pictures.byShot.get(plainNumber(number)) ?? []).filter(
    ({ path }) => path === own || !named.has(path),
  );
  const takes: SourceTake[] = [];
  if (own !== undefined && !listed.some(({ path }) => path === own)) {
    const there = await stat(join(folder, own)).then(
      (entry) => entry.isFile(),
      () => false,
    );
    const known = pictures.all.find(({ path }) => path === own);
    if (there) takes.push({ ...words, ...known, path: own, selected: true });
    else if (listed.length === 0) skipped.push({ name: own, reason: `picture of shot ${number} is missing` });
  }
  for (const picture of listed) takes.push({ ...words, ...picture });
  return {
    number,
    scene: textOf(fieldOf(row, 'scene', 'sceneName', 'sceneTitle')) ?? null,
    description: description || (prompt ?? ''),
    duration: seconds ?? null,
    takes,
  };
}

/** The picture that a row names, inside the storyboard's folder. */
function namedPicture(row: Fields): string | undefined {
  const path = textOf(fieldOf(row, ...PICTURE_FIELDS));
  return path === undefined ? undefined : insideFolder(path);
}

interface Picture extends Partial<SourceTake> {
  readonly path: string;
  readonly selected: boolean;
}

interface Pictures {
  readonly all: readonly Picture[];
  /** By shot number without leading zeros. */
  readonly byShot: ReadonlyMap<string, readonly Picture[]>;
}

async function picturesOf(folder: string, skipped: Skipped[]): Promise<Pictures> {
  const byShot = new Map<string, Picture[]>();
  const add = (shot: string, picture: Picture): void => {
    byShot.set(plainNumber(shot), [...(byShot.get(plainNumber(shot)) ?? []), picture]);
  };
  for (const inside of KEYFRAME_FOLDERS) {
    const images = join(folder, inside);
    const names = (await readdir(images).catch(() => [])).sort(byName);
    const manifest = names.find((name) => MANIFESTS.includes(name.toLowerCase()));
    if (manifest) await fromManifest(folder, inside, manifest, add, skipped);
    if (byShot.size > 0) break;
    for (const name of names) {
      if (!isPicture(name)) continue;
      const shot = shotInName(name);
      if (shot === null) continue;
      const beside = await sideCarOf(folder, join(inside, `${parsePath(name).name}.json`), skipped);
      const path = inside ? `${inside}/${name}` : name;
      add(beside?.shot ?? shot, { path, selected: false, ...beside?.words });
    }
    if (byShot.size > 0) break;
  }
  return { all: [...byShot.values()].flat(), byShot };
}

/** `{TitleId, Keyframes: [{ShotNumber, VariantId, FilePath, Prompt, Seed, IsSelected}], SelectedKeyframes}`. */
async function fromManifest(
  folder: string,
  inside: string,
  name: string,
  add: (shot: string, picture: Picture) => void,
  skipped: Skipped[],
): Promise<void> {
  const root = await (await inputAt(join(folder, inside, name), { root: folder })).json().catch((thrown) => {
    if (!(thrown instanceof ContinuistError && thrown.cause instanceof Unfit)) throw thrown;
    skipped.push({ name: join(inside, name), reason: thrown.cause.message });
    return [];
  });
  const rows = isFields(root) ? listOf(fieldOf(root, 'keyframes')) : listOf(root);
  const isChosen = chosenIn(isFields(root) ? fieldOf(root, 'selectedKeyframes') : undefined);
  for (const [index, row] of (rows ?? []).entries()) {
    const shot = textOf(fieldOf(row, 'shotNumber', 'scene_id'));
    const named = textOf(fieldOf(row, 'filePath', 'imagePath', 'path'));
    if (shot === undefined || named === undefined) {
      throw badFile(name, `keyframes[${index}]`, 'a ShotNumber and a FilePath');
    }
    const path = insideFolder(named);
    const relative = inside && !path.includes('/') ? `${inside}/${path}` : path;
    const there = await stat(join(folder, relative)).then(
      () => true,
      () => false,
    );
    if (there) add(shot, { path: relative, selected: isChosen(row, shot), ...wordsOf(row) });
    else skipped.push({ name: relative, reason: `picture of shot ${shot} is missing` });
  }
}

/** `SelectedKeyframes` is a list of keyframes, or variants by shot number; each keyframe may say it itself. */
function chosenIn(selected: unknown): (row: Fields, shot: string) => boolean {
  const variantOf = (row: Fields): string | undefined => textOf(fieldOf(row, 'variantId'));
  const list = listOf(selected) ?? [];
  return (row, shot) => {
    if (fieldOf(row, 'isSelected') === true) return true;
    const variant = variantOf(row);
    if (variant === undefined) return false;
    if (isFields(selected)) return textOf(selected[shot]) === variant;
    return list.some((one) => textOf(fieldOf(one, 'shotNumber')) === shot && variantOf(one) === variant);
  };
}

async function sideCarOf(
  folder: string,
  name: string,
  skipped: Skipped[],
): Promise<{ shot?: string; words: Partial<SourceTake> } | null> {
  const text = await readTextWithin(folder, join(folder, name), LARGEST_SIDE_CAR).catch((thrown) => {
    if (thrown instanceof Unfit) skipped.push({ name, reason: thrown.message });
    return null;
  });
  if (text === null) return null;
  try {
    const row = parse(text);
    if (!isFields(row)) return null;
    const shot = textOf(fieldOf(row, 'scene_id', 'shotNumber'));
    return { ...(shot !== undefined && { shot }), words: wordsOf(row) };
  } catch {
    return null;
  }
}

function wordsOf(row: Fields): Partial<SourceTake> {
  const nested = fieldOf(row, 'prompt');
  const prompt = isFields(nested)
    ? textOf(fieldOf(nested, 'positive', 'text', 'visualPrompt', 'prompt'))
    : textOf(nested);
  const negative = isFields(nested)
    ? textOf(fieldOf(nested, 'negative', 'negativePrompt'))
    : textOf(fieldOf(row, 'negativePrompt'));
  const seed = seedOf(fieldOf(row, 'seed'));
  const settings: Record<string, number> = {};
  for (const name of ['steps', 'guidance_scale', 'width', 'height']) {
    const value = numberOf(fieldOf(row, name));
    if (value !== undefined) settings[name] = value;
  }
  return {
    ...(prompt !== undefined && { prompt }),
    ...(negative !== undefined && { negativePrompt: negative }),
    ...(seed !== null && { seed }),
    settings,
  };
}

function charactersOf(head: Fields): ImportedCharacter[] {
  return (listOf(fieldOf(head, 'characters', 'cast')) ?? []).flatMap((row) => {
    const name = textOf(fieldOf(row, 'name'));
    const description = textOf(fieldOf(row, 'description', 'appearance', 'prompt'));
    const aliases = fieldOf(row, 'aliases');
    return name && description
      ? [
          {
            name,
            description,
            aliases: Array.isArray(aliases) ? aliases.filter((alias) => typeof alias === 'string') : [],
          },
        ]
      : [];
  });
}

/** The number after "scene", "shot" or "frame", else the first in the name: `scene_001_keyframe_00_t0.00.png` → 001. */
function shotInName(name: string): string | null {
  return /(?:scene|shot|frame)[_\- ]?(\d+)/i.exec(name)?.[1] ?? /(\d+)/.exec(name)?.[1] ?? null;
}

const plainNumber = (number: string): string =>
  number
    .trim()
    .toLowerCase()
    .replace(/^(?:scene|shot)?[_\- ]*0*(?=\d)/, '');

/** A path as the file has it, with forward slashes and never leading out of the storyboard's folder. */
function insideFolder(path: string): string {
  const parts = path
    .replaceAll('\\', '/')
    .split('/')
    .filter((part) => part !== '' && part !== '.' && part !== '..' && !/^[A-Za-z]:$/.test(part));
  return path.startsWith('/') || /^[A-Za-z]:/.test(path) ? parts.slice(-2).join('/') : parts.join('/');
}

const badFile = (file: string, field: string, expected: string): ContinuistError =>
  new ContinuistError('BAD_FILE', `${file}, ${field}: expected ${expected}`, { file, field, expected });
