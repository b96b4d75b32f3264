/** The tools that a client draws with. */
import {
  INKS,
  type Pen,
  TOOL_WORDS,
  TOOLS,
  type Tool,
  WIDTH_NAMES,
  type Width,
} from '@shared/drawing/index.js';
import { FIGURE_COLOURS } from '@shared/records/figure-limits.js';
import { element } from './element.js';
import { icon } from './icons.js';

interface Does {
  /** `byKey`: so that keys go on with it over the picture. */
  readonly take: (by: Partial<Pen>, byKey: boolean) => void;
  readonly undo: () => void;
  readonly end: () => void;
}

export interface DrawBar {
  readonly bar: HTMLElement;
  show(pen: Pen, canUndo: boolean): void;
}

/** A mouse counts its clicks. */
const isByKey = ({ detail }: MouseEvent): boolean => detail === 0;

/** Pixels of the lines on the buttons of the widths. */
const LINES: Readonly<Record<Width, number>> = { thin: 1.5, medium: 3, thick: 6 };

const group = (className: string, ariaLabel: string, buttons: readonly HTMLElement[]): HTMLElement =>
  element('div', { className, role: 'group', ariaLabel }, {}, buttons);

export function drawBar({ take, undo, end }: Does): DrawBar {
  const tool = (of: Tool | 'undo', name: string, word: string, click: (event: MouseEvent) => void) =>
    element('button', { type: 'button', className: 'tool', ariaLabel: name, title: name }, { click }, [
      icon(of),
      element('span', { textContent: word }),
    ]);
  const tools = TOOLS.map((one) => {
    const name = TOOL_WORDS[one];
    const word = one === 'hand' ? 'Move' : name;
    return [one, tool(one, name, word, (event) => take({ tool: one }, isByKey(event)))] as const;
  });
  const back = tool('undo', 'Undo', 'Undo', undo);
  const inks = FIGURE_COLOURS.map((colour) => {
    const button = element(
      'button',
      { type: 'button', className: 'ink', ariaLabel: colour, title: colour },
      { click: (event) => take({ colour }, isByKey(event)) },
    );
    button.style.background = INKS[colour].ink;
    return [colour, button] as const;
  });
  const widths = WIDTH_NAMES.map((width) => {
    const line = icon('line');
    line.style.strokeWidth = `${LINES[width]}`;
    const button = element(
      'button',
      { type: 'button', className: 'tool', ariaLabel: width, title: width },
      { click: (event) => take({ width }, isByKey(event)) },
      [line],
    );
    return [width, button] as const;
  });
  const bar = element('div', { className: 'draw-bar', role: 'toolbar', ariaLabel: 'Drawing' }, {}, [
    element('div', { className: 'draw-tools' }, {}, [...tools.map(([, button]) => button), back]),
    group(
      'draw-inks',
      'Colour',
      inks.map(([, button]) => button),
    ),
    group(
      'draw-widths',
      'Width',
      widths.map(([, button]) => button),
    ),
    element('button', { type: 'button', className: 'draw-done', textContent: 'Done' }, { click: end }),
  ]);
  return {
    bar,
    show(pen, canUndo) {
      back.disabled = !canUndo;
      for (const [of, button] of tools) button.ariaPressed = String(of === pen.tool);
      for (const [colour, button] of inks) button.ariaPressed = String(colour === pen.colour);
      for (const [width, button] of widths) button.ariaPressed = String(width === pen.width);
    },
  };
}
