/**
 * `npx tsx testing/start-comfyui.ts [PORT …]`: doubles of ComfyUI that draw the storybook world from what their graphs
 * say, to try the program with by hand.
 */
import { imagine, renderScenePng } from '@models/storybook/world/index.js';
import { ComfyDouble } from './comfyui/double.js';
import type { Draw } from './comfyui/drawing.js';

const draw: Draw = async ({ positive, negative, seed, width, height }) => {
  const { scene } = imagine({ prompt: positive, negativePrompt: negative, seed: Number(seed % 2n ** 32n) });
  return renderScenePng(scene, { width, height });
};

const ports = process.argv.slice(2).map(Number);
for (const port of ports.length > 0 ? ports : [8188]) {
  const { url } = await new ComfyDouble({ draw, step: () => 300 }).start(port);
  process.stdout.write(`${url}\n`);
}
