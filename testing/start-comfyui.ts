/**
 * `npx tsx testing/start-comfyui.ts [PORT …]`: doubles of ComfyUI that draw the storybook world from what their graphs
 * say, to try the program with by hand.
 */
import { ComfyDouble } from './comfyui/double.js';
import { worldDrawer } from './comfyui/draw-world.js';

const ports = process.argv.slice(2).map(Number);
for (const port of ports.length > 0 ? ports : [8188]) {
  const { url } = await new ComfyDouble({ draw: worldDrawer(), step: () => 300 }).start(port);
  process.stdout.write(`${url}\n`);
}
