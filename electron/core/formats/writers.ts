import { ContinuistError } from '@shared/errors.js';
import type { FormatWriter } from './format.js';
import { FORMATS } from './table.js';

/** In the order of the menu. */
export const WRITERS: readonly FormatWriter[] = FORMATS.flatMap(({ write }) => write ?? []);

/** Throws NOT_FOUND. */
export function writerOf(id: string): FormatWriter {
  const writer = WRITERS.find((one) => one.id === id);
  if (!writer) throw new ContinuistError('NOT_FOUND', `there is no export called “${id}”`);
  return writer;
}
