/**
 * A contact sheet as PDF. Everything is set before anything is drawn, so that each page knows how many there are; the
 * pictures are read and scaled a page at a time.
 */
import type { WriterContext } from '../../format.js';
import { type Cell, cellsOf, headOf } from '../cells.js';
import { PAPER_SIZES } from '../options.js';
import { sheetPicture } from '../picture.js';
import { blocksOf, type CellText, setCellText } from './cell-text.js';
import { drawCell, drawLines, drawRunningText } from './draw.js';
import { drawFound, foundIn, inColumns } from './found.js';
import { fullTexts, LIST_LINE, type ListLine, paged } from './full-texts.js';
import { layoutOf, type SheetLayout } from './layout.js';
import { Typesetter } from './typesetter.js';
import { undrawnNote } from './undrawn.js';

interface SetCell {
  readonly cell: Cell;
  readonly text: CellText;
}

/** Dots of a picture to an inch of paper. */
const DPI = 150;

/** The same bytes for the same board at the same `now`. */
export async function pdfOf(context: WriterContext): Promise<Buffer> {
  const { chosen, now } = context;
  const cells = await cellsOf(context);
  const columns = Number(chosen.columns);
  const rows = Number(chosen.rows);
  const size = PAPER_SIZES[chosen.paper ?? ''] ?? [0, 0];
  const layout = layoutOf(size, columns, rows, aspectOf(cells));
  const setter = new Typesetter();
  const set = await setCells(cells, layout, setter, context);
  const found = inColumns(await foundIn(cells, setter, layout.body, context), layout.body);
  const lists = await listsOf(set, layout, setter, context);
  const sheets = Math.max(1, Math.ceil(set.length / layout.cells.length));

  const { title, told } = headOf(context);
  const date = new Date(now);
  const info = { Title: title, Creator: `Continuist ${context.version}`, CreationDate: date, ModDate: date };
  // When it is first needed, as fontkit.
  const { default: PDFDocument } = await import('pdfkit');
  const paper = new PDFDocument({
    size: [...size],
    margin: 0,
    autoFirstPage: false,
    lang: 'en',
    displayTitle: true,
    info,
  });
  const chunks: Buffer[] = [];
  const ended = new Promise<void>((resolve, reject) => {
    paper.on('data', (chunk: Buffer) => void chunks.push(chunk));
    paper.on('end', resolve);
    paper.on('error', reject);
  });
  setter.register(paper);
  const running = { title, told, pages: sheets + found.length + lists.length };
  for (let page = 0; page < running.pages; page++) {
    paper.addPage();
    await drawRunningText(paper, setter, layout, { ...running, page: page + 1 });
    const reasons = found[page - sheets];
    const list = lists[page - sheets - found.length];
    await context.step(Math.min(page * layout.cells.length, set.length), set.length, 'Drawing the pages');
    if (reasons) await drawFound(paper, setter, reasons);
    else if (list) await drawLines(paper, setter, list, layout.body, LIST_LINE);
    else await drawSheet(paper, setter, layout, set.slice(page * layout.cells.length), context);
    setter.forgetPictures();
  }
  await finishFonts(paper, () => context.step(set.length, set.length, 'Drawing the pages'));
  paper.end();
  await ended;
  const note = undrawnNote(setter.undrawn, true);
  if (note) context.note(note);
  return Buffer.concat(chunks);
}

/** One at a time, which `end` would else do all at once: a fifth of a second. It leaves alone what is finished. */
async function finishFonts(paper: PDFKit.PDFDocument, step: () => Promise<void>): Promise<void> {
  const { _fontFamilies = {} } = paper as unknown as { _fontFamilies?: Record<string, { finalize(): void }> };
  for (const font of Object.values(_fontFamilies)) {
    font.finalize();
    await step();
  }
}

async function setCells(
  cells: readonly Cell[],
  layout: SheetLayout,
  setter: Typesetter,
  { step }: WriterContext,
): Promise<SetCell[]> {
  const [first] = layout.cells;
  if (!first) return [];
  const { width, height } = first.text;
  const set: SetCell[] = [];
  for (const cell of cells) {
    await step(0, cells.length, 'Setting the text');
    const text = await setCellText(blocksOf(cell), setter, { size: layout.textSize, width, height });
    set.push({ cell, text });
  }
  return set;
}

async function listsOf(
  set: readonly SetCell[],
  layout: SheetLayout,
  setter: Typesetter,
  { step }: WriterContext,
): Promise<ListLine[][]> {
  const cut = set.filter(({ text }) => text.cut).map(({ cell }) => cell);
  const { width, height } = layout.body;
  const lines = await fullTexts(cut, setter, width, () => step(0, set.length, 'Setting the text'));
  return paged(lines, Math.floor(height / LIST_LINE));
}

async function drawSheet(
  paper: PDFKit.PDFDocument,
  setter: Typesetter,
  layout: SheetLayout,
  set: readonly SetCell[],
  { board }: WriterContext,
): Promise<void> {
  for (const [at, place] of layout.cells.entries()) {
    const one = set[at];
    if (!one) continue;
    const { width, height } = place.picture;
    const pixels = { width: (width * DPI) / 72, height: (height * DPI) / 72 };
    const picture = await sheetPicture(board, one.cell.take, pixels);
    await drawCell(paper, setter, place, picture, one.cell.drawing, one.text.lines, layout.textSize);
  }
}

/** What most pictures have: the median, so that one odd picture does not shape every page. */
function aspectOf(cells: readonly Cell[]): number {
  const aspects = cells
    .flatMap(({ take }) => (take && take.width > 0 && take.height > 0 ? [take.width / take.height] : []))
    .sort((a, b) => a - b);
  return aspects[Math.floor(aspects.length / 2)] ?? 16 / 9;
}
