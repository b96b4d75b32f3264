/** The tables of shots in a Markdown text, with the headings that they stand under. */
import { plainName } from '@core/fields/index.js';
import { decodedAddress } from '@shared/decoded-address.js';
import type { Token, Tokens } from 'marked';
import { headerScore } from './columns.js';
import type { ShotTable, TableRow } from './shot-table.js';

const IMAGE_TAG = /<img\s[^>]*?src\s*=\s*(?:["']([^"'>]+)|([^\s"'>]+))/i;

/** All of them as one, with the columns of each; undefined where there is none. */
export function markdownTable(tokens: readonly Token[]): ShotTable | undefined {
  const header: string[] = [];
  const columns = new Map<string, number>();
  let scene: string | null = null;
  const rows: TableRow[] = [];
  for (const token of tokens) {
    if (token.type === 'heading') scene = plainText(token.tokens ?? []) || null;
    if (token.type !== 'table') continue;
    const table = token as Tokens.Table;
    const names = table.header.map((cell) => plainText(cell.tokens));
    if (headerScore(names) < 2) continue;
    // Columns of another table may stand in another order.
    const places = names.map((name) => {
      const key = plainName(name);
      if (!columns.has(key)) columns.set(key, header.push(name) - 1);
      return columns.get(key) as number;
    });
    for (const row of table.rows) {
      const cells: string[] = [];
      for (const [at, place] of places.entries()) cells[place] = row[at] ? cellText(row[at].tokens) : '';
      const whole = Array.from(header, (_, at) => cells[at] ?? '');
      if (whole.some((cell) => cell !== '')) rows.push({ cells: whole, scene, at: `row ${rows.length + 1}` });
    }
  }
  return header.length === 0 ? undefined : { header, rows: underOneHeading(rows) };
}

/** A heading over the whole list is its title, and no scene. */
export const underOneHeading = (rows: readonly TableRow[]): TableRow[] => {
  const isOne = new Set(rows.map(({ scene }) => scene)).size <= 1;
  return rows.map((row) => (isOne ? { ...row, scene: null } : row));
};

/** The file of a picture or a link that a cell shows, also as HTML, else its words. */
function cellText(tokens: readonly Token[]): string {
  // A small picture may link to the large one.
  const all = tokens.flatMap((token) => [token, ...(token.type === 'link' ? (token.tokens ?? []) : [])]);
  const shown = all.find((token) => token.type === 'image') ?? all.find((token) => token.type === 'link');
  const words = plainText(tokens);
  const [, quoted, bare] = IMAGE_TAG.exec(tokens.map(({ raw }) => raw).join('')) ?? [];
  const source = quoted ?? bare;
  if (source !== undefined && words === '') return decodedAddress(source);
  if (shown?.type === 'image')
    return words === '' || words === shown.text ? decodedAddress(shown.href) : words;
  return shown?.type === 'link' && words === shown.text ? decodedAddress(shown.href) : words;
}

/** Without marks of emphasis; a line break is a space. */
export function plainText(tokens: readonly Token[]): string {
  const said = tokens.map((token): string => {
    if (token.type === 'br' || token.type === 'html') return ' ';
    if ('tokens' in token && token.tokens) return plainText(token.tokens);
    if (token.type === 'image') return token.text;
    return 'text' in token ? String(token.text) : '';
  });
  return said.join('').replace(/\s+/g, ' ').trim();
}
