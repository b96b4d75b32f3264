/** The list at the end: all that is said of the shots whose cells were too small for it. */
import type { Cell } from '../cells.js';
import { type Block, blocksOf, type SetLine, setBlock } from './cell-text.js';
import { LEADING } from './layout.js';
import type { Typesetter } from './typesetter.js';
import { undrawnNote } from './undrawn.js';

const SIZE = 8.5;
/** Points of a line of the list. */
export const LIST_LINE = SIZE * LEADING;

/** A line of the list; null is a line left free. */
export type ListLine = SetLine | null;

/** `step`: called before each shot. */
export async function fullTexts(
  cells: readonly Cell[],
  setter: Typesetter,
  width: number,
  step: () => Promise<void>,
): Promise<ListLine[]> {
  const lines: ListLine[] = [];
  const add = async (text: string, kind: Block['kind']): Promise<void> => {
    for (const paragraph of text.split(/\r\n|[\n\r\u2028\u2029]/)) {
      const set = await setBlock({ text: paragraph, kind }, setter, { size: SIZE, width });
      lines.push(...set.lines);
    }
  };
  for (const cell of cells) {
    await step();
    if (lines.length > 0) lines.push(null);
    const [head, ...blocks] = blocksOf(cell);
    await add(`Shot ${head?.text ?? ''}`, 'head');
    for (const { text, kind } of blocks) await add(text, kind);
    if (cell.negativePrompt.trim()) await add(`Negative prompt: ${cell.negativePrompt}`, 'plain');
  }
  const undrawn = undrawnNote(setter.undrawn, false);
  if (undrawn) {
    if (lines.length > 0) lines.push(null);
    await add(undrawn, 'plain');
  }
  return lines;
}

/** In pages of so many lines; a heading stands on the page of what it heads. */
export function paged(lines: readonly ListLine[], most: number): ListLine[][] {
  const pages: ListLine[][] = [];
  let page: ListLine[] = [];
  for (const [at, line] of lines.entries()) {
    const isHeadAtTheEnd = line?.style.weight === 'bold' && page.length >= most - 1 && at < lines.length - 1;
    if (page.length >= most || (isHeadAtTheEnd && page.length > 0)) {
      pages.push(page);
      page = [];
    }
    if (line !== null || page.length > 0) page.push(line);
  }
  return page.length > 0 ? [...pages, page] : pages;
}
