/** Where things stand on a page of a contact sheet. All in points from the upper left corner. Pure. */

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface CellLayout {
  readonly picture: Box;
  readonly text: Box;
}

export interface SheetLayout {
  readonly width: number;
  readonly height: number;
  /** Of the cells, row by row. */
  readonly cells: readonly CellLayout[];
  /** Between header and footer. */
  readonly body: Box;
  /** Points, of the text in cells. */
  readonly textSize: number;
}

export const MARGIN = 28;
const HEADER = 30;
const FOOTER = 18;
const SMALLEST_TEXT = 5;
const LARGEST_TEXT = 9;
/** Of a line, in text sizes. */
export const LEADING = 1.32;

/** `aspect`: width to height of the board's pictures. */
export function layoutOf(
  [width, height]: readonly [number, number],
  columns: number,
  rows: number,
  aspect: number,
): SheetLayout {
  const body: Box = {
    x: MARGIN,
    y: MARGIN + HEADER,
    width: width - 2 * MARGIN,
    height: height - 2 * MARGIN - HEADER - FOOTER,
  };
  const gap = columns * rows > 24 ? 7 : 12;
  const cellWidth = (body.width - gap * (columns - 1)) / columns;
  const cellHeight = (body.height - gap * (rows - 1)) / rows;
  const fitting = Math.min(cellWidth / 34, cellHeight / 24);
  const textSize = Math.min(LARGEST_TEXT, Math.max(SMALLEST_TEXT, fitting));
  const cells = Array.from({ length: columns * rows }, (_, at): CellLayout => {
    const x = body.x + (at % columns) * (cellWidth + gap);
    const y = body.y + Math.floor(at / columns) * (cellHeight + gap);
    return cellLayout({ x, y, width: cellWidth, height: cellHeight }, aspect, textSize);
  });
  return { width, height, cells, body, textSize };
}

/** The text stands under the picture or beside it, where the picture is larger. */
function cellLayout(cell: Box, aspect: number, textSize: number): CellLayout {
  const between = textSize * 0.7;
  const lines = Math.max(2, Math.min(12, Math.floor((cell.height * 0.4) / (textSize * LEADING))));
  const under = within(cell.width, cell.height - between - lines * textSize * LEADING, aspect);
  const beside = within(cell.width * 0.58, cell.height, aspect);
  if (under.width * under.height >= beside.width * beside.height) {
    const picture = { ...cell, height: under.height };
    const y = cell.y + under.height + between;
    return { picture, text: { ...cell, y, height: cell.y + cell.height - y } };
  }
  const picture = { ...cell, ...beside };
  const x = cell.x + beside.width + between * 2;
  return { picture, text: { ...cell, x, width: cell.x + cell.width - x } };
}

/** The largest of an aspect in a room. */
export function within(width: number, height: number, aspect: number): { width: number; height: number } {
  return width / height > aspect ? { width: height * aspect, height } : { width, height: width / aspect };
}
