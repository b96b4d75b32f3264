/** Tables with a delimiter: CSV, TSV and what spreadsheets of other countries save, with semicolons. */
import { isDeepStrictEqual } from 'node:util';
import Papa from 'papaparse';
import { badField } from '../shot-rows/index.js';
import { headerScore } from './columns.js';
import type { ShotTable, TableRow } from './shot-table.js';

const DELIMITERS = [',', ';', '\t', '|'];
/** Rows that may stand above the header: a title, a date, a blank. */
const ABOVE = 10;

/** Undefined where no row is the header of a shot list. Throws BAD_FILE where a quotation mark is left open. */
export function delimitedTable(text: string, file: string): ShotTable | undefined {
  const source = text.replace(/^sep=.\r?\n/i, '');
  const [best] = DELIMITERS.map((delimiter) => ({ delimiter, ...headerIn(source, delimiter) })).sort(
    (a, b) => b.score - a.score,
  );
  if (!best || best.score < 2) return undefined;
  const { data, errors } = Papa.parse<string[]>(source, { delimiter: best.delimiter });
  const open = errors.find(({ code }) => code === 'MissingQuotes');
  if (open) throw badField(file, `row ${(open.row ?? 0) + 1}`, 'a quotation mark that is closed again');
  const header = data[best.at] ?? [];
  const rows: TableRow[] = [];
  let scene: string | null = null;
  for (const [index, cells] of data.entries()) {
    if (index <= best.at) continue;
    const filled = cells.filter((cell) => cell.trim() !== '');
    // A list that was printed has its header once a page.
    if (filled.length === 0 || isDeepStrictEqual(cells, header)) continue;
    const heading = filled.length === 1 && best.score > 2 ? headingIn(cells) : null;
    if (heading !== null) scene = heading;
    else rows.push({ cells, scene, at: `row ${index + 1}` });
  }
  return { header, rows };
}

/** Words alone in the first column head the rows below: "SCENE 2 – THE MILL". */
const headingIn = ([first = '']: readonly string[]): string | null =>
  /\p{L}{3}/u.test(first) ? first.trim() : null;

function headerIn(text: string, delimiter: string): { at: number; score: number } {
  const { data } = Papa.parse<string[]>(text, { delimiter, preview: ABOVE });
  return data.reduce(
    (best, cells, at) => {
      const score = headerScore(cells);
      return score > best.score ? { at, score } : best;
    },
    { at: 0, score: 0 },
  );
}
