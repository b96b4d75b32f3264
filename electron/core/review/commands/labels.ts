import type { Command, CommandType } from '@shared/commands/index.js';
import { type Records, takesOf } from '@shared/records/index.js';
import type { CommandOf } from './context.js';

const shot = (records: Records, shotId: string | undefined): string =>
  `shot ${(shotId && records.shot[shotId]?.number) || '?'}`;
const claimShot = (records: Records, claimId: string): string =>
  shot(records, records.claim[claimId]?.shotId);

/** Takes are counted from 1 for the artist. */
function takeNumber(records: Records, shotId: string, takeId: string): string {
  const index = takesOf(records, shotId).findIndex((take) => take.id === takeId);
  return index < 0 ? '?' : String(index + 1);
}

function editClaimLabel({ claimId, text, muted }: CommandOf<'edit-claim'>, records: Records): string {
  const verb = text === undefined && muted !== undefined ? (muted ? 'Mute' : 'Unmute') : 'Edit';
  return `${verb} claim of ${claimShot(records, claimId)}`;
}

const LABELS: { readonly [T in CommandType]: (command: CommandOf<T>, records: Records) => string } = {
  'approve-suggestion': (c, r) => `Approve ${shot(r, c.shotId)}`,
  'approve-take': (c, r) => `Approve ${shot(r, c.shotId)} as it is`,
  reject: (c, r) => `Reject ${shot(r, c.shotId)}`,
  hold: (c, r) => `Hold ${shot(r, c.shotId)}`,
  'needs-changes': (c, r) => `Ask for changes to ${shot(r, c.shotId)}`,
  'reset-status': (c, r) => `Reset status of ${shot(r, c.shotId)}`,
  'dismiss-finding': (c, r) => `Dismiss finding on ${shot(r, c.shotId)}`,
  'restore-finding': (c, r) => `Restore finding on ${shot(r, c.shotId)}`,
  'pick-take': (c, r) => `Pick take ${takeNumber(r, c.shotId, c.takeId)} of ${shot(r, c.shotId)}`,
  'edit-description': (c, r) => `Edit description of ${shot(r, c.shotId)}`,
  'edit-prompt': (c, r) => `Edit prompt of ${shot(r, c.shotId)}`,
  'add-claim': (c, r) => `Add claim to ${shot(r, c.shotId)}`,
  'edit-claim': editClaimLabel,
  'remove-claim': (c, r) => `Remove claim from ${claimShot(r, c.claimId)}`,
  'set-note': (c, r) => `Edit note of ${shot(r, c.shotId)}`,
  'set-stars': (c, r) => `Rate ${shot(r, c.shotId)}`,
  'move-shot': (c, r) => `Move ${shot(r, c.shotId)}`,
  'put-fact': (c, r) =>
    `${Object.hasOwn(r.fact, c.fact.id) ? 'Edit' : 'Add'} canon: ${c.fact.name || 'style'}`,
  'remove-fact': (c, r) => `Remove canon: ${r.fact[c.factId]?.name || 'style'}`,
  'cancel-request': (c, r) => `Cancel regeneration of ${shot(r, r.request[c.requestId]?.shotId)}`,
  rename: (c) => `Rename to ${c.title}`,
};

/** What a command does, for menus and history. `records` are those before it. */
export function labelOf(command: Command, records: Records): string {
  const label = LABELS[command.type] as (command: Command, records: Records) => string;
  return label(command, records);
}
