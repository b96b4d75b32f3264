/** The embedded generator: draws the storybook world from a prompt, and like a real one misses things. */
import { imagine, renderScenePng } from '@models/storybook/world/index.js';
import { ContinuistError } from '@shared/errors.js';
import type { Generator } from './generator.js';

export const storybook: Generator = {
  id: 'storybook',
  info: () => ({
    id: 'storybook',
    name: 'Storybook',
    capabilities: ['txt2img', 'seed', 'negative', 'weights'],
    ready: true,
    note: 'Draws its own small world on this machine. Words outside it are ignored.',
  }),
  async generate(request, signal) {
    signal.throwIfAborted();
    const { scene } = imagine({
      prompt: request.prompt,
      negativePrompt: request.negativePrompt,
      seed: Number(BigInt(request.seed) % 2n ** 32n),
    });
    const size = { width: request.width || 1280, height: request.height || 720 };
    const bytes = await renderScenePng(scene, size).catch((cause) => {
      throw new ContinuistError('GENERATOR_FAILED', 'the scene could not be drawn', {}, cause);
    });
    return { bytes, settings: { model: 'storybook' } };
  },
};
