/** A list of shots in a table: CSV, TSV or Markdown, its columns read by their headers. */
import { parse as parsePath } from 'node:path';
import type { Skipped } from '@shared/contract/index.js';
import { listed } from '@shared/listed.js';
import { lexer } from 'marked';
import type { SourceStoryboard } from '../imported.js';
import type { Input } from '../input.js';
import { badField, type NumberedRow, oddSeed, type Row, readRow, shotsOfRows } from '../shot-rows/index.js';
import { type Column, columnsOf, doubtsAbout, saidOf } from './columns.js';
import { delimitedTable } from './delimited.js';
import { markdownHeadings } from './headings.js';
import { markdownTable } from './markdown.js';
import { withMergedScenes } from './merged-scenes.js';
import type { ShotTable, TableRow } from './shot-table.js';

/** Why a column is left out. */
const UNREAD = 'a column of a meaning that is not known';

export const MARKDOWN = ['.md', '.markdown'];

/** Asked whether it is a list, and then read: a long table is parsed once. */
const TABLES = new WeakMap<Input, Promise<ShotTable | undefined>>();

/** Undefined where the file holds no list of shots. Throws OPEN_FAILED or BAD_FILE. */
export function tableIn(input: Input): Promise<ShotTable | undefined> {
  const table = TABLES.get(input) ?? parsed(input);
  TABLES.set(input, table);
  return table;
}

async function parsed(input: Input): Promise<ShotTable | undefined> {
  const text = await input.text();
  if (!MARKDOWN.includes(input.extension)) return delimitedTable(text, input.name);
  const tokens = lexer(text);
  return markdownTable(tokens) ?? markdownHeadings(tokens);
}

/** `title: …` between the lines of three hyphens that Markdown may begin with. Null where nothing is so called. */
function titleAbove(text: string, extension: string): string | null {
  if (!MARKDOWN.includes(extension)) return null;
  const [, front = ''] = /^---[ \t]*\r?\n([\s\S]{0,10000}?)\r?\n---[ \t]*(?:\r?\n|$)/.exec(text) ?? [];
  const said = /^title[ \t]*:[ \t]*(.{1,300})$/im.exec(front)?.[1]?.trim() ?? '';
  return said.replace(/^(["'])(.*)\1$/, '$2').trim() || null;
}

/** Throws BAD_FILE naming file, row and what was expected, or OPEN_FAILED. */
export async function readShotList(input: Input): Promise<SourceStoryboard> {
  const { name } = input;
  const table = await tableIn(input);
  if (!table)
    throw badField(name, 'header', 'columns with the number and the description or the picture of each shot');
  if (table.rows.length === 0) throw badField(name, 'rows', 'at least one shot');
  const { folder } = input;
  const columns = columnsOf(table, input.match.columns);
  const unread = columns.filter(({ meaning }) => meaning === null);
  const left = unread.map(({ header }): Skipped => ({ name: `${name}, “${header}”`, reason: UNREAD }));
  const scene = columns.findIndex(({ meaning }) => meaning === 'scene');
  const rows = withMergedScenes(table.rows, scene).flatMap((row, index) =>
    numbered(row, index, columns, name, left),
  );
  if (rows.length === 0) throw badField(name, 'rows', 'at least one shot');
  const { shots, skipped, match } = await shotsOfRows(input, rows);
  return {
    folder,
    title: titleAbove(await input.text(), input.extension) ?? parsePath(name).name,
    source: { kind: 'pipeline', name, format: 'shot-list' },
    styleBrief: '',
    characters: [],
    shots,
    skipped: [...left, ...skipped],
    notes: [`Columns read from ${name}: ${saidOf(columns)}.`],
    match: {
      ...match,
      columns: columns.map(({ header, meaning, isSure }) => ({ header, meaning, isSure })),
      doubts: doubtsAbout(columns),
    },
  };
}

/** Why a row is no shot: none, where it has a number, words or a picture. */
const whyNoShot = ({ number, words, pictures, prefix, stated }: Row): string | null =>
  !/\p{N}/u.test(number ?? '') &&
  !(words.description ?? words.prompt ?? words.spoken) &&
  pictures.all.length + stated.length === 0 &&
  prefix === null
    ? 'no number, words or picture of a shot in it; left out'
    : null;

/** A cell that cannot be read costs that cell, and is said; a row that says nothing of a shot, as a sum of durations, is none. */
function numbered(
  row: TableRow,
  index: number,
  columns: readonly Column[],
  file: string,
  left: Skipped[],
): NumberedRow[] {
  const fields = Object.fromEntries(columns.map(({ field }, at) => [field, row.cells[at]?.trim() ?? '']));
  const read = readRow(fields, (field, expected) => {
    left.push({ name: `${file}, ${row.at}, “${field}”`, reason: `expected ${expected}; left out` });
    return undefined;
  });
  const note = (place: string, reason: string) =>
    void left.push({ name: `${file}, ${row.at}${place}`, reason });
  const odd = oddSeed(fields);
  if (odd) note(`, “${odd.key}”`, odd.reason);
  const beyond = row.cells.slice(columns.length).filter((cell) => cell.trim() !== '');
  if (beyond.length > 0)
    note(
      '',
      `more cells than the header has columns: ${listed(
        beyond.map((cell) => `“${cell.trim()}”`),
        5,
      )} left out; words with the delimiter in them need quotation marks around them`,
    );
  const why = whyNoShot(read);
  if (why !== null) {
    note('', why);
    return [];
  }
  return [{ ...read, number: read.number ?? String(index + 1), scene: read.scene ?? row.scene }];
}
