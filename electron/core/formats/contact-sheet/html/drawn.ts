import { EDGE, INKS, shapeOf } from '@shared/drawing/index.js';
import type { Size } from '@shared/mask/index.js';
import type { Figure } from '@shared/records/index.js';
import { escaped } from './escape.js';

/** What is drawn over a picture of this size; '' for nothing. */
export function drawnHtml(drawing: readonly Figure[], size: Size): string {
  if (drawing.length === 0) return '';
  const { width, height } = size;
  const figures = drawing.map((figure) => figureHtml(figure, size)).join('');
  return `<svg class="drawn" viewBox="0 0 ${width} ${height}" preserveAspectRatio="none" aria-hidden="true">${figures}</svg>`;
}

function figureHtml(figure: Figure, size: Size): string {
  const shape = shapeOf(figure, size);
  const { ink, round } = INKS[figure.colour];
  const edge = Math.min(size.width, size.height) * EDGE;
  if (shape.kind === 'letters')
    return `<text x="${shape.x}" y="${shape.y}" font-size="${shape.height}" font-family="sans-serif" font-weight="600" fill="${ink}" stroke="${round}" stroke-width="${edge * 2}" paint-order="stroke">${escaped(shape.text)}</text>`;
  if (shape.kind === 'area')
    return `<path d="${shape.d}" fill="${ink}" stroke="${round}" stroke-width="${edge}" paint-order="stroke"/>`;
  const line = (colour: string, width: number): string =>
    `<path d="${shape.d}" fill="none" stroke="${colour}" stroke-width="${width}" stroke-linecap="round" stroke-linejoin="round"/>`;
  return line(round, shape.width + edge) + line(ink, shape.width);
}
