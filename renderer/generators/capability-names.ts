import type { GeneratorCapability } from '@shared/contract/index.js';

/** For people, within a sentence. */
export const CAPABILITY_NAMES: Readonly<Record<GeneratorCapability, string>> = {
  txt2img: 'make pictures from words',
  img2img: 'start from the old picture',
  inpaint: 'repair a part of a picture',
  instruct: 'change a picture as a sentence says',
  reference: 'look at other pictures',
  seed: 'repeat a seed',
  negative: 'heed a negative prompt',
  weights: 'weigh words',
  batch: 'make several at once',
  preview: 'show them while they are made',
};
