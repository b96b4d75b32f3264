import { resolve } from 'node:path';
import { takeInComments } from '@core/formats/index.js';
import { ContinuistError } from '@shared/errors.js';
import type { Shell } from './commands.js';
import { EXIT, type ExitCode } from './exit-code.js';
import { HeadlessReview } from './headless-review.js';
import { type MatchFlags, matchOption } from './match-flags.js';

/** `continuist comments BOARD FILE`: takes in what a client said in a contact sheet. */
export async function comments(
  board: string,
  file: string,
  flags: MatchFlags,
  shell: Shell,
): Promise<ExitCode> {
  return HeadlessReview.with(board, { ...shell, ...(await matchOption(flags)) }, async ({ application }) => {
    const told = await takeInComments(resolve(file), application);
    if (!told)
      throw new ContinuistError('BAD_FILE', `${file} holds no comments of a contact sheet`, { file });
    const [summary = '', ...others] = told;
    shell.print(summary);
    for (const other of others) shell.note(other);
    return EXIT.passed;
  });
}
