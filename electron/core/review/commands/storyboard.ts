import { ContinuistError } from '@shared/errors.js';
import { type Apply, put } from './context.js';

/** A review has one storyboard. */
export const rename: Apply<'rename'> = (records, { title }) => {
  const [storyboard] = Object.values(records.storyboard);
  if (!storyboard) throw new ContinuistError('NO_STORYBOARD');
  return put(records, 'storyboard', { ...storyboard, title });
};
