import { a1111 } from './a1111/index.js';
import { comfyui } from './comfyui/index.js';
import { drawThings } from './draw-things/index.js';
import { fooocus } from './fooocus/index.js';
import { invokeai } from './invokeai/index.js';
import { midjourney } from './midjourney/index.js';
import { novelai } from './novelai/index.js';
import { plain } from './plain/index.js';
import type { MetadataReader } from './reader.js';
import { swarmui } from './swarmui/index.js';

/** Every tool whose pictures are understood, one row each. */
export const METADATA: readonly MetadataReader[] = [
  a1111,
  comfyui,
  drawThings,
  fooocus,
  invokeai,
  midjourney,
  novelai,
  plain,
  swarmui,
];
