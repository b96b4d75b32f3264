/** From rows to shots with their pictures: those that the rows or a manifest name, then those that bear their numbers. */
import type { Skipped } from '@shared/contract/index.js';
import { latestVersion, pictureNamed } from '@shared/matching/index.js';
import { framesOf, shownWords, withSeed } from '../frames-of.js';
import type { ImportedShot, ReadMatch, SourceTake } from '../imported.js';
import type { Input } from '../input.js';
import { type Manifest, manifestIn, plainNumber } from './manifest.js';
import { PicturePaths, shownPath } from './picture-paths.js';
import type { Row } from './read-row.js';
import { SideCars, type TakeWords, textsOf } from './side-cars.js';

export interface NumberedRow extends Row {
  readonly number: string;
}

/** `input`: the file that the rows are of. Throws BAD_FILE for a manifest that is none, and OPEN_FAILED. */
export async function shotsOfRows(
  input: Input,
  given: readonly NumberedRow[],
): Promise<{ shots: ImportedShot<SourceTake>[]; skipped: Skipped[]; match: ReadMatch }> {
  const rows = withWholeNumbers(given);
  const skipped: Skipped[] = [];
  const paths = new PicturePaths(input.folder);
  const sideCars = new SideCars(input.folder, skipped);
  const manifest = await manifestIn(input.folder, paths, skipped);
  const named: NamedTake[][] = [];
  for (const row of rows) named.push(await namedTakes(row, manifest, paths));
  const { paths: pictures } = await input.pictures();
  const inFolder = new Set(pictures);
  // Elsewhere, or where pictures are made: no names to match, but files all the same.
  const isApart = ({ name, isFound }: NamedTake) => isFound && !inFolder.has(name);
  const toMatch = rows.map((row, at) => {
    const own = named[at] ?? [];
    return {
      number: row.number,
      scene: row.scene,
      description: shownWords(descriptionOf(row)),
      names: [
        ...own.filter((take) => !isApart(take)).map(({ name }) => name),
        ...(row.prefix === null ? [] : [row.prefix]),
      ],
      hasOthers: own.some(isApart),
    };
  });
  const frames = await framesOf(input, toMatch);
  const shots: ImportedShot<SourceTake>[] = [];
  for (const [at, row] of rows.entries()) {
    const paths = frames.takes[at] ?? [];
    const own = (named[at] ?? []).map((take) => asMatched(take, paths));
    const isTake = (take: NamedTake) => isApart(take) || paths.includes(take.name);
    const takes = takesOf(row, own, [...own.filter(isTake).map(({ name }) => name), ...paths]);
    shots.push({
      ...shotOf(row),
      takes: await Promise.all(
        takes.map(async (take) => withSeed(await withSideCar(take, sideCars), frames.seeds)),
      ),
    });
  }
  return {
    shots,
    skipped: [...skipped, ...frames.skipped],
    match: { pictures, shots: toMatch, columns: [], doubts: [] },
  };
}

/** Tables that have no whole numbers write 1.0 for 1; beside 1.5 that is a number of its own. */
function withWholeNumbers(rows: readonly NumberedRow[]): readonly NumberedRow[] {
  const areWhole = rows.every(({ number }) => /^\d+(?:\.0+)?$/.test(number));
  return areWhole ? rows.map((row) => ({ ...row, number: row.number.replace(/\.0+$/, '') })) : rows;
}

const descriptionOf = ({ words: { description, prompt, spoken } }: Row): string =>
  (description ?? prompt ?? spoken)?.text ?? '';

function shotOf(row: NumberedRow): Omit<ImportedShot<SourceTake>, 'takes'> {
  return {
    number: row.number,
    scene: row.scene,
    description: descriptionOf(row),
    ...(row.stated.length > 0 && { stated: row.stated }),
    ...(row.ownId !== null && { ownId: row.ownId }),
    ...(row.isOmitted && { isOmitted: true }),
    duration: row.seconds,
  };
}

interface NamedTake {
  /** Its path where the file was found, else the name to look for. */
  readonly name: string;
  readonly isFound: boolean;
  readonly words: TakeWords;
  readonly selected: boolean;
}

/** What the row names, and what a manifest names for its number; the row's own word counts for which one is picked. */
async function namedTakes(row: NumberedRow, manifest: Manifest, paths: PicturePaths): Promise<NamedTake[]> {
  const takes: NamedTake[] = [];
  for (const { path, words, selected } of row.pictures.all) {
    const found = await paths.find(path);
    takes.push({ name: found ?? shownPath(path), isFound: found !== null, words: textsOf(words), selected });
  }
  const isPicked = takes.some(({ selected }) => selected);
  for (const { path, selected, ...words } of manifest.get(plainNumber(row.number)) ?? []) {
    const known = takes.findIndex(({ name }) => name === path);
    const take = { name: path, isFound: true, words, selected: selected && !isPicked };
    if (known < 0) takes.push(take);
    else
      takes[known] = {
        ...take,
        words: { ...words, ...takes[known]?.words },
        selected: takes[known]?.selected ?? false,
      };
  }
  return takes;
}

/** With the path of the picture that its name was matched with: that may be spelt otherwise. */
const asMatched = (take: NamedTake, paths: readonly string[]): NamedTake =>
  take.isFound ? take : { ...take, name: pictureNamed(paths, take.name) ?? take.name };

/** `found`: the paths of its pictures, those that the row names first. Where it names none, their names say which counts. */
function takesOf(row: NumberedRow, named: readonly NamedTake[], found: readonly string[]): SourceTake[] {
  const byPath = new Map(named.map((take) => [take.name, take]));
  const words = textsOf(row.words);
  // A row that names a picture of its own speaks of that one alone.
  const isSpecific = row.pictures.own !== undefined;
  const paths = [...new Set(found)];
  const latest = named.length === 0 ? paths[latestVersion(paths)] : undefined;
  return paths.map((path) => {
    const take = byPath.get(path);
    const selected = take?.selected ?? path === latest;
    return { ...(selected || !isSpecific ? words : {}), ...take?.words, path, selected };
  });
}

async function withSideCar(take: SourceTake, sideCars: SideCars): Promise<SourceTake> {
  const { description: _, scene: __, ...words } = await sideCars.of(take.path);
  return { ...take, ...words };
}
