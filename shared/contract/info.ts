import { z } from 'zod';
import { call } from './call.js';
import { judgeInfo } from './models.js';
import { generatorInfo } from './regeneration.js';

export const info = z.object({
  version: z.string(),
  host: z.enum(['electron', 'web', 'test']),
  /** The host has its own open dialog; otherwise the interface browses with `open.list`. */
  hasOpenDialog: z.boolean(),
  judges: z.array(judgeInfo),
  generators: z.array(generatorInfo),
});

export const infoCalls = { info: call.output(info) };

export type Info = z.infer<typeof info>;
