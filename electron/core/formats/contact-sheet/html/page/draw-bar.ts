/** The tools that a client draws with. */
import { INKS, type Pen, TOOL_WORDS, TOOLS } from '@shared/drawing/index.js';
import { FIGURE_COLOURS } from '@shared/records/figure-limits.js';
import { element } from './element.js';
import { icon, type PageTool } from './icons.js';

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

const PAGE_TOOLS = TOOLS.filter((tool): tool is PageTool => tool !== 'hand');

export function drawBar({ take, undo, end }: Does): DrawBar {
  const tool = (of: PageTool | 'undo', name: string, click: (event: MouseEvent) => void) =>
    element('button', { type: 'button', className: 'tool', ariaLabel: name, title: name }, { click }, [
      icon(of),
      element('span', { textContent: name }),
    ]);
  const tools = PAGE_TOOLS.map(
    (one) => [one, tool(one, TOOL_WORDS[one], (event) => take({ tool: one }, isByKey(event)))] as const,
  );
  const back = tool('undo', 'Undo', undo);
  const inks = FIGURE_COLOURS.map((colour) => {
    const button = element(
      'button',
      { type: 'button', className: 'ink', ariaLabel: colour, title: colour },
      { click: (event) => take({ colour }, isByKey(event)) },
    );
    button.style.background = INKS[colour].ink;
    return [colour, button] as const;
  });
  const bar = element('div', { className: 'draw-bar', role: 'toolbar', ariaLabel: 'Drawing' }, {}, [
    element('div', { className: 'draw-tools' }, {}, [...tools.map(([, button]) => button), back]),
    element('div', { className: 'draw-inks', role: 'group', ariaLabel: 'Colour' }, {}, [
      ...inks.map(([, button]) => button),
    ]),
    element('button', { type: 'button', className: 'draw-done', textContent: 'Done' }, { click: end }),
  ]);
  return {
    bar,
    show(pen, canUndo) {
      back.disabled = !canUndo;
      for (const [of, button] of tools) button.ariaPressed = String(of === pen.tool);
      for (const [colour, button] of inks) button.ariaPressed = String(colour === pen.colour);
    },
  };
}
