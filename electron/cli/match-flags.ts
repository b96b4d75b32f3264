/** What the shell says of which picture shows which shot. */
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { matchFrom } from '@core/formats/index.js';
import { ContinuistError } from '@shared/errors.js';
import type { MatchChoice } from '@shared/matching/index.js';

export interface MatchFlags {
  /** A pattern. */
  readonly match?: string;
  /** The name of a JSON file with any of the parts of a `MatchChoice`; the pattern of the shell counts before its own. */
  readonly matchFile?: string;
}

/** For `HeadlessOptions`; empty where nothing was said. Throws BAD_FILE or BAD_MATCH. */
export async function matchOption({
  match,
  matchFile,
}: MatchFlags): Promise<{ readonly match?: MatchChoice }> {
  const said = match === undefined ? null : matchFrom(match, '--match');
  if (matchFile === undefined) return said ? { match: said } : {};
  const file = await choiceIn(matchFile);
  return { match: { ...file, ...(said && { pattern: said.pattern }) } };
}

async function choiceIn(path: string): Promise<MatchChoice> {
  const file = basename(path);
  let value: unknown;
  try {
    value = JSON.parse((await readFile(path, 'utf8')).replace(/^\uFEFF/, ''));
  } catch (cause) {
    const why = cause instanceof SyntaxError ? 'is not valid JSON' : 'cannot be read';
    throw new ContinuistError('BAD_FILE', `${file} ${why}`, { file }, cause);
  }
  return matchFrom(value, file);
}
