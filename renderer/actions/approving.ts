/**
 * Approving a frame of which something was found waits until it is known what is suggested for it: it would be taken as it
 * is. Where something is, that is shown: nobody has said yes to words that were not there.
 */
import { awaitingSuggestion, type ShotView } from '../board/index.js';
import { type AppState, currentBoardView, currentChosen } from '../stores/index.js';
import type { ActionContext } from './action.js';

/** Of the chosen shots, those that approving waits for. */
export const awaitedIn = (state: AppState): readonly ShotView[] =>
  awaitingSuggestion(currentChosen(state), state.session.drafts);

const named = (views: readonly ShotView[]): string =>
  views.length === 1 ? `Shot ${views[0]?.shot.number}` : `${views.length} shots`;

/**
 * Waits for these, of the chosen shots. True when approving does what it said before; false when something is suggested now,
 * the artist has gone elsewhere, or decided otherwise meanwhile: what came of it is said.
 */
export async function allSuggested(context: ActionContext, awaited: readonly ShotView[]): Promise<boolean> {
  // Asked for already.
  if (context.state().session.approving.length > 0) return false;
  const ids = awaited.map(({ shot }) => shot.id);
  const chosen = chosenIn(context.state());
  context.session({ approving: ids });
  while (context.state().session.approving === ids) {
    const state = context.state();
    if (chosenIn(state) !== chosen) {
      context.session({ approving: [] });
      context.say(`${named(awaited)} not approved: you went on before a suggestion was known.`);
      return false;
    }
    if (awaitedIn(state).length === 0) {
      context.session({ approving: [] });
      return nothingNew(context, ids);
    }
    await context.changed();
  }
  return false;
}

/** A name of what is chosen. */
const chosenIn = (state: AppState): string =>
  [state.document.reviewKey, ...currentChosen(state).map(({ shot }) => `${shot.id} ${shot.pickId}`)].join();

function nothingNew(context: ActionContext, ids: readonly string[]): boolean {
  const { byId } = currentBoardView(context.state());
  const suggested = ids.flatMap((id) => {
    const view = byId.get(id);
    return view?.suggestion ? [view] : [];
  });
  if (suggested.length === 0) return true;
  context.say(
    suggested.length === 1
      ? `${named(suggested)} has a suggestion now. Read it, then approve.`
      : `${named(suggested)} have a suggestion now. Read them, then approve.`,
  );
  return false;
}
