/** Draws what was set. */
import type { Figure } from '@shared/records/index.js';
import type { Severity } from '@shared/severity.js';
import type { NoPicture, SheetPicture } from '../picture.js';
import { FAINT, INK } from './cell-text.js';
import { drawFigures } from './figures.js';
import type { ListLine } from './full-texts.js';
import { type Box, type CellLayout, LEADING, MARGIN, type SheetLayout, within } from './layout.js';
import type { Style, Typesetter } from './typesetter.js';

/** Around pictures, so that none seems to have another shape than it has. */
const MAT = '#ededed';
const SIGNS: Readonly<Record<Severity, string>> = { high: '#b3261e', medium: '#9a6700', low: '#57606a' };

export interface RunningText {
  readonly title: string;
  readonly told: string;
  /** 1 first. */
  readonly page: number;
  readonly pages: number;
}

export async function drawRunningText(
  paper: PDFKit.PDFDocument,
  setter: Typesetter,
  { width, height }: SheetLayout,
  { title, told, page, pages }: RunningText,
): Promise<void> {
  const head: Style = { size: 13, weight: 'bold', colour: INK };
  const small: Style = { size: 8, weight: 'regular', colour: FAINT };
  const room = width - 2 * MARGIN;
  const [line] = (await setter.wrap(title, head, room - 90, 1)).lines;
  if (line) await setter.draw(paper, line, MARGIN, MARGIN + 12, head);
  const [number] = (await setter.wrap(`Page ${page} of ${pages}`, small, room)).lines;
  if (number)
    await setter.draw(paper, number, width - MARGIN - number.width * small.size, MARGIN + 12, small);
  paper
    .moveTo(MARGIN, MARGIN + 20)
    .lineTo(width - MARGIN, MARGIN + 20)
    .lineWidth(0.5)
    .strokeColor('#c8c8c8')
    .stroke();
  const [foot] = (await setter.wrap(told, small, room, 1)).lines;
  if (foot) await setter.draw(paper, foot, MARGIN, height - MARGIN, small);
}

export async function drawCell(
  paper: PDFKit.PDFDocument,
  setter: Typesetter,
  { picture: box, text }: CellLayout,
  picture: SheetPicture | NoPicture,
  drawing: readonly Figure[],
  lines: readonly ListLine[],
  textSize: number,
): Promise<void> {
  paper.rect(box.x, box.y, box.width, box.height).fill(MAT);
  if ('jpeg' in picture) {
    const { width, height } = within(box.width, box.height, picture.width / picture.height);
    const x = box.x + (box.width - width) / 2;
    const y = box.y + (box.height - height) / 2;
    paper.image(picture.jpeg, x, y, { width, height });
    await drawFigures(paper, setter, drawing, { x, y, width, height });
  } else {
    const style: Style = { size: Math.min(9, textSize * 1.1), weight: 'regular', colour: FAINT };
    const [line] = (await setter.wrap(picture.why, style, box.width, 1)).lines;
    if (line) {
      const x = box.x + (box.width - line.width * style.size) / 2;
      await setter.draw(paper, line, x, box.y + box.height / 2 + style.size / 3, style);
    }
  }
  await drawLines(paper, setter, lines, text, textSize * LEADING);
}

/** `leading`: points from line to line. */
export async function drawLines(
  paper: PDFKit.PDFDocument,
  setter: Typesetter,
  lines: readonly ListLine[],
  box: Box,
  leading: number,
): Promise<void> {
  for (const [at, set] of lines.entries()) {
    if (!set) continue;
    const baseline = box.y + at * leading + leading * 0.8;
    await setter.draw(paper, set.line, box.x + set.indent, baseline, set.style);
    if (set.sign) drawSign(paper, set.sign, box.x, baseline, set.style.size);
  }
}

/** A square, a triangle or a circle by severity: never by colour alone. */
function drawSign(
  paper: PDFKit.PDFDocument,
  severity: Severity,
  x: number,
  baseline: number,
  size: number,
): void {
  const side = size * 0.62;
  const top = baseline - side - size * 0.02;
  if (severity === 'high') paper.rect(x, top, side, side);
  else if (severity === 'medium') paper.polygon([x, top + side], [x + side, top + side], [x + side / 2, top]);
  else paper.circle(x + side / 2, top + side / 2, side / 2);
  paper.fill(SIGNS[severity]);
}
