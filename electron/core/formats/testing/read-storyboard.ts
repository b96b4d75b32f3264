import { findStoryboard } from '../find-storyboard.js';
import type { ImportedStoryboard } from '../imported.js';

/** As it is read when it is opened for the first time. */
export const readStoryboard = async (path: string): Promise<ImportedStoryboard> =>
  (await findStoryboard(path)).read();
