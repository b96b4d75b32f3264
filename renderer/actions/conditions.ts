import { commandFor, type Deciding, hides } from '../board/index.js';
import { type AppState, currentChosen, currentShot, currentTake, seesOnlyOne } from '../stores/index.js';
import { viewById } from '../views/index.js';

export const always = (): boolean => true;
export const isOpen = ({ document }: AppState): boolean => document.open === true;
export const isWritable = (state: AppState): boolean => isOpen(state) && state.document.readOnly === null;
/** Another window decides about what this one shows. */
export const watchesOnly = ({ document }: AppState): boolean =>
  document.watchesOnly && document.barred === null;
/** It is only read here because of what may be over by now. */
export const canOpenAgain = ({ document }: AppState): boolean =>
  document.barred !== null && document.opensAgain;
export const hasShot = (state: AppState): boolean => currentShot(state) !== null;
/** A take is on the screen, or two of them. */
export const hasViewer = ({ session }: AppState): boolean => viewById(session.view).viewer === true;
/** A take is on the screen whose picture can be drawn over. */
export const hasPictureHere = (state: AppState): boolean => {
  const take = currentTake(state);
  return hasViewer(state) && take?.unreadable === null && take.width > 0;
};
/** Shots run one after another in time: some keys are those of editing programs. */
export const isPlayView = ({ session }: AppState): boolean => viewById(session.view).plays === true;
export const hidesShots = ({ session }: AppState): boolean => hides(session.filter);
export const canDecide = (state: AppState): boolean => isWritable(state) && hasShot(state);

/** Something that a decision can be made of among the chosen shots. */
export const canBeDecided =
  (deciding: Deciding) =>
  (state: AppState): boolean =>
    isWritable(state) &&
    currentChosen(state).some((view) => commandFor(view, deciding, state.session.drafts) !== null);

/** One shot alone is chosen: what is about its own words and takes can be done. */
export const hasOneShot = (state: AppState): boolean =>
  canDecide(state) && state.session.selected.length === 0;

/** Two takes are parted by a line, or lie over each other: the same keys move that. */
export const movesDivider = ({ session }: AppState): boolean =>
  session.compare === 'wipe' || session.compare === 'onion';

/** One frame after the other is looked at, and nothing else: keys decide on what is seen, and go on. */
export const isCulling = (state: AppState): boolean => seesOnlyOne(state) && canDecide(state);

/** Escape ends something nearer than a choice of shots. */
export const escapesElsewhere = ({ session }: Pick<AppState, 'session'>): boolean =>
  session.fullScreen || session.compare !== null || session.pinned !== null || session.editing !== null;

/** Notes are drawn over the take on the screen. */
export const isDrawing = (state: AppState): boolean =>
  state.session.editing === 'drawing' && hasViewer(state);

/** The part of a picture that is to be made anew is being painted. */
export const isMasking = ({ session }: AppState): boolean => session.editing === 'mask';
