import { relative, resolve, sep } from 'node:path';
import type { WriteContext } from './format.js';

/** A path of the storyboard as an export names it, with forward slashes. */
export function pathFrom({ board, target }: Pick<WriteContext, 'board' | 'target'>, path: string): string {
  if (target === null) return path;
  return relative(resolve(target), resolve(board.review.folder, path)).split(sep).join('/');
}
