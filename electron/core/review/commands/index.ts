/** What the artist can do to a review, as pure functions from records to records. */
import type { Command, CommandType } from '@shared/commands/index.js';
import type { Records } from '@shared/records/index.js';
import { approveSuggestion, approveTake } from './approve.js';
import { putFact, removeFact } from './canon.js';
import { addClaim, editClaim, removeClaim } from './claims.js';
import type { Apply, CommandContext } from './context.js';
import { dismissFinding, restoreFinding } from './findings.js';
import { cancelRequest } from './requests.js';
import { editDescription, editPrompt, moveShot, pickTake, setNote, setStars } from './shots.js';
import { hold, needsChanges, reject, resetStatus } from './status.js';
import { rename } from './storyboard.js';

export type { CommandContext } from './context.js';
export { labelOf } from './labels.js';

const COMMANDS: { readonly [T in CommandType]: Apply<T> } = {
  'approve-suggestion': approveSuggestion,
  'approve-take': approveTake,
  reject,
  hold,
  'needs-changes': needsChanges,
  'reset-status': resetStatus,
  'dismiss-finding': dismissFinding,
  'restore-finding': restoreFinding,
  'pick-take': pickTake,
  'edit-description': editDescription,
  'edit-prompt': editPrompt,
  'add-claim': addClaim,
  'edit-claim': editClaim,
  'remove-claim': removeClaim,
  'set-note': setNote,
  'set-stars': setStars,
  'move-shot': moveShot,
  'put-fact': putFact,
  'remove-fact': removeFact,
  'cancel-request': cancelRequest,
  rename,
};

/** Throws NOT_FOUND for ids that are not there, LIMIT_REACHED and CONFLICT; never changes `records`. */
export function applyCommand(records: Records, command: Command, context: CommandContext): Records {
  const apply = COMMANDS[command.type] as Apply<CommandType>;
  return apply(records, command, context);
}
