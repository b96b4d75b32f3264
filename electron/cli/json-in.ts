import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { ContinuistError } from '@shared/errors.js';

/** What a JSON file says, with or without a mark before its first character. Throws BAD_FILE naming the file. */
export async function jsonIn(path: string): Promise<unknown> {
  const file = basename(path);
  try {
    return JSON.parse((await readFile(path, 'utf8')).replace(/^\uFEFF/, ''));
  } catch (cause) {
    const why = cause instanceof SyntaxError ? 'is not valid JSON' : 'cannot be read';
    throw new ContinuistError('BAD_FILE', `${file} ${why}`, { file }, cause);
  }
}
