/** What a local repair left alone, counted on the files as they are on the disk. */
import type { RepairProof } from '@shared/contract/index.js';
import type { Mask } from '@shared/records/index.js';
import { eachPixel, pixelsOf } from './pixels.js';
import { maskPixels } from './raster.js';

/** `old` and `made`: files. A picture of another size than the old one differs everywhere. */
export async function proofOf(old: string, made: string, mask: Mask): Promise<RepairProof> {
  const [before, after] = await Promise.all([pixelsOf(old), pixelsOf(made)]);
  const share = await maskPixels(mask, before);
  const isSameSize = before.width === after.width && before.height === after.height;
  let outside = 0;
  let differing = 0;
  await eachPixel(before, (pixel) => {
    if (share[pixel] !== 0) return;
    outside += 1;
    const at = pixel * 4;
    if (!isSameSize || before.data.readUInt32LE(at) !== after.data.readUInt32LE(at)) differing += 1;
  });
  return { outside, differing };
}
