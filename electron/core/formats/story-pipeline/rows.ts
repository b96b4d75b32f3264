/** Where the shots of a parsed shots file stand: in a list of any of several names, in scenes, or at the root. */
import { type Fields, isFields, plainName, textOf } from '@core/fields/index.js';
import { badField, FIELDS, NamedFields } from '../shot-rows/index.js';

export interface FoundRow {
  readonly fields: Fields;
  /** Keys and indexes that lead to it from the root. */
  readonly path: readonly (string | number)[];
  /** The key of a row in an object of rows, as `{"shots": {"1": {…}}}`. */
  readonly key?: string;
  /** The scene that it stands in. */
  readonly scene: Fields | null;
  /** The key of that in an object of scenes. */
  readonly sceneKey?: string;
  /** Objects around the list, without the root. */
  readonly holders: readonly Fields[];
}

type Around = Pick<FoundRow, 'scene' | 'sceneKey' | 'holders'>;

/** What lists of shots, and of what holds such lists, are called. */
const SHOTS = ['shots', 'panels', 'boards', 'storyboard', 'storyboards', 'shotlist', 'shotDescriptions'];
const SCENES = ['scenes', 'sequences', 'acts', 'chapters', 'episodes', 'beats', 'pages', 'segments', 'parts'];
const LISTS = [...SHOTS, ...SCENES];
/** Of these only the root has lists of shots; within a shot they are its pictures. */
const ROOT_LISTS = [
  ...LISTS,
  'keyframes',
  'frames',
  'images',
  'items',
  'data',
  'result',
  'results',
  'output',
  'story',
];

const MOST_DEEP = 8;
const NOTHING: Around = { scene: null, holders: [] };

/**
 * Undefined where the file is no shots file. Throws BAD_FILE for one whose list of shots is none, or holds what is
 * no shot.
 */
export function rowsOf(root: unknown, file: string): FoundRow[] | undefined {
  if (Array.isArray(root)) return root.some(saysMore) ? inList(root, [], NOTHING, file) : undefined;
  if (!isFields(root)) return undefined;
  const list = listIn(root, ROOT_LISTS, (value) => Array.isArray(value) || isFields(value));
  const rows = list && inside(list.value, [list.key], NOTHING, file);
  if (rows && (isNamed(list) || rows.some(({ fields }) => isShot(fields) || isWorded(fields)))) return rows;
  const wrong = listIn(root, SHOTS, (value) => value !== null);
  if (wrong) throw badField(file, wrong.key, 'a list of shots');
  return undefined;
}

/** Whether it is certain that these are shots, and not some other list that holds texts. */
export const areShots = (root: unknown, rows: readonly FoundRow[]): boolean =>
  (isFields(root) && isNamed(listIn(root, ROOT_LISTS, (value) => Array.isArray(value) || isFields(value)))) ||
  rows.some(({ fields }) => isShot(fields));

const isNamed = (list: List | undefined): boolean =>
  list !== undefined && SHOTS.some((name) => plainName(name) === plainName(list.key));

interface List {
  readonly key: string;
  readonly value: unknown;
}

function listIn(
  fields: Fields,
  names: readonly string[],
  fits: (value: unknown) => boolean,
): List | undefined {
  return new NamedFields(fields).all(names).find(({ value }) => fits(value));
}

type Path = FoundRow['path'];

function inside(value: unknown, path: Path, around: Around, file: string): FoundRow[] | undefined {
  if (path.length > MOST_DEEP) throw badField(file, pathText(path), `shots at most ${MOST_DEEP} levels deep`);
  if (Array.isArray(value)) return inList(value, path, around, file);
  if (!isFields(value)) return undefined;
  const list = listIn(value, LISTS, (one) => Array.isArray(one) || isFields(one));
  if (list)
    return inside(list.value, [...path, list.key], { ...around, holders: [...around.holders, value] }, file);
  const rows = Object.entries(value);
  if (!rows.every(([, one]) => isFields(one)) || !rows.some(([, one]) => saysMore(one))) return undefined;
  return rows.flatMap(([key, one]) => oneRow(one as Fields, [...path, key], around, file, key));
}

function inList(list: readonly unknown[], path: Path, around: Around, file: string): FoundRow[] {
  return list.flatMap((one, at) => {
    if (!isFields(one)) throw badField(file, pathText([...path, at]), 'a shot with its fields');
    return oneRow(one, [...path, at], around, file);
  });
}

/** A scene that holds shots is what these stand in; without any, it is a shot itself. */
function oneRow(fields: Fields, path: Path, around: Around, file: string, key?: string): FoundRow[] {
  const list =
    listIn(fields, LISTS, (value) => Array.isArray(value) && areRows(value)) ??
    listIn(fields, SHOTS, (value) => isFields(value) && areRows(Object.values(value)));
  const scene = { scene: fields, ...(key !== undefined && { sceneKey: key }) };
  const within = list && inside(list.value, [...path, list.key], { holders: around.holders, ...scene }, file);
  return within ?? [{ fields, path, ...around, ...(key !== undefined && { key }) }];
}

const areRows = (all: readonly unknown[]): boolean => all.length > 0 && all.every(isFields);

const saysMore = (value: unknown): boolean => isShot(value) || isWorded(value) || hasList(value);

const hasList = (value: unknown): boolean =>
  isFields(value) && listIn(value, LISTS, Array.isArray) !== undefined;

/** Marks of a shot in a list without a name: a number or a picture as shots have them, beside words or a picture. */
const NUMBERED = new Set([
  'shotnumber',
  'shotid',
  'shotno',
  'sceneid',
  'scenenumber',
  'panel',
  'panelnumber',
  'framenumber',
  'shot',
  'scene',
]);
const WORDED = new Set([...FIELDS.description, ...FIELDS.prompt].map(plainName));

const isWorded = (value: unknown): boolean =>
  isFields(value) && Object.keys(value).some((key) => WORDED.has(plainName(key)));

const isShot = (value: unknown): boolean =>
  isFields(value) &&
  (Object.keys(value).some((key) => NUMBERED.has(plainName(key))) ||
    (isWorded(value) && new NamedFields(value).first(FIELDS.picture, textOf) !== undefined));

/** `scenes[0].shots[3]` */
export const pathText = (path: Path): string =>
  path
    .map((part) => (typeof part === 'number' ? `[${part}]` : `.${part}`))
    .join('')
    .replace(/^\./, '');
