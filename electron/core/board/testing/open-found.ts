import type { FoundStoryboard } from '@core/formats/index.js';
import { DEFAULT_SETTINGS } from '@shared/settings.js';
import { onTestFinished } from 'vitest';
import { type Board, type OpenBoardOptions, openBoard } from '../index.js';

type Options = Pick<OpenBoardOptions, 'dataFolder' | 'cacheFolder'> & Partial<OpenBoardOptions>;

/** Fails the test with what is logged. It can be closed more than once, and is when the test ends. */
export async function openFound(found: FoundStoryboard, options: Options): Promise<Board> {
  const board = await openBoard(found, {
    settings: () => DEFAULT_SETTINGS,
    log: (thrown) => {
      throw thrown;
    },
    ...options,
  });
  let isOpen = true;
  const { close } = board;
  board.close = () => {
    if (isOpen) close.call(board);
    isOpen = false;
  };
  onTestFinished(() => board.close());
  return board;
}
