import { basename } from 'node:path';
import { decodeText, readAtMost } from '@core/files/index.js';
import { ContinuistError } from '@shared/errors.js';

/** Bytes. */
const LARGEST = 16 * 1024 * 1024;

const WHY = {
  missing: 'is not there, or cannot be read',
  'no file': 'is no file',
  'too large': 'is too large',
} as const;

/** What a JSON file says, in whichever encoding. Throws BAD_FILE naming the file. */
export async function jsonIn(path: string): Promise<unknown> {
  const file = basename(path);
  const read = await readAtMost(path, LARGEST);
  if ('refused' in read) throw new ContinuistError('BAD_FILE', `${file} ${WHY[read.refused]}`, { file });
  try {
    return JSON.parse(decodeText(read.bytes));
  } catch (cause) {
    throw new ContinuistError('BAD_FILE', `${file} is not valid JSON`, { file }, cause);
  }
}
