/** While notes are drawn over a picture: what is drawn with, and the figure that is chosen. */
import {
  arrangedByKey,
  inWidth,
  nextColour,
  nextOf,
  nextTool,
  nextWidth,
  type Pen,
} from '@shared/drawing/index.js';
import type { Figure } from '@shared/records/index.js';
import { drawnOver } from '../board/index.js';
import { settleNudged } from '../noting/nudging.js';
import { type AppState, currentShot, currentTake } from '../stores/index.js';
import type { Action, ActionContext } from './action.js';
import { isDrawing } from './conditions.js';
import { keysWhile } from './keys-while.js';

/** What is drawn over the take on the screen. */
function figuresNow(state: AppState) {
  const view = currentShot(state);
  const take = currentTake(state);
  return view && take ? drawnOver(view, take, null) : [];
}

const chosenNow = (state: AppState) => figuresNow(state).find(({ id }) => id === state.session.figureId);
const hasChosen = (state: AppState): boolean => chosenNow(state) !== undefined;
const hasWords = (state: AppState): boolean => chosenNow(state)?.figure.kind === 'text';

const drawing = keysWhile(isDrawing);

type Sending = Pick<ActionContext, 'state' | 'session' | 'send'>;

async function change(context: Sending, to: (figure: Figure) => Figure | null): Promise<void> {
  settleNudged(context);
  const chosen = chosenNow(context.state());
  const figure = chosen && to(chosen.figure);
  if (chosen && figure) await context.send({ type: 'change-drawing', drawingId: chosen.id, figure });
}

/** Goes on with another pen. A figure that is chosen takes its colour and width on; with another tool it is let go of. */
export async function takePen(context: Sending, pen: Pen): Promise<void> {
  const { pen: before, figureId } = context.state().session;
  const keeps = pen.tool === before.tool || pen.tool === 'hand';
  context.session({ pen, figureId: keeps ? figureId : null });
  if (pen.colour !== before.colour) await change(context, (figure) => ({ ...figure, colour: pen.colour }));
  if (pen.width !== before.width) await change(context, (figure) => inWidth(figure, pen.width));
}

/** The figure behind the one that is chosen. */
const nextFigure = (context: ActionContext): void => {
  const ids = figuresNow(context.state()).map(({ id }) => id);
  const { figureId } = context.state().session;
  context.session({ figureId: figureId === null ? (ids[0] ?? null) : nextOf(ids, figureId) });
};

/** Sent once, for presses that follow one another; see `settleNudged`. */
const arrange = (key: string, reshapes: boolean, id: string, title: string): Action =>
  drawing(
    { id, title, keys: [reshapes ? `Shift+${key}` : key] },
    (context) => {
      if (context.state().session.nudged?.reshapes !== reshapes) settleNudged(context);
      const take = currentTake(context.state());
      const chosen = chosenNow(context.state());
      if (!take || !chosen) return;
      const before = context.state().session.nudged?.figure ?? chosen.figure;
      const figure = arrangedByKey(before, key, reshapes, take);
      if (figure) context.session({ nudged: { drawingId: chosen.id, figure, reshapes } });
    },
    hasChosen,
  );

const ARRANGING: readonly Action[] = [
  arrange('ArrowLeft', false, 'figure-left', 'Move the figure left'),
  arrange('ArrowRight', false, 'figure-right', 'Move the figure right'),
  arrange('ArrowUp', false, 'figure-up', 'Move the figure up'),
  arrange('ArrowDown', false, 'figure-down', 'Move the figure down'),
  arrange('ArrowLeft', true, 'figure-narrower', 'Make the figure narrower'),
  arrange('ArrowRight', true, 'figure-wider', 'Make the figure wider'),
  arrange('ArrowUp', true, 'figure-lower', 'Make the figure less high'),
  arrange('ArrowDown', true, 'figure-higher', 'Make the figure higher'),
];

/** Actions that go on with a step that was begun by keys: each other one ends it. */
export const NUDGES: ReadonlySet<string> = new Set(ARRANGING.map(({ id }) => id));

/** They come before what the same keys do elsewhere. */
export const DRAWING: readonly Action[] = [
  drawing({ id: 'drawing-tool', title: 'Draw with the next tool', keys: ['D'] }, (context) =>
    takePen(context, nextTool(context.state().session.pen)),
  ),
  drawing({ id: 'drawing-colour', title: 'Draw in the next colour', keys: ['I'] }, (context) =>
    takePen(context, nextColour(context.state().session.pen)),
  ),
  drawing({ id: 'drawing-width', title: 'Draw in the next width', keys: ['W'] }, (context) =>
    takePen(context, nextWidth(context.state().session.pen)),
  ),
  drawing(
    { id: 'figure-next', title: 'Choose the next figure', keys: [','] },
    nextFigure,
    (state) => figuresNow(state).length > 0,
  ),
  ...ARRANGING,
  drawing(
    { id: 'figure-words', title: 'Change the words of the figure', keys: ['Enter'] },
    (context) => context.session({ figureTyped: true }),
    hasWords,
  ),
  // Also while none is chosen: elsewhere the same key leaves the shot out of play.
  drawing(
    { id: 'figure-erase', title: 'Erase the figure that is chosen', keys: ['Delete', 'Backspace'] },
    async (context) => {
      const chosen = chosenNow(context.state());
      if (!chosen) {
        context.say(
          'No figure is chosen.',
          'The comma key goes through what is drawn, and the hand chooses what is clicked; the eraser takes it away.',
        );
        return;
      }
      nextFigure(context);
      if (context.state().session.figureId === chosen.id) context.session({ figureId: null });
      await context.send({ type: 'erase', drawingIds: [chosen.id] });
    },
  ),
  drawing(
    { id: 'figure-leave', title: 'Let go of the figure that is chosen', keys: ['Escape'] },
    (context) => context.session({ figureId: null }),
    hasChosen,
  ),
];
