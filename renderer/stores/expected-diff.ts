import type { Command } from '@shared/commands/index.js';
import type { Claim, Records, RecordsDiff, Shot } from '@shared/records/index.js';

function shotChange(records: Records, shotId: string, change: Partial<Shot>): RecordsDiff | null {
  const from = records.shot[shotId];
  return from
    ? { shot: { added: {}, removed: {}, updated: { [shotId]: [from, { ...from, ...change }] } } }
    : null;
}

function claimChange(records: Records, claimId: string, change: Partial<Claim>): RecordsDiff | null {
  const from = records.claim[claimId];
  return from
    ? { claim: { added: {}, removed: {}, updated: { [claimId]: [from, { ...from, ...change }] } } }
    : null;
}

/**
 * What a command will visibly change, so that it shows before the host answers; null where only the host can say.
 * It is replaced by the host's own change and taken back on an error.
 */
export function expectedDiff(records: Records, command: Command): RecordsDiff | null {
  switch (command.type) {
    case 'approve-suggestion':
    case 'approve-take':
      return shotChange(records, command.shotId, { status: 'approved' });
    case 'reject':
      return shotChange(records, command.shotId, { status: 'rejected' });
    case 'hold':
      return shotChange(records, command.shotId, { status: 'on-hold' });
    case 'needs-changes':
      return shotChange(records, command.shotId, { status: 'needs-changes' });
    case 'reset-status':
      return shotChange(records, command.shotId, { status: 'pending' });
    case 'pick-take':
      return shotChange(records, command.shotId, { pickId: command.takeId });
    case 'edit-prompt':
      return shotChange(records, command.shotId, {
        prompt: command.prompt,
        negativePrompt: command.negativePrompt,
      });
    case 'set-note':
      return shotChange(records, command.shotId, { note: command.note });
    case 'set-stars':
      return shotChange(records, command.shotId, { stars: command.stars });
    case 'edit-claim': {
      const { text, weight, muted } = command;
      return claimChange(records, command.claimId, {
        ...(text !== undefined && { text }),
        ...(weight !== undefined && { weight }),
        ...(muted !== undefined && { muted }),
      });
    }
    default:
      return null;
  }
}
