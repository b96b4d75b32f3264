import { join } from 'node:path';
import type { GenerationRequest } from '../generator.js';

/** Of words alone, with the largest seed. `folder`: for its files, and that of the take which is replaced. */
export const requestIn = (folder: string, change: Partial<GenerationRequest> = {}): GenerationRequest => ({
  id: 'request',
  prompt: 'a fox',
  negativePrompt: 'fog',
  seed: '18446744073709551615',
  width: 64,
  height: 64,
  fromFile: join(folder, 'take.png'),
  mask: null,
  instruction: null,
  references: [],
  strength: null,
  settings: {},
  folder,
  ...change,
});
