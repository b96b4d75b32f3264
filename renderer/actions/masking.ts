/** Marking the part of a picture that is to be made anew. */
import type { Mask } from '@shared/records/index.js';
import { hasPicture, withDraft } from '../board/index.js';
import { aroundAll, withoutLast } from '../masking/drawing.js';
import { evidenceRegions } from '../masking/evidence-regions.js';
import { type AppState, abilitiesFor, currentShot } from '../stores/index.js';
import { FIRST_VIEW } from '../views/index.js';
import type { Action, ActionContext } from './action.js';
import { hasOneShot, isMasking } from './conditions.js';
import { keysWhile } from './keys-while.js';

const pickId = (state: AppState): string => currentShot(state)?.pick?.id ?? '';

const maskNow = (state: AppState): Mask | null => state.session.drafts[pickId(state)]?.mask ?? null;

/** The generator that is chosen makes a part of this picture anew. */
const canInpaint = (state: AppState): boolean =>
  abilitiesFor(state, pickId(state)).capabilities.includes('inpaint');

function setMask({ state, session }: Pick<ActionContext, 'state' | 'session'>, mask: Mask | null): void {
  session({ drafts: withDraft(state().session.drafts, pickId(state()), { mask }) });
}

/** Where the finding that is pinned is seen, else the most pressing one; the mask stays where nothing has a place. */
async function takeFromFinding(context: ActionContext, otherwise: string): Promise<void> {
  const view = currentShot(context.state());
  if (!view) return;
  const { pinned } = context.state().session;
  const key = pinned?.kind === 'finding' ? pinned.key : null;
  const mask = aroundAll(await evidenceRegions(view, key, context.call));
  // The artist may have gone on, or begun to paint, while the judge was asked.
  if (!isMasking(context.state()) || currentShot(context.state())?.pick?.id !== view.pick?.id) return;
  if (mask) setMask(context, mask);
  else if (otherwise) context.say(otherwise);
}

const masking = keysWhile(isMasking);

const brush =
  (erases: boolean): Action['run'] =>
  (context) =>
    context.session({ brush: { ...context.state().session.brush, erases } });

export const MASKING: readonly Action[] = [
  {
    id: 'repair',
    title: 'Repair only a part…',
    words: 'mask inpaint brush local',
    group: 'Decisions',
    keys: ['M'],
    enabled: (state) => {
      const view = currentShot(state);
      return (
        hasOneShot(state) &&
        view !== null &&
        hasPicture(view) &&
        !view.again &&
        !view.request &&
        canInpaint(state)
      );
    },
    run: async (context) => {
      context.session({ editing: 'mask', view: FIRST_VIEW, takeId: null, compare: null });
      if (!maskNow(context.state())) await takeFromFinding(context, '');
    },
  },
  masking({ id: 'mask-brush', title: 'Draw the part', keys: ['D'] }, brush(false)),
  masking({ id: 'mask-eraser', title: 'Erase from the part', keys: ['E'] }, brush(true)),
  masking({ id: 'mask-evidence', title: 'Take the part from the finding', keys: [] }, (context) =>
    takeFromFinding(context, 'No finding of this picture points to a part of it.'),
  ),
  masking(
    { id: 'mask-back', title: 'Take the last stroke back', keys: ['Mod+Z'] },
    (context) => {
      const mask = maskNow(context.state());
      if (mask) setMask(context, withoutLast(mask));
    },
    (state) => maskNow(state) !== null,
  ),
  {
    id: 'mask-whole',
    title: 'Make the whole picture anew',
    group: 'Decisions',
    keys: [],
    enabled: (state) => maskNow(state) !== null,
    run: (context) => setMask(context, null),
  },
];
