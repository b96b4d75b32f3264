/** JSON of a form of our own, which says at its beginning what it is. */
import { ContinuistError } from '@shared/errors.js';
import type { z } from 'zod';
import type { Input } from './input.js';
import { badField } from './shot-rows/index.js';

/** Whether a file says that it is of this form, whether or not the rest can be read: large shots files are not parsed for it. */
export function saysItIs(format: string): (input: Input) => Promise<boolean> {
  const mark = new RegExp(`^\\s*\\{\\s*"format"\\s*:\\s*"${format}"`);
  return async (input) => input.extension === '.json' && mark.test(await input.text().catch(() => ''));
}

/** `largest`: bytes. `what`: what no such file is larger than. Throws BAD_FILE. */
export function ownJson(file: string, text: string, largest: number, what: string): unknown {
  if (text.length > largest)
    throw new ContinuistError('BAD_FILE', `${file} is larger than ${what} can be`, { file });
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new ContinuistError('BAD_FILE', `${file} is not valid JSON`, { file }, cause);
  }
}

/** Names the first field that is not as expected. `what`: what was, where nothing says that. */
export function misread(file: string, { issues: [issue] }: z.ZodError, what: string): ContinuistError {
  const field = (issue?.path ?? []).map((part) =>
    typeof part === 'number' ? `[${part}]` : `.${String(part)}`,
  );
  const name = field.join('').replace(/^\./, '') || 'the file';
  // Of several forms it is none, and which one was meant is not known.
  const expected = issue?.message.replace(/^Invalid input(?:: expected )?/, '') || what;
  return badField(file, name, name === 'version' ? NEWER : expected);
}

const NEWER = 'a version that this program reads; update Continuist where the file is newer';
