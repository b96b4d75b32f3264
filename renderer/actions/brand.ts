/** The brand's style: frames are marked as on it or off it, wherever they are chosen. */
import { asOne, styleMarks } from '../board/index.js';
import { type AppState, currentChosen, seesOnlyOne, shownTake } from '../stores/index.js';
import type { Action, ActionContext } from './action.js';
import { isOpen, isWritable } from './conditions.js';

/** Of one shot the take on the screen, of several their picks; those that have a picture. */
function takesToMark(state: AppState): readonly string[] {
  const { selected, takeId } = state.session;
  const chosen = currentChosen(state);
  const isOne = selected.length === 0 || seesOnlyOne(state);
  return chosen.flatMap((view) => {
    const take = isOne ? shownTake(view, takeId) : view.pick;
    return take?.unreadable === null ? [take.id] : [];
  });
}

/** What all of them are marked as; null = nothing, or not the same. */
function markedAs(state: AppState, takes: readonly string[]): boolean | null {
  const marks = styleMarks(state.document.records.styleExample);
  const [first = null, ...others] = new Set(takes.map((takeId) => marks.get(takeId)?.on ?? null));
  return others.length === 0 ? first : null;
}

async function mark(context: ActionContext, on: boolean): Promise<void> {
  const state = context.state();
  const takes = takesToMark(state);
  const to = markedAs(state, takes) === on ? null : on;
  const command = asOne(takes.map((takeId) => ({ type: 'mark-style', takeId, on: to }) as const));
  if (!command || !(await context.send(command))) return;
  const frames = takes.length === 1 ? 'The frame is' : `${takes.length} frames are`;
  const { styleExample } = context.state().document.records;
  const count = (side: boolean) => Object.values(styleExample).filter((one) => one.on === side).length;
  context.say(
    `${frames} ${to === null ? 'no example any more' : to ? 'marked as on style' : 'marked as off style'}.`,
    `Examples: ${count(true)} on style, ${count(false)} off it.`,
  );
}

const marking = (on: boolean, action: Pick<Action, 'id' | 'title' | 'keys'>): Action => ({
  ...action,
  words: 'brand style example learn off on unmark',
  group: 'Decisions',
  enabled: (state) => isWritable(state) && takesToMark(state).length > 0,
  run: (context) => mark(context, on),
});

export const BRAND: readonly Action[] = [
  marking(true, { id: 'mark-on-style', title: 'Mark as on style, or take the mark off', keys: ['Shift+B'] }),
  marking(false, {
    id: 'mark-off-style',
    title: 'Mark as off style, or take the mark off',
    keys: ['Shift+O'],
  }),
  {
    id: 'brand-style',
    title: 'Brand style…',
    words: 'examples profile learn on off style score look',
    group: 'View',
    keys: ['Mod+B'],
    enabled: isOpen,
    run: (context) => context.session({ dialog: 'brand' }),
  },
];
