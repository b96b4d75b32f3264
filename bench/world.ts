/** Prints how long the storybook world takes to draw a picture, on one thread: `npm run bench:world`. */

import { PLACES, renderScene, type Scene, STYLES } from '@models/storybook/world/index.js';
import sharp from 'sharp';

sharp.concurrency(1);
const ROUNDS = 5;

for (const size of [
  { width: 1280, height: 720 },
  { width: 256, height: 144 },
]) {
  for (const style of STYLES) {
    const times: number[] = [];
    for (const place of PLACES) {
      const scene: Scene = {
        place,
        time: 'night',
        weather: 'clear',
        framing: 'wide',
        style,
        subjects: [
          { kind: 'girl', colour: 'red', x: 0.4, facing: 1, mood: 'happy', pose: 'stand' },
          { kind: 'fox', colour: 'orange', x: 0.7, facing: -1, mood: 'calm', pose: 'stand' },
        ],
        seed: 5,
      };
      await renderScene(scene, size);
      for (let round = 0; round < ROUNDS; round++) {
        const start = performance.now();
        await renderScene(scene, size);
        times.push(performance.now() - start);
      }
    }
    times.sort((a, b) => a - b);
    const at = (share: number) => (times[Math.floor((times.length - 1) * share)] ?? 0).toFixed(1);
    console.log(`${size.width}×${size.height} ${style}: median ${at(0.5)} ms, 90 % below ${at(0.9)} ms`);
  }
}
