/** What is drawn with over a picture. */
import { FIGURE_COLOURS } from '../records/figure-limits.js';
import type { Figure, FigureColour, FigureKind } from '../records/index.js';

export const TOOLS = [
  'pen',
  'arrow',
  'box',
  'ellipse',
  'text',
  'eraser',
  'hand',
] as const satisfies readonly (FigureKind | 'eraser' | 'hand')[];
export type Tool = (typeof TOOLS)[number];

export const TOOL_WORDS: Readonly<Record<Tool, string>> = {
  pen: 'Pen',
  arrow: 'Arrow',
  box: 'Box',
  ellipse: 'Ellipse',
  text: 'Text',
  eraser: 'Eraser',
  hand: 'Choose and move',
};

/** How thick lines are, the thinnest first, in shares of the picture's shorter side. */
const WIDTHS = { thin: 0.006, medium: 0.012, thick: 0.024 } as const;
export type Width = keyof typeof WIDTHS;
export const WIDTH_NAMES = Object.keys(WIDTHS) as Width[];
/** How much higher letters are than lines are thick. */
const LETTERS = 4.5;

/** `Figure.size` of what is drawn in this width. */
export const sizeIn = (width: Width, kind: FigureKind): number =>
  WIDTHS[width] * (kind === 'text' ? LETTERS : 1);

export const inWidth = (figure: Figure, width: Width): Figure => ({
  ...figure,
  size: sizeIn(width, figure.kind),
});

export interface Pen {
  readonly tool: Tool;
  readonly colour: FigureColour;
  readonly width: Width;
}

export const FIRST_PEN: Pen = { tool: 'pen', colour: 'red', width: 'medium' };

/** The one behind `now`, and the first behind the last. */
export const nextOf = <T>(all: readonly T[], now: T, by: 1 | -1 = 1): T =>
  all[(all.indexOf(now) + by + all.length) % all.length] ?? now;

export const nextTool = (pen: Pen): Pen => ({ ...pen, tool: nextOf(TOOLS, pen.tool) });
export const nextWidth = (pen: Pen): Pen => ({
  ...pen,
  width: nextOf(WIDTH_NAMES, pen.width),
});
export const nextColour = (pen: Pen): Pen => ({ ...pen, colour: nextOf(FIGURE_COLOURS, pen.colour) });
