import { INKS, type Pen, TOOL_WORDS, TOOLS, type Tool, type Width } from '@shared/drawing/index.js';
import { FIGURE_COLOURS } from '@shared/records/index.js';
import {
  Circle,
  Eraser,
  Hand,
  type LucideIcon,
  Minus,
  MoveUpRight,
  Pencil,
  Square,
  Trash2,
  Type,
  Undo2,
} from 'lucide-react';
import { CONTEXT, runAction, takePen } from '../actions/index.js';
import { drawnOver } from '../board/index.js';
import { useSession, useShot, useShownTake } from '../stores/index.js';
import { ActionButton, capitalised, count, Segmented } from '../ui/index.js';
import './noting.css';

const ICONS: Readonly<Record<Tool, LucideIcon>> = {
  pen: Pencil,
  arrow: MoveUpRight,
  box: Square,
  ellipse: Circle,
  text: Type,
  eraser: Eraser,
  hand: Hand,
};

const WIDTH_WORDS: readonly (readonly [Width, string])[] = [
  ['thin', 'Thin'],
  ['medium', 'Medium'],
  ['thick', 'Thick'],
];

/** How thick the line is that stands for a width where there is no room for its word. */
const LINES: Readonly<Record<Width, number>> = { thin: 1.5, medium: 3.5, thick: 7 };

/** What is drawn with. Stands in place of the viewer's own bar. */
export function DrawBar() {
  const view = useShot();
  const take = useShownTake();
  const pen = useSession((session) => session.pen);
  if (!view || !take) return null;
  const drawn = drawnOver(view, take, null).length;
  const change = (by: Partial<Pen>) => void takePen(CONTEXT, { ...pen, ...by });
  const number = view.takes.indexOf(take) + 1;
  return (
    <div className="viewer-bar draw-bar" role="toolbar" aria-label="Drawing" data-testid="draw-bar">
      {TOOLS.map((tool) => {
        const Icon = ICONS[tool];
        return (
          <button
            key={tool}
            type="button"
            className="quiet"
            aria-pressed={pen.tool === tool}
            aria-label={TOOL_WORDS[tool]}
            title={TOOL_WORDS[tool]}
            data-testid={`tool-${tool}`}
            onClick={() => change({ tool })}
          >
            <Icon size={15} aria-hidden />
          </button>
        );
      })}
      <fieldset className="inks">
        <legend className="unseen">Colour</legend>
        {FIGURE_COLOURS.map((colour) => (
          <button
            key={colour}
            type="button"
            className="ink"
            aria-pressed={pen.colour === colour}
            aria-label={capitalised(colour)}
            title={capitalised(colour)}
            style={{ background: INKS[colour].ink }}
            onClick={() => change({ colour })}
          />
        ))}
      </fieldset>
      <Segmented
        label="Width"
        options={WIDTH_WORDS}
        value={pen.width}
        onChange={(width) => change({ width })}
      />
      <button
        type="button"
        className="quiet draw-width"
        aria-label={`Width: ${pen.width}. Next width`}
        title={`Width: ${pen.width}`}
        onClick={() => runAction('drawing-width')}
      >
        <Minus size={15} strokeWidth={LINES[pen.width]} aria-hidden />
      </button>
      <ActionButton action="undo" className="quiet square" label="Undo">
        <Undo2 size={15} aria-hidden />
      </ActionButton>
      <ActionButton action="figure-erase" className="quiet square" label="Erase what is chosen">
        <Trash2 size={15} aria-hidden />
      </ActionButton>
      <div className="gap" />
      <span className="draw-count numbers faint" data-testid="draw-count">
        {drawn > 0 ? `${count(drawn, 'figure')} on take ${number}` : `Draw on take ${number}`}
      </span>
      <button type="button" className="quiet draw-words" onClick={() => runAction('drawing-words')}>
        Say it in words
      </button>
      <ActionButton action="drawing-done" className="button" testId="drawing-done">
        Done
      </ActionButton>
    </div>
  );
}
