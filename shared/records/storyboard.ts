import { z } from 'zod';
import { id, instant } from './fields.js';

export const sourceKind = z.enum(['images', 'pipeline']);

export const storyboard = z.object({
  id,
  title: z.string(),
  source: z.object({
    kind: sourceKind,
    /** The folder or file name that was opened, for display; never an absolute path. */
    name: z.string(),
    /** Which importer read it: `story-pipeline`, `comfyui`, `a1111`, `images`. */
    format: z.string(),
  }),
  styleBrief: z.string(),
  createdAt: instant,
});

export type Storyboard = z.infer<typeof storyboard>;
