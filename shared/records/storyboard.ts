import { z } from 'zod';
import { id, instant } from './fields.js';

export const storyboard = z.object({
  id,
  title: z.string(),
  source: z.object({
    /** `images`, or `pipeline` for a file that lists its shots. */
    kind: z.string(),
    /** The folder or file name that was opened, for display; never an absolute path. */
    name: z.string(),
    /** The format that read it, or the tool that made all its pictures: `story-pipeline`, `images`, `comfyui` … */
    format: z.string(),
  }),
  styleBrief: z.string(),
  createdAt: instant,
});

export type Storyboard = z.infer<typeof storyboard>;
