import type { Board } from '@core/board/index.js';

/** What findings are shown by. */
export type PicturedBoard = Pick<
  Board,
  'review' | 'shots' | 'claimsOf' | 'spottedIn' | 'measures' | 'brief' | 'fileOf'
>;
