import { resolve } from 'node:path';

/** The storyboard named on the command line with `--board`; null when there is none. */
export function boardArgument(args: readonly string[], workingFolder: string): string | null {
  const at = args.indexOf('--board');
  const path = at < 0 ? undefined : args[at + 1];
  return path === undefined ? null : resolve(workingFolder, path);
}
