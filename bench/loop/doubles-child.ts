/** `doubles-child COUNT MILLISECONDS world|plain`: doubles of ComfyUI in a process of their own, each picture that long at work. */
import { ComfyDouble } from '@testing/comfyui/double.js';
import { worldDrawer } from '@testing/comfyui/draw-world.js';
import { drawPlain } from '@testing/comfyui/drawing.js';

const [count, milliseconds] = process.argv.slice(2).map(Number) as [number, number];
const draws = process.argv[4];
const urls: string[] = [];
for (let at = 0; at < count; at += 1) {
  const { url } = await new ComfyDouble({
    draw: draws === 'world' ? worldDrawer() : drawPlain,
    step: () => milliseconds,
  }).start();
  urls.push(url);
}
process.send?.(urls);
process.once('disconnect', () => process.exit());
