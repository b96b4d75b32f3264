/** Which column of a shot list says what: by its header, in several languages, else by what stands in it. */
import { plainName } from '@core/fields/index.js';
import { isPicture } from '@core/files/index.js';
import { groupBy } from '@shared/group-by.js';
import type { MatchChoice } from '@shared/matching/index.js';
import type { ReadColumn } from '../imported.js';
import { FIELDS, STATED } from '../shot-rows/index.js';
import type { ShotTable } from './shot-table.js';

export interface Column extends ReadColumn {
  /** The field that its cells are read as. */
  readonly field: string;
}

const MEANINGS: readonly (readonly [meaning: string, names: readonly string[]])[] = [
  ['number', FIELDS.number],
  ['description', FIELDS.description],
  ['picture', FIELDS.picture],
  ['prompt', FIELDS.prompt],
  ['negative prompt', FIELDS.negativePrompt],
  ['seed', FIELDS.seed],
  ['duration', FIELDS.seconds],
  ['duration', FIELDS.milliseconds],
  ['start', FIELDS.start],
  ['end', FIELDS.end],
  ['scene', FIELDS.scene],
  ['out of play', FIELDS.omitted],
  ['spoken words', FIELDS.spoken],
  ['camera', STATED.framing],
  ['mood', STATED.mood],
  ['light', STATED.light],
  ['colours', STATED.palette],
  ['things', STATED.thing],
  ['place', STATED.place],
  ['style', STATED.style],
];

/** What a name may mean, the likeliest first: a frame is a number or a picture. */
const MEANINGS_OF: ReadonlyMap<string, readonly string[]> = new Map(
  [
    ...groupBy(
      MEANINGS.flatMap(([meaning, names]) => names.map((name) => [plainName(name), meaning] as const)),
      ([name]) => name,
    ),
  ].map(([name, pairs]) => [name, pairs.map(([, meaning]) => meaning)]),
);

/** What a column can be read as. */
export const COLUMN_MEANINGS: readonly string[] = [...new Set(MEANINGS.map(([meaning]) => meaning))];

/** The field of a meaning, as it is called first. */
const FIELD_OF: ReadonlyMap<string, string> = new Map(
  MEANINGS.toReversed().map(([meaning, names]) => [meaning, names[0] ?? '']),
);

interface Read {
  readonly meanings: readonly string[];
  readonly name: string;
  /** What all of the header means; [] where a part of it is not known, or parts mean different things. */
  readonly whole: readonly string[];
}

const meaningsOf = (name: string): readonly string[] | undefined => MEANINGS_OF.get(plainName(name.trim()));

