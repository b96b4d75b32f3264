/** Opens the window: Electron where it is installed, else the same application in a browser. */
import { join, resolve } from 'node:path';
import { programFolder } from '@core/files/index.js';
import { checkedSettings } from '@core/settings/index.js';
import type { Shell } from './commands.js';
import { electronBinary } from './electron-binary.js';
import type { ExitCode } from './exit-code.js';
import { type JudgingFlags, judgingOf } from './judging-flags.js';
import { type MatchFlags, matchOption } from './match-flags.js';
import { reviewInBrowser } from './review-in-browser.js';
import { reviewInWindow } from './review-in-window.js';

export interface ReviewFlags extends JudgingFlags, MatchFlags {
  /** In a browser even where Electron is installed. */
  readonly web?: boolean;
  readonly port?: number;
}

/** The sample storyboard without a board. Resolves when the window is closed or the signal aborts. */
export async function review(board: string | null, flags: ReviewFlags, shell: Shell): Promise<ExitCode> {
  const { web, port = 0 } = flags;
  const start = {
    board: board === null ? null : resolve(board),
    flags: checkedSettings(judgingOf(flags), 'the command line'),
    ...(await matchOption(flags)),
  };
  const program = programFolder(import.meta.url);
  const electron = web ? null : electronBinary(program);
  return electron
    ? reviewInWindow({ electron, main: join(program, 'dist', 'main.js') }, start, shell)
    : reviewInBrowser({ rendererFolder: join(program, 'dist', 'renderer'), port }, start, shell);
}
