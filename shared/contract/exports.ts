import { z } from 'zod';
import { call } from './call.js';

export const exportKind = z.enum(['feedback', 'shots', 'csv']);

export const exportCalls = {
  exports: {
    /** The text of the export; the host or the browser saves it. */
    text: call
      .input(z.object({ kind: exportKind }))
      .output(z.object({ name: z.string(), mediaType: z.string(), text: z.string() })),
  },
};

export type ExportKind = z.infer<typeof exportKind>;
