import { expect, it } from 'vitest';
import { eachPixel } from './pixels.js';

it('looks at each pixel of a large picture once, and lets others have their turn between', async () => {
  const seen = new Uint8Array(1200 * 1000);
  let turns = 0;
  let isDone = false;
  const others = () => {
    if (isDone) return;
    turns += 1;
    setImmediate(others);
  };
  setImmediate(others);
  await eachPixel({ width: 1200, height: 1000 }, (pixel) => {
    seen[pixel] = (seen[pixel] ?? 0) + 1;
  });
  isDone = true;
  expect(seen.every((times) => times === 1)).toBe(true);
  expect(turns).toBeGreaterThanOrEqual(2);
});
