/** Frames that arrive in a board's folder are taken in and judged, until the command is ended. */
import { readdir, stat } from 'node:fs/promises';
import { dirname, join, relative, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { given } from '@core/settings/index.js';
import { ContinuistError } from '@shared/errors.js';
import { type AnalyseFlags, report, type Shell, takeSource } from './commands.js';
import { EXIT, type ExitCode } from './exit-code.js';
import { HeadlessReview } from './headless-review.js';

/** Milliseconds between two looks at the folder. */
const EVERY = 2_000;

export type WatchFlags = Pick<AnalyseFlags, 'judge' | 'device' | 'ensemble' | 'out'>;

export function watch(board: string, flags: WatchFlags, shell: Shell): Promise<ExitCode> {
  const { judge, device, ensemble, out } = flags;
  const path = resolve(board);
  const options = { ...shell, flags: given({ judge, device, ensemble }) };
  return HeadlessReview.with(path, options, async (review) => {
    const folder = await stat(path).then((entry) => (entry.isDirectory() ? path : dirname(path)));
    let isFirst = true;
    const judgeAll = async (): Promise<void> => {
      // The judge stays in memory meanwhile.
      if (!isFirst) await review.application.open(path);
      isFirst = false;
      await takeSource(review, shell);
      await review.analyse();
      await report(review, { ...(out && { out }) }, shell);
    };
    shell.note('Watching for frames. Ctrl+C ends it.');
    await whenSettled(() => stateOf(folder, out ? resolve(out) : null), judgeAll, {
      every: EVERY,
      signal: shell.signal ?? new AbortController().signal,
      wrong: (thrown) => shell.note(`${thrown.message}\n${thrown.hint}`),
    });
    return EXIT.passed;
  });
}

interface Watching {
  /** Milliseconds. */
  readonly every: number;
  readonly signal: AbortSignal;
  /** Hears why the work could not be done; it is tried again when something changes. */
  readonly wrong: (thrown: ContinuistError) => void;
}

/**
 * Does `work` at once, and again each time that `state` has changed and is the same twice: what is still being written
 * is waited for. Ends when the signal aborts. Throws what is meant for nobody to read.
 */
export async function whenSettled(
  state: () => Promise<string>,
  work: () => Promise<void>,
  { every, signal, wrong }: Watching,
): Promise<void> {
  let done: string | null = null;
  let seen = await state();
  while (!signal.aborted) {
    const now = await state();
    if (now !== done && now === seen) {
      done = now;
      await work().catch((thrown) => {
        if (signal.aborted) return;
        if (!(thrown instanceof ContinuistError)) throw thrown;
        wrong(thrown);
      });
    }
    seen = now;
    await wait(every, undefined, { signal }).catch(() => undefined);
  }
}

/** Names, lengths and times of all files below a folder but hidden ones and `except`, which is absolute. */
export async function stateOf(folder: string, except: string | null): Promise<string> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
    .filter((file) => file !== except && !/(?:^|[\\/])\./.test(relative(folder, file)));
  const told = files.sort().map(async (file) => {
    const entry = await stat(file).catch(() => null);
    return `${file} ${entry?.size} ${entry?.mtimeMs}`;
  });
  return (await Promise.all(told)).join('\n');
}
