/** Comments as notes of their shots. Pure. */
import type { Command } from '@shared/commands/index.js';
import type { Comment, CommentsFile } from '@shared/comments.js';
import { byShot, type Records } from '@shared/records/index.js';

export interface AddedComments {
  /** One step of undo; null where there is nothing to add. */
  readonly command: Command | null;
  /** For the artist: what was added. */
  readonly summary: string;
  /** And what was not, in sentences. */
  readonly notes: readonly string[];
}

/** Of a note, as its command takes it. */
const LONGEST = 10_000;
const count = (amount: number, one: string): string => `${amount} ${one}${amount === 1 ? '' : 's'}`;

/** As it stands in a note: "Ann, 2026-11-28: darker, please". */
const lineOf = ({ author, at, text }: Comment): string => `${author}, ${at.slice(0, 10)}: ${text}`;

/** A comment that a note holds already is not added again, so the same file can come twice. */
export function addComments(records: Records, { storyboard, comments }: CommentsFile): AddedComments {
  const takes = byShot(records.take);
  const isOurs = Object.hasOwn(records.storyboard, storyboard.id);
  const notes = new Map<string, string>();
  const strange: string[] = [];
  const full: string[] = [];
  let added = 0;
  let known = 0;
  let older = 0;
  for (const comment of comments) {
    const shot = records.shot[comment.shotId];
    const seen = (takes.get(comment.shotId) ?? []).find(({ sha256 }) => sha256 === comment.sha256);
    // A shot of another storyboard may bear the same id: the picture tells.
    if (!shot || !(isOurs || seen)) {
      strange.push(comment.number);
      continue;
    }
    const note = notes.get(shot.id) ?? shot.note;
    const line = lineOf(comment);
    const longer = note.trim() ? `${note.trimEnd()}\n${line}` : line;
    if (`\n${note}\n`.includes(`\n${line}\n`)) known += 1;
    else if (longer.length > LONGEST) full.push(shot.number);
    else {
      added += 1;
      notes.set(shot.id, longer);
      if (comment.sha256 !== null && seen?.id !== shot.pickId) older += 1;
    }
  }
  const commands = [...notes].map(([shotId, note]) => ({ type: 'set-note', shotId, note }) as const);
  const shots = (numbers: readonly string[]): string =>
    `shot${numbers.length === 1 ? '' : 's'} ${[...new Set(numbers)].join(', ')}`;
  return {
    command: commands.length > 0 ? { type: 'bulk', commands } : null,
    summary:
      added > 0
        ? `${count(added, 'comment')} added to the notes of ${count(notes.size, 'shot')}.`
        : 'No comment was added.',
    notes: [
      ...(known > 0 ? [`There already: ${count(known, 'comment')}.`] : []),
      ...(older > 0 ? [`About a picture that is not the pick any more: ${count(older, 'comment')}.`] : []),
      ...(strange.length > 0 ? [`Not of this storyboard, so left out: comments on ${shots(strange)}.`] : []),
      ...(full.length > 0
        ? [`No room in the note of ${shots(full)}: shorten it and open the file again.`]
        : []),
    ],
  };
}
