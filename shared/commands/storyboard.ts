import { z } from 'zod';
import { ContinuistError } from '../errors.js';
import { put } from '../records/index.js';
import { define } from './definition.js';

/** A review has one storyboard. */
export const rename = define(
  'rename',
  { title: z.string().min(1).max(200) },
  {
    apply: (records, { title }) => {
      const [storyboard] = Object.values(records.storyboard);
      if (!storyboard) throw new ContinuistError('NO_STORYBOARD');
      return [put('storyboard', { ...storyboard, title })];
    },
    label: ({ title }) => `Rename to ${title}`,
  },
);
