import { z } from 'zod';
import type { Records } from '../records/index.js';

/** Something that the source says otherwise than before. */
export const sourceChange = z.object({
  kind: z.enum([
    'new',
    'gone',
    'known',
    'moved',
    'description',
    'prompt',
    'negative',
    'details',
    'play',
    'replaced',
    'picture',
    'pick',
    'canon',
    'portrait',
  ]),
  /** Of the shot, as its source writes it now; of a portrait whom it shows; '' for the title, the style and the canon. */
  number: z.string(),
  /** Of words: as they were. Of a picture: ''. */
  from: z.string(),
  /** Of words: as they are. Of a picture: its path. */
  to: z.string(),
});
export type SourceChange = z.infer<typeof sourceChange>;

/** What the source said when it was last read: shots as they were imported, and facts. */
export type SourceBase = Pick<Records, 'storyboard' | 'shot' | 'fact'>;
