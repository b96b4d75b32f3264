/** The embedded generator: draws the storybook world from a prompt, and like a real one misses things. */
import { imagine, renderScenePng } from '@models/storybook/world/index.js';
import type { GeneratorCapability } from '@shared/contract/index.js';
import { z } from 'zod';
import { defineGenerator } from '../generator.js';

/** Of a picture to repair it draws all, and the part is taken from that. */
const CAPABILITIES: readonly GeneratorCapability[] = [
  'txt2img',
  'inpaint',
  'seed',
  'negative',
  'weights',
  'preview',
];
const ABOUT = 'Draws its own small world on this machine. Words outside it are ignored.';
/** Pixels. */
const FULL = { width: 1280, height: 720 };
const PREVIEW_WIDTH = 160;

export const storybook = defineGenerator({
  id: 'storybook',
  name: 'Storybook',
  about: ABOUT,
  settings: z.strictObject({}),
  consent: {},
  connect: () => ({
    capabilities: CAPABILITIES,
    slots: 1,
    status: async () => ({ ready: true, note: ABOUT, version: '', capabilities: [...CAPABILITIES] }),
    // It draws in this process, and the same again from the same seed: there is nothing to name.
    handleFor: () => ({}),
    async start(request, _handle, { signal, progress }) {
      signal.throwIfAborted();
      const { prompt, negativePrompt, seed } = request;
      const { scene } = imagine({ prompt, negativePrompt, seed: Number(BigInt(seed) % 2n ** 32n) });
      const { width, height } = request.width > 0 ? request : FULL;
      const small = Math.max(1, Math.round((PREVIEW_WIDTH * height) / width));
      const preview = await renderScenePng(scene, { width: PREVIEW_WIDTH, height: small });
      progress({ state: 'running', progress: 0.2, doing: 'Drawing', preview });
      signal.throwIfAborted();
      const bytes = await renderScenePng(scene, { width, height });
      signal.throwIfAborted();
      return { bytes, settings: { model: 'storybook' } };
    },
  }),
});