/** "Shot No.", "Duration (s)" and "Image / Frame" are read by the first piece of them that is known. */
function readHeader(header: string): Read | undefined {
  if (header.length > LONGEST_HEADER) return undefined;
  const pieces = header.split(/\s*[/|,&]\s*/);
  for (const piece of [header, header.replace(/\s*[([].*$/, ''), ...pieces]) {
    const meanings = meaningsOf(piece);
    if (!meanings) continue;
    const others = pieces.includes(piece) ? pieces : [];
    const whole = meanings.filter((one) => others.every((other) => meaningsOf(other)?.includes(one)));
    return { meanings, name: piece.trim(), whole };
  }
  return undefined;
}

const LONGEST_HEADER = 60;

/** What a name means, the likeliest; undefined where it is not known. */
export const meaningOf = (name: string): string | undefined => readHeader(name)?.meanings[0];

/** A header has at least a number or a picture, and words or a picture: two columns that are known. */
export function headerScore(cells: readonly string[]): number {
  const meanings = new Set(cells.flatMap((cell) => readHeader(cell)?.meanings ?? []));
  const tells = meanings.has('number') || meanings.has('picture') || meanings.has('scene');
  const shows = ['description', 'prompt', 'picture', 'spoken words'].some((one) => meanings.has(one));
  return tells && shows ? meanings.size : 0;
}

/** `chosen`: what the artist said, by header; see `MatchChoice`. */
export function columnsOf({ header, rows }: ShotTable, chosen: MatchChoice['columns']): Column[] {
  const cells = (at: number) => rows.map((row) => row.cells[at]?.trim() ?? '').filter(Boolean);
  const arePictures = header.map((_, at) => share(cells(at), isPicture) > 0.5);
  const number = numberColumn(header, arePictures);
  const taken = new Set<string>();
  const columns = header.map((cell, at): Column => {
    const name = cell.trim() || `Column ${at + 1}`;
    const read = readHeader(name);
    const field = read?.name ?? name;
    // Two columns of one name would be one field.
    const isTaken = taken.has(plainName(field));
    taken.add(plainName(field));
    if (isTaken) return { header: name, meaning: null, field: `${name} ${at + 1}`, isSure: true };
    const meanings = read?.meanings.filter((one) => one !== 'number' || at === number) ?? [];
    const meaning = arePictures[at] && meanings.includes('picture') ? 'picture' : (meanings[0] ?? null);
    return {
      header: name,
      meaning,
      field,
      isSure: meaning === null || read?.whole.includes(meaning) === true,
    };
  });
  return withChosen(withDescription(withPictures(columns, arePictures), cells), chosen);
}

/** What was chosen is one column's alone. */
function withChosen(columns: readonly Column[], chosen: MatchChoice['columns']): Column[] {
  const said = new Map(Object.entries(chosen));
  const taken = new Set(columns.flatMap(({ header }) => said.get(header) ?? []));
  return columns.map((column, at) => {
    // Of columns with the same header, the first.
    const isMeant = columns.findIndex(({ header }) => header === column.header) === at;
    const meaning = isMeant ? said.get(column.header) : undefined;
    const field = FIELD_OF.get(meaning ?? '');
    if (meaning && field !== undefined) return { ...column, meaning, field, isSure: true };
    const isUnread = meaning === null || taken.has(column.meaning ?? '');
    return isUnread ? { ...column, meaning: null, field: `Column ${at + 1}`, isSure: true } : column;
  });
}

/** Of these a shot has one: where several columns could be it, one of them is chosen. */
const SINGLE = ['description', 'picture', 'prompt'];
/** Of these one says what a shot shows. */
const DESCRIBES = ['description', 'prompt', 'spoken words'];

/** What was guessed, in sentences. */
export function doubtsAbout(columns: readonly Column[]): string[] {
  const named = (some: readonly Column[]) => some.map(({ header }) => `“${header}”`).join(' and ');
  const of = (meaning: string | null) => columns.filter((column) => column.meaning === meaning);
  const several = SINGLE.filter((meaning) => of(meaning).length > 1);
  const isUndescribed = !DESCRIBES.some((meaning) => of(meaning).length > 0);
  return [
    ...columns
      .filter(({ isSure }) => !isSure)
      .map(
        ({ header, meaning }) =>
          `The column “${header}” is read as ${meaning}, which its header does not say.`,
      ),
    ...several.map((meaning) => `${named(of(meaning))} could each be the ${meaning}.`),
    ...(isUndescribed && of(null).length > 0
      ? [
          `No column is known to hold the description. ${named(of(null))} ${of(null).length === 1 ? 'is' : 'are'} not read.`,
        ]
      : []),
  ];
}

/** Of several columns that may be the shots' numbers, the one whose name rows take for it first; -1 where there is none. */
function numberColumn(header: readonly string[], arePictures: readonly boolean[]): number {
  const ranks = header.map((cell, at) => {
    const name = plainName(readHeader(cell.trim())?.name ?? '');
    const rank = FIELDS.number.findIndex((one) => plainName(one) === name);
    return rank < 0 || arePictures[at] ? Number.POSITIVE_INFINITY : rank;
  });
  const best = Math.min(...ranks);
  return best === Number.POSITIVE_INFINITY ? -1 : ranks.indexOf(best);
}

/** Where no header speaks of pictures, the first unknown column whose cells name some. */
function withPictures(columns: readonly Column[], arePictures: readonly boolean[]): Column[] {
  if (columns.some(({ meaning }) => meaning === 'picture')) return [...columns];
  const found = columns.findIndex(({ meaning }, at) => meaning === null && arePictures[at]);
  return columns.map((column, at) =>
    at === found ? { ...column, meaning: 'picture', field: 'imagePath', isSure: false } : column,
  );
}

/** Words in a sentence, at least. */
const WORDS = 3;

/** Where no header speaks of what is seen, the unknown column that sentences stand in, the longest ones. */
function withDescription(columns: readonly Column[], cells: (at: number) => readonly string[]): Column[] {
  if (columns.some(({ meaning }) => meaning !== null && DESCRIBES.includes(meaning))) return [...columns];
  const lengths = columns.map(({ meaning }, at) => {
    const own = cells(at);
    const isSaid = meaning !== null || share(own, (cell) => cell.split(/\s+/).length >= WORDS) <= 0.5;
    return isSaid ? 0 : own.join('').length;
  });
  const longest = Math.max(0, ...lengths);
  const found = longest === 0 ? -1 : lengths.indexOf(longest);
  return columns.map((column, at) =>
    at === found
      ? { ...column, meaning: 'description', field: FIELDS.description[0] ?? '', isSure: false }
      : column,
  );
}

const share = (cells: readonly string[], fits: (cell: string) => boolean): number =>
  cells.length === 0 ? 0 : cells.filter(fits).length / cells.length;

/** “Shot” as number, “Action” as description; without columns that are not read. */
export const saidOf = (columns: readonly Column[]): string =>
  columns
    .flatMap(({ header, meaning }) => (meaning === null ? [] : [`“${header}” as ${meaning}`]))
    .join(', ');
