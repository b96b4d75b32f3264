import { ContinuistError } from '@shared/errors.js';
import { parse } from 'lossless-json';

/** Numbers stay as they are written. Throws BAD_FILE, naming the file and the place. */
export function jsonOf(text: string, file: string): unknown {
  try {
    return parse(text);
  } catch (cause) {
    const where = placeOf(text, cause);
    const [, twice] = /^Duplicate key '(.{1,100}?)'/s.exec(cause instanceof Error ? cause.message : '') ?? [];
    const what = twice === undefined ? 'is not valid JSON' : `has the field “${twice}” twice`;
    throw new ContinuistError('BAD_FILE', `${file} ${what}${where}`, { file }, cause);
  }
}

/** With numbers as JavaScript has them, in a tenth of the time; undefined for what is not JSON. */
export function outlineOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** ", line 3, column 7": where a parser stopped, which it says as a number of characters. */
function placeOf(text: string, cause: unknown): string {
  const position = /position (\d+)/.exec(cause instanceof Error ? cause.message : '')?.[1];
  if (position === undefined) return '';
  const lines = text.slice(0, Number(position)).split('\n');
  return `, line ${lines.length}, column ${(lines.at(-1) ?? '').length + 1}`;
}
