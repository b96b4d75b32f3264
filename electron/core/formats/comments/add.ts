/** Comments that came back, as commands. Pure. */
import type { CommandOf } from '@shared/commands/index.js';
import type { CommentsFile } from '@shared/comments.js';
import { byShot, type Records } from '@shared/records/index.js';
import { stableId } from '../imported.js';

export interface AddedComments {
  /** One step of undo; null where there is nothing to add. */
  readonly command: CommandOf<'bulk'> | null;
  /** For the artist: what was added. */
  readonly summary: string;
  /** And what was not, in sentences. */
  readonly notes: readonly string[];
}

const count = (amount: number, one: string): string => `${amount} ${one}${amount === 1 ? '' : 's'}`;

/** A comment has its id from what it says, so the same file can come twice. */
export function addComments(records: Records, { storyboard, comments }: CommentsFile): AddedComments {
  const takes = byShot(records.take);
  const isOurs = Object.hasOwn(records.storyboard, storyboard.id);
  const added = new Map<string, CommandOf<'add-comment'>>();
  const strange = new Set<string>();
  let known = 0;
  let older = 0;
  for (const { number, at: time, ...said } of comments) {
    const { shotId, sha256, author, text } = said;
    const shot = Object.hasOwn(records.shot, shotId) ? records.shot[shotId] : undefined;
    const seen = (takes.get(shotId) ?? []).find((take) => take.sha256 === sha256);
    // A shot of another storyboard may bear the same id: the picture tells.
    if (!shot || !(isOurs || seen)) {
      strange.add(number);
      continue;
    }
    const at = Math.max(0, Date.parse(time));
    const commentId = stableId('comment', shotId, sha256 ?? '', author, String(at), text);
    if (Object.hasOwn(records.comment, commentId) || added.has(commentId)) known += 1;
    else {
      added.set(commentId, { type: 'add-comment', ...said, at, commentId });
      if (sha256 !== null && seen?.id !== shot.pickId) older += 1;
    }
  }
  const commands = [...added.values()];
  const shots = new Set(commands.map(({ shotId }) => shotId)).size;
  return {
    command: commands.length > 0 ? { type: 'bulk', commands } : null,
    summary:
      commands.length > 0
        ? `${count(commands.length, 'comment')} added to ${count(shots, 'shot')}.`
        : 'No comment was added.',
    notes: [
      ...(known > 0 ? [`There already: ${count(known, 'comment')}.`] : []),
      ...(older > 0 ? [`About a picture that is not the pick any more: ${count(older, 'comment')}.`] : []),
      ...(strange.size > 0
        ? [
            `Not of this storyboard, so left out: comments on shot${strange.size === 1 ? '' : 's'} ${[...strange].join(', ')}.`,
          ]
        : []),
    ],
  };
}
