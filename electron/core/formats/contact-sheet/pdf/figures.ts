import { EDGE, INKS, shapeOf } from '@shared/drawing/index.js';
import type { Figure } from '@shared/records/index.js';
import type { Box } from './layout.js';
import type { Typesetter } from './typesetter.js';

/** Draws notes over a picture, as lines and not as pixels; what leaves the picture is cut off. */
export async function drawFigures(
  paper: PDFKit.PDFDocument,
  setter: Typesetter,
  figures: readonly Figure[],
  { x, y, width, height }: Box,
): Promise<void> {
  if (figures.length === 0) return;
  paper.save();
  paper.rect(x, y, width, height).clip();
  paper.translate(x, y);
  for (const figure of figures) {
    const shape = shapeOf(figure, { width, height });
    const { ink, round } = INKS[figure.colour];
    const edge = Math.min(width, height) * EDGE;
    paper.lineCap('round').lineJoin('round');
    if (shape.kind === 'letters') {
      const style = { size: shape.height, weight: 'bold', colour: ink } as const;
      const [line] = (await setter.wrap(shape.text, style, width, 1)).lines;
      if (!line) continue;
      // Letters have no edge of their own: what is behind them makes them legible.
      paper
        .rect(
          shape.x - edge * 2,
          shape.y - shape.height,
          line.width * shape.height + edge * 4,
          shape.height * 1.3,
        )
        .fillOpacity(0.6)
        .fill(round)
        .fillOpacity(1);
      await setter.draw(paper, line, shape.x, shape.y, style);
    } else if (shape.kind === 'area') {
      paper.path(shape.d).lineWidth(edge).stroke(round);
      paper.path(shape.d).fill(ink);
    } else {
      paper
        .path(shape.d)
        .lineWidth(shape.width + edge)
        .stroke(round);
      paper.path(shape.d).lineWidth(shape.width).stroke(ink);
    }
  }
  paper.restore();
}
