/** The double as a painter of the storybook world, which follows words as the Storybook generator does. */
import { imagine, renderScenePng, type Scene } from '@models/storybook/world/index.js';
import type { Draw, DrawOrder } from './drawing.js';

/** What the words and the seed of a graph come to. */
export const sceneOf = ({
  positive,
  negative,
  seed,
}: Pick<DrawOrder, 'positive' | 'negative' | 'seed'>): Scene =>
  imagine({ prompt: positive, negativePrompt: negative, seed: Number(seed % 2n ** 32n) }).scene;

/** A drawer that draws an order once, though its preview and its file are asked for one after the other. */
export function worldDrawer(): Draw {
  let last: { readonly key: string; readonly picture: Promise<Buffer> } | null = null;
  return ({ positive, negative, seed, width, height }) => {
    const key = JSON.stringify([positive, negative, `${seed}`, width, height]);
    if (last?.key !== key)
      last = { key, picture: renderScenePng(sceneOf({ positive, negative, seed }), { width, height }) };
    return last.picture;
  };
}
