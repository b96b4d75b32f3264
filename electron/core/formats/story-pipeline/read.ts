/**
 * The story pipeline's shots file with its keyframes: a list of shots under any of the names in use, in scenes or at
 * the root; pictures that its rows name, from a manifest, or by their names in a keyframes folder.
 */
import { dirname, parse as parsePath } from 'node:path';
import { type Fields, isFields, textOf } from '@core/fields/index.js';
import type { Skipped } from '@shared/contract/index.js';
import { groupBy } from '@shared/group-by.js';
import type { ImportedShot, SourceStoryboard, SourceTake } from '../imported.js';
import type { Input } from '../input.js';
import {
  badField,
  NamedFields,
  PicturePaths,
  type Row,
  readRow,
  shownPath,
  statedIn,
  unreadFields,
} from '../shot-rows/index.js';
import { charactersOf } from './characters.js';
import { type Keyframes, keyframesIn, plainNumber } from './keyframes.js';
import { type FoundRow, pathText, rowsOf } from './rows.js';
import { SideCars, textsOf } from './side-cars.js';

/** Throws BAD_FILE naming file, field and what was expected, or OPEN_FAILED. */
export async function readShotsFile(input: Input): Promise<SourceStoryboard> {
  const { name } = input;
  const folder = dirname(input.path);
  const root = await input.json();
  const found = rowsOf(root, name);
  if (!found) throw badField(name, 'shots', 'a list of shots');
  if (found.length === 0) throw badField(name, 'shots', 'at least one shot');
  const skipped: Skipped[] = [];
  const rows = found.map((one, index) => numbered(one, index, name));
  const paths = new PicturePaths(folder);
  const sideCars = new SideCars(folder, skipped);
  const keyframes = await keyframesIn(folder, paths, sideCars, skipped);
  const pictures = new ShotPictures(paths, sideCars, keyframes, skipped);
  await pictures.name(rows);
  const shots: ImportedShot<SourceTake>[] = [];
  for (const row of rows) shots.push(await shotOf(row, pictures));
  const heads = [...(isFields(root) ? [root] : []), ...(found[0]?.holders ?? [])];
  const headText = (...names: string[]) =>
    heads.map((head) => new NamedFields(head).first(names, (value) => textOf(value)?.trim() || undefined));
  return {
    folder,
    title:
      headText('title', 'titleId', 'storyTitle', 'projectTitle', 'projectName', 'name').find(Boolean)
        ?.value ?? parsePath(name).name,
    source: { kind: 'pipeline', name, format: 'story-pipeline' },
    styleBrief:
      headText('styleBrief', 'style', 'visualStyle', 'artStyle', 'styleGuide').find(Boolean)?.value ?? '',
    characters: heads.flatMap(charactersOf),
    shots,
    skipped: [
      ...skipped,
      ...pictures.left(),
      ...unreadFields(
        name,
        found.map(({ fields }) => fields),
      ),
    ],
  };
}

interface NumberedRow extends Row {
  readonly number: string;
}

/** The number that a row has; its key in an object of rows or its position in the file, 1 first, when it names none. */
export const numberOfRow = (row: Pick<Row, 'number'>, found: Pick<FoundRow, 'key'>, index: number): string =>
  row.number ?? found.key ?? String(index + 1);

/** A scene's camera, place or light is that of each of its shots that names none. */
function numbered(found: FoundRow, index: number, file: string): NumberedRow {
  const row = readRow(found.fields, (field, expected) => {
    throw badField(file, `${pathText(found.path)}.${field}`, expected);
  });
  const named = new Set(row.stated.map(({ kind }) => kind));
  const ofScene = found.scene ? statedIn(new NamedFields(found.scene), new Set()) : [];
  return {
    ...row,
    number: numberOfRow(row, found, index),
    scene: sceneOf(row, found.scene),
    stated: [...row.stated, ...ofScene.filter(({ kind }) => !named.has(kind))],
  };
}

const SCENE_NAMES = [
  'sceneTitle',
  'sceneName',
  'title',
  'name',
  'heading',
  'sceneHeading',
  'slugline',
  'scene',
];
const SCENE_NUMBERS = ['sceneNumber', 'sceneId', 'number', 'id', 'index'];

