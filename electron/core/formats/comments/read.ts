import { COMMENTS_FORMAT, type CommentsFile, commentsFile } from '@shared/comments.js';
import { ContinuistError } from '@shared/errors.js';
import type { Input } from '../input.js';
import { badField } from '../shot-rows/index.js';

/** Bytes; far above what a thousand comments of full length take. */
const LARGEST = 32 * 1024 * 1024;

const MARK = new RegExp(`^\\s*\\{\\s*"format"\\s*:\\s*"${COMMENTS_FORMAT}"`);

/** It says so itself at its beginning, whether or not the rest can be read: large shots files are not parsed for it. */
export async function isComments(input: Input): Promise<boolean> {
  return input.extension === '.json' && MARK.test(await input.text().catch(() => ''));
}

/** Throws OPEN_FAILED, or BAD_FILE naming the first field that is not as expected. */
export async function readComments(input: Input): Promise<CommentsFile> {
  const text = await input.text();
  if (text.length > LARGEST)
    throw new ContinuistError('BAD_FILE', `${input.name} is larger than comments can be`, {
      file: input.name,
    });
  const { data, error } = commentsFile.safeParse(parsed(text, input.name));
  if (data) return data;
  const [issue] = error.issues;
  const field = (issue?.path ?? []).map((part) =>
    typeof part === 'number' ? `[${part}]` : `.${String(part)}`,
  );
  throw badField(input.name, field.join('').replace(/^\./, '') || 'the file', issue?.message ?? 'comments');
}

function parsed(text: string, file: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new ContinuistError('BAD_FILE', `${file} is not valid JSON`, { file }, cause);
  }
}
