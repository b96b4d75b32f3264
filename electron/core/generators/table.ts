import { a1111 } from './a1111/index.js';
import { comfyui } from './comfyui/index.js';
import { command } from './command/index.js';
import type { GeneratorRow } from './generator.js';
import { none } from './none/index.js';
import { storybook } from './storybook/index.js';

/** Every generator there is, one row each, in the order of the menu. */
export const GENERATORS: readonly GeneratorRow[] = [storybook, comfyui, a1111, command, none];