function sceneOf(row: Row, scene: Fields | null): string | null {
  if (row.scene !== null || scene === null) return row.scene;
  const named = new NamedFields(scene);
  const text = (names: readonly string[]) =>
    named.first(names, (value) => textOf(value)?.trim() || undefined)?.value;
  const number = text(SCENE_NUMBERS);
  return text(SCENE_NAMES) ?? (number && /^\d/.test(number) ? `Scene ${number}` : number) ?? null;
}

async function shotOf(row: NumberedRow, pictures: ShotPictures): Promise<ImportedShot<SourceTake>> {
  const { description, prompt, spoken } = row.words;
  return {
    number: row.number,
    scene: row.scene,
    description: (description ?? prompt ?? spoken)?.text ?? '',
    ...(row.stated.length > 0 && { stated: row.stated }),
    duration: row.seconds,
    takes: await pictures.of(row),
  };
}

/** Which pictures belong to which row. */
class ShotPictures {
  readonly #paths: PicturePaths;
  readonly #sideCars: SideCars;
  readonly #keyframes: Keyframes;
  readonly #skipped: Skipped[];
  /** A path that the file names counts more than a number in a picture's name. */
  readonly #named = new Map<string, string>();
  readonly #used = new Set<string>();
  /** The rows of each number, in order. */
  #rows: ReadonlyMap<string, readonly NumberedRow[]> = new Map();

  constructor(paths: PicturePaths, sideCars: SideCars, keyframes: Keyframes, skipped: Skipped[]) {
    this.#paths = paths;
    this.#sideCars = sideCars;
    this.#keyframes = keyframes;
    this.#skipped = skipped;
  }

  async name(rows: readonly NumberedRow[]): Promise<void> {
    this.#rows = groupBy(rows, ({ number }) => plainNumber(number));
    for (const { pictures } of rows)
      for (const { path } of pictures.all) {
        const found = await this.#paths.find(path);
        if (found !== null) this.#named.set(path, found);
      }
  }

  async of(row: NumberedRow): Promise<SourceTake[]> {
    const own = new Set(row.pictures.all.flatMap(({ path }) => this.#named.get(path) ?? []));
    const elsewhere = new Set(this.#named.values());
    const numbered = this.#numbered(row).filter(({ path }) => own.has(path) || !elsewhere.has(path));
    const takes = new Map(numbered.map((take) => [take.path, take]));
    const words = textsOf(row.words);
    // A row that names a picture speaks of that one alone.
    const isSpecific = row.pictures.own !== undefined && own.size > 0;
    const ordered: SourceTake[] = [];
    for (const { path, selected, words: said } of row.pictures.all) {
      const found = this.#named.get(path);
      if (found === undefined) {
        this.#missing(path, row.number, numbered.length > 0);
        continue;
      }
      const known = takes.get(found);
      takes.delete(found);
      ordered.push({
        ...(selected || !isSpecific ? words : {}),
        ...known,
        ...textsOf(said),
        path: found,
        selected,
      });
    }
    const isPicked = ordered.some(({ selected }) => selected);
    for (const take of takes.values())
      ordered.push({ ...(isSpecific ? {} : words), ...take, selected: take.selected && !isPicked });
    for (const { path } of ordered) this.#used.add(path);
    return Promise.all(
      ordered.map(async (take) => ({
        ...take,
        ...(await this.#sideCars.of(take.path))?.words,
      })),
    );
  }

  /** Rows of one number share its pictures out where there is one for each; else the first has them all. */
  #numbered(row: NumberedRow): readonly SourceTake[] {
    const pictures = this.#keyframes.byShot.get(plainNumber(row.number)) ?? [];
    const rows = this.#rows.get(plainNumber(row.number)) ?? [];
    if (rows.length <= 1) return pictures;
    const at = rows.indexOf(row);
    if (pictures.length === rows.length) return pictures.slice(at, at + 1);
    return at === 0 ? pictures : [];
  }

  #missing(path: string, number: string, hasOthers: boolean): void {
    if (!hasOthers)
      this.#skipped.push({ name: shownPath(path), reason: `picture of shot ${number} is missing` });
  }

  left(): Skipped[] {
    return this.#keyframes.all.flatMap(({ path }) =>
      this.#used.has(path) ? [] : [{ name: path, reason: 'no shot uses it' }],
    );
  }
}
