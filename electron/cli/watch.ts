/** Frames that arrive in a board's folder are taken in and judged, until the command is ended. */
import { resolve } from 'node:path';
import { folderState, whenSettled } from '@core/files/index.js';
import { mustKeepBoard } from '@core/formats/index.js';
import { checkOutputs } from './check-output.js';
import { type AnalyseFlags, report, type Shell, takeSource } from './commands.js';
import { EXIT, type ExitCode } from './exit-code.js';
import { HeadlessReview } from './headless-review.js';
import { type JudgingFlags, judgingOf } from './judging-flags.js';
import { type MatchFlags, matchOption } from './match-flags.js';

/** Milliseconds between two looks at the folder. */
const EVERY = 2_000;

export type WatchFlags = Pick<AnalyseFlags, 'out' | keyof JudgingFlags | keyof MatchFlags>;

export async function watch(board: string, flags: WatchFlags, shell: Shell): Promise<ExitCode> {
  const { out } = flags;
  if (out) await checkOutputs([{ path: out, makes: 'file' }], [board]);
  const options = { ...shell, ...(await matchOption(flags)), flags: judgingOf(flags) };
  return HeadlessReview.with(board, options, async (review) => {
    const own = review.application.board.review;
    if (out) await mustKeepBoard(own, [out]);
    const judgeAll = async (): Promise<void> => {
      await takeSource(review, shell);
      await review.analyse();
      await report(review, { ...(out && { out }) }, shell);
    };
    shell.note('Watching for frames. Ctrl+C ends it.');
    await whenSettled(() => folderState(own.folder, out ? resolve(out) : null), judgeAll, {
      every: EVERY,
      signal: shell.signal ?? new AbortController().signal,
      wrong: (thrown) => shell.problem(thrown),
    });
    return EXIT.passed;
  });
}
