/** The one list of what the artist can do to a review: a new command is a definition in a file of its kind and one row. */
import { z } from 'zod';
import { addShot, doubleShots } from './added.js';
import { approveSuggestion, approveTake } from './approve.js';
import { addStyleExample, changeStyleExample, markStyle, setBrand } from './brand.js';
import { declineCandidates } from './candidates.js';
import { changeFact, putFact, removeFact } from './canon.js';
import { addClaim, editClaim, removeClaim } from './claims.js';
import { correctBoxes } from './corrections.js';
import type { Definition } from './definition.js';
import { changeDrawing, draw, erase } from './drawings.js';
import { removeFilter, saveFilter } from './filters.js';
import { dismissFinding, restoreFinding } from './findings.js';
import { orderFirstPicture } from './first-picture.js';
import { moveShots } from './moves.js';
import { addComment, editNote, removeNote, setNoteState, writeNote } from './notes.js';
import { omitShots } from './omitted.js';
import { bringUpToDate } from './out-of-date.js';
import { dropReference, keepReference } from './references.js';
import { approveAgain, cancelRequest, moveRequest, pauseQueue, retryRequest } from './requests.js';
import { joinScenes, makeScene, nameScene, splitScene } from './scenes.js';
import { editDescription, editPrompt, pickTake, setDuration, setNote, setStars } from './shots.js';
import { hold, needsChanges, reject, resetStatus } from './status.js';
import { rename } from './storyboard.js';

const COMMANDS = [
  approveSuggestion,
  approveTake,
  reject,
  hold,
  needsChanges,
  resetStatus,
  bringUpToDate,
  dismissFinding,
  restoreFinding,
  pickTake,
  editDescription,
  editPrompt,
  addClaim,
  editClaim,
  removeClaim,
  addComment,
  writeNote,
  editNote,
  removeNote,
  setNoteState,
  draw,
  changeDrawing,
  erase,
  setNote,
  setStars,
  setDuration,
  moveShots,
  nameScene,
  splitScene,
  joinScenes,
  makeScene,
  omitShots,
  addShot,
  doubleShots,
  orderFirstPicture,
  putFact,
  changeFact,
  removeFact,
  cancelRequest,
  approveAgain,
  retryRequest,
  moveRequest,
  pauseQueue,
  declineCandidates,
  keepReference,
  dropReference,
  saveFilter,
  removeFilter,
  markStyle,
  addStyleExample,
  changeStyleExample,
  setBrand,
  correctBoxes,
  rename,
] as const;

/** A command by itself, not several as one. */
export type Single = (typeof COMMANDS)[number] extends infer D
  ? D extends Definition<infer C>
    ? C
    : never
  : never;

const [first, ...others] = COMMANDS.map(({ schema }) => schema);
export const single = z.discriminatedUnion('type', [
  first,
  ...others,
] as never) as unknown as z.ZodType<Single>;

const BY_TYPE = new Map<string, Definition<Single>>(
  COMMANDS.map((definition) => [definition.type, definition as unknown as Definition<Single>]),
);

/** Of a command that `single` accepts. */
export const definitionOf = ({ type }: Single): Definition<Single> => BY_TYPE.get(type) as Definition<Single>;
