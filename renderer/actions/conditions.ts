import { isNarrowed, proposalOf, type ShotView } from '../board/index.js';
import { type AppState, currentShot } from '../stores/index.js';
import { viewById } from '../views/index.js';

export const always = (): boolean => true;
export const isOpen = ({ document }: AppState): boolean => document.open === true;
export const isWritable = (state: AppState): boolean => isOpen(state) && state.document.readOnly === null;
export const hasShot = (state: AppState): boolean => currentShot(state) !== null;
/** A take is on the screen, or two of them. */
export const hasViewer = ({ session }: AppState): boolean => viewById(session.view).viewer === true;
/** A filter is set, whether or not a shot misses it now. */
export const hidesShots = ({ session: { filter } }: AppState): boolean =>
  filter.show !== 'all' || isNarrowed(filter);
export const canDecide = (state: AppState): boolean => isWritable(state) && hasShot(state);

/** There is something to look at: without a picture nothing can be approved as it is. */
export const hasPicture = ({ pick }: ShotView): boolean => pick !== null && pick.unreadable === null;

/** Approving now would order a picture, rather than take the frame as it is. */
export function wouldRegenerate(state: AppState): boolean {
  const view = currentShot(state);
  if (!view?.pick || view.rounds >= view.limit) return false;
  return proposalOf(view, state.session.drafts[view.pick.id])?.changes ?? false;
}

export function canApproveAsIs(state: AppState): boolean {
  const view = currentShot(state);
  return canDecide(state) && view !== null && hasPicture(view) && view.shot.status !== 'approved';
}

export function canApprove(state: AppState): boolean {
  const view = currentShot(state);
  if (!canDecide(state) || !view || view.request) return false;
  return wouldRegenerate(state) || canApproveAsIs(state);
}
