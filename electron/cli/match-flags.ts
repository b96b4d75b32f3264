/** What the shell says of which picture shows which shot. */
import { basename } from 'node:path';
import { matchFrom } from '@core/formats/index.js';
import type { MatchChoice } from '@shared/matching/index.js';
import { jsonIn } from './json-in.js';

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
  const file = matchFrom(await jsonIn(matchFile), basename(matchFile));
  return { match: { ...file, ...(said && { pattern: said.pattern }) } };
}
