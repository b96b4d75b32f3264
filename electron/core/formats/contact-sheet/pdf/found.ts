/** The pages of what was found: each finding that is shown by a picture, with it, in columns. */
import type { WriterContext } from '../../format.js';
import type { Cell } from '../cells.js';
import type { SheetPicture } from '../picture.js';
import { reasonFor } from '../reason.js';
import { nameOf, type SetLine, setBlock } from './cell-text.js';
import { drawLines } from './draw.js';
import { type Box, LEADING, within } from './layout.js';
import type { Typesetter } from './typesetter.js';

/** Points. */
const SIZE = 8.5;
const LINE = SIZE * LEADING;
const GAP = 18;
const BELOW_TEXT = 4;
const COLUMNS = 3;
/** Of a picture, which may stand upright. */
const HIGHEST = 150;

export interface Found {
  /** Points from its upper edge to its lower one. */
  readonly height: number;
  readonly lines: readonly SetLine[];
  readonly picture: SheetPicture;
  /** Points. */
  readonly shown: { readonly width: number; readonly height: number };
}

export interface PlacedFound {
  readonly found: Found;
  readonly x: number;
  readonly y: number;
}

const widthIn = ({ width }: Pick<Box, 'width'>): number => (width - GAP * (COLUMNS - 1)) / COLUMNS;

/** Bytes of all pictures together, which wait until all is set; as many as a page that is sent holds. */
const MOST_BYTES = 48 * 1024 * 1024;

/**
 * In the order of the shots, the worst of each first. `most`: bytes of all pictures together; what is past it is left out,
 * and a note says from which shot on.
 */
export async function foundIn(
  cells: readonly Cell[],
  setter: Typesetter,
  body: Box,
  context: WriterContext,
  most = MOST_BYTES,
): Promise<Found[]> {
  const all: Found[] = [];
  let bytes = 0;
  const width = widthIn(body);
  for (const [at, cell] of cells.entries()) {
    await context.step(at, cells.length, 'Cutting what was found');
    for (const { severity, message, key } of cell.findings) {
      const picture = await reasonFor(context, cell.shotId, key);
      if (!picture) continue;
      bytes += picture.jpeg.length;
      if (bytes > most) {
        context.note(
          `Pictures of what was found are left out from shot ${cell.number} on, since a sheet holds ${Math.round(most / 2 ** 20)} MB of them.`,
        );
        return all;
      }
      const head = { text: `Shot ${nameOf(cell)}`, kind: 'head' } as const;
      const said = { text: message, kind: severity };
      const lines = [
        ...(await setBlock(head, setter, { size: SIZE, width, most: 1 })).lines,
        ...(await setBlock(said, setter, { size: SIZE, width })).lines,
      ];
      const shown = within(width, HIGHEST, picture.width / picture.height);
      all.push({ lines, picture, shown, height: lines.length * LINE + BELOW_TEXT + shown.height });
    }
  }
  return all;
}

/** Down each column, then the next, then the next page; one that is higher than a page begins a column. Pure. */
export function inColumns(all: readonly Found[], body: Box): PlacedFound[][] {
  const pages: PlacedFound[][] = [];
  let [column, y] = [COLUMNS, 0];
  for (const found of all) {
    if (column < COLUMNS && y > body.y && y + found.height > body.y + body.height)
      [column, y] = [column + 1, body.y];
    if (column === COLUMNS) {
      pages.push([]);
      [column, y] = [0, body.y];
    }
    pages.at(-1)?.push({ found, x: body.x + column * (widthIn(body) + GAP), y });
    y += found.height + GAP;
  }
  return pages;
}

export async function drawFound(
  paper: PDFKit.PDFDocument,
  setter: Typesetter,
  page: readonly PlacedFound[],
): Promise<void> {
  for (const { found, x, y } of page) {
    const { lines, picture, shown } = found;
    const high = lines.length * LINE;
    await drawLines(paper, setter, lines, { x, y, width: shown.width, height: high }, LINE);
    paper.image(picture.jpeg, x, y + high + BELOW_TEXT, { ...shown });
  }
}
