/** What an eye saw in a picture, and where. */
import { z } from 'zod';
import { region } from './fields.js';

export const detection = z.object({
  /** The noun asked for, as a claim says it: "fox". */
  label: z.string().min(1),
  region,
  /** 0–1; 1 where the artist drew or moved the box. */
  confidence: z.number().min(0).max(1),
});

export type Detection = z.infer<typeof detection>;
