import { a1111 } from './a1111/index.js';
import { comfyui } from './comfyui/index.js';
import type { MetadataReader } from './reader.js';

/** Every tool whose pictures are understood, one row each. */
export const METADATA: readonly MetadataReader[] = [a1111, comfyui];
