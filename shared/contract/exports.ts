import { z } from 'zod';
import { call } from './call.js';

/** What the artist may choose about an export. */
const exportOption = z.object({
  id: z.string(),
  title: z.string(),
  help: z.string(),
  choices: z.array(z.object({ value: z.string(), title: z.string() })),
  /** One of the choices, where nothing was chosen. */
  otherwise: z.string(),
});

/** A way to write the board out, as the menu shows it. */
export const exportInfo = z.object({
  id: z.string(),
  title: z.string(),
  keys: z.array(z.string()),
  options: z.array(exportOption),
});

/** What the artist should know of the result. */
const notes = z.array(z.string());

/** Saved by the host, or waiting under a token at `/asset/<token>`, to be fetched once; a folder comes as one zip. */
export const madeExport = z.union([
  z.strictObject({ saved: z.string(), notes }),
  z.strictObject({ token: z.string(), name: z.string(), notes }),
]);

export const exportCalls = {
  exports: {
    /** Asks where to, where the host has a dialog of its own; null when the artist cancels. */
    make: call
      .input(z.object({ id: z.string(), choices: z.record(z.string(), z.string()).optional() }))
      .output(madeExport.nullable()),
  },
};

export type ExportInfo = z.infer<typeof exportInfo>;
export type MadeExport = z.infer<typeof madeExport>;
