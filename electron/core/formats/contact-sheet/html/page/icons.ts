/** What stands on the buttons of the drawing tools: lines in a square of 20. */
import type { Tool } from '@shared/drawing/index.js';

const LINES: Readonly<Record<Tool | 'undo' | 'line', string>> = {
  pen: 'M3 17l1-4.5L13.5 3 17 6.5 7.5 16zM11.5 5l3.5 3.5',
  arrow: 'M4 16L16 4M8.5 4H16v7.5',
  box: 'M3 4.5h14v11H3z',
  ellipse: 'M2.5 10a7.5 5.5 0 1 0 15 0a7.5 5.5 0 1 0-15 0',
  text: 'M4 6V4h12v2M10 4v12M7.5 16h5',
  eraser: 'M8 17l-5-5 8.5-8.5 6 6L10 17zM7 7.5l6 6M8 17h9',
  hand: 'M10 2v16M2 10h16M7.5 4.5L10 2l2.5 2.5M7.5 15.5L10 18l2.5-2.5M4.5 7.5L2 10l2.5 2.5M15.5 7.5L18 10l-2.5 2.5',
  line: 'M3 10h14',
  undo: 'M7.5 4L3.5 8l4 4M3.5 8H12a4.2 4.2 0 0 1 0 8.5H8',
};

const SVG = 'http://www.w3.org/2000/svg';

export function icon(of: keyof typeof LINES): SVGSVGElement {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('viewBox', '0 0 20 20');
  svg.setAttribute('aria-hidden', 'true');
  const path = document.createElementNS(SVG, 'path');
  path.setAttribute('d', LINES[of]);
  svg.append(path);
  return svg;
}
