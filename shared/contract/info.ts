import { z } from 'zod';
import { call } from './call.js';
import { exportInfo } from './exports.js';
import { generatorInfo } from './generators.js';
import { judgeInfo } from './models.js';

export const info = z.object({
  version: z.string(),
  host: z.enum(['electron', 'web', 'test']),
  /** The host has its own open dialog; otherwise the interface browses with `open.list`. */
  hasOpenDialog: z.boolean(),
  /** It can open another window, and has a menu of the system's. */
  hasWindows: z.boolean(),
  judges: z.array(judgeInfo),
  generators: z.array(generatorInfo),
  /** In the order of the menu. */
  exports: z.array(exportInfo),
  /** What a storyboard came from, in words, by the format that its source names: "a shots file". */
  sources: z.record(z.string(), z.string()),
});

export const infoCalls = { info: call.output(info) };

export type Info = z.infer<typeof info>;
