import { type CommentsFile, commentsFile } from '@shared/comments.js';
import { COMMENTS_FORMAT } from '@shared/comments-form.js';
import type { Input } from '../input.js';
import { misread, ownJson, saysItIs } from '../own-file.js';

/** Bytes; far above what a thousand comments of full length take, or three hundred frames that are drawn all over. */
const LARGEST = 32 * 1024 * 1024;

export const isComments = saysItIs(COMMENTS_FORMAT);

/** Throws OPEN_FAILED, or BAD_FILE naming the first field that is not as expected. */
export async function readComments(input: Input): Promise<CommentsFile> {
  const { data, error } = commentsFile.safeParse(
    ownJson(input.name, await input.text(), LARGEST, 'comments'),
  );
  if (data) return data;
  throw misread(input.name, error, 'comments');
}
