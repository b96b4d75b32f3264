import { randomUUID } from 'node:crypto';
import type { SentCommand } from '@shared/commands/index.js';
import type { Records } from '@shared/records/index.js';
import { inputAt } from '../input.js';
import { addComments } from './add.js';
import { isComments, readComments } from './read.js';

/** The storyboard that is open, as an application has it. Its `board` throws NO_STORYBOARD. */
interface OpenBoard {
  readonly board: {
    readonly review: { readonly records: Records };
    readonly identities: { all(): Promise<void> };
  };
  run(sent: SentCommand): unknown;
}

/**
 * Takes the comments of a file into the review, as one step of undo. Returns what the artist is told, what was added first; null
 * where the file holds no comments. Throws OPEN_FAILED, BAD_FILE, NO_STORYBOARD and what a command throws.
 */
export async function takeInComments(path: string, open: OpenBoard): Promise<string[] | null> {
  const input = await inputAt(path);
  if (!(await isComments(input))) return null;
  const said = await readComments(input);
  // What a comment is about is told by its picture.
  await open.board.identities.all();
  const { command, summary, notes } = addComments(open.board.review.records, said);
  if (command) open.run({ id: randomUUID(), at: Date.now(), command });
  return [summary, ...notes];
}
