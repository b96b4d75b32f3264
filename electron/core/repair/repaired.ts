/**
 * A picture of which only a part was made anew. What lies outside the mask is taken from the old picture, pixel for
 * pixel, whatever the generator made of it: most of them change all of a picture a little on its way through their
 * model.
 */
import { carryTexts } from '@core/metadata/index.js';
import type { Mask } from '@shared/records/index.js';
import sharp from 'sharp';
import { eachPixel, pixelsOf } from './pixels.js';
import { maskPixels } from './raster.js';

export interface Repaired {
  /** PNG, so that no pixel changes when it is kept; with the texts of the made one, if that is a PNG too. */
  readonly bytes: Buffer;
  /** Share of the pixels outside the mask that the generator had changed, 0–1. */
  readonly putBack: number;
  /** It was made in another size, as "1024×576", and scaled; null when it was not. */
  readonly scaledFrom: string | null;
}

/** `old`: its file. `made`: an encoded picture that can be decoded. */
export async function repaired(old: string, made: Buffer, mask: Mask): Promise<Repaired> {
  const before = await pixelsOf(old);
  const { autoOrient } = await sharp(made).metadata();
  const isScaled = autoOrient.width !== before.width || autoOrient.height !== before.height;
  const after = await pixelsOf(made, before);
  const share = await maskPixels(mask, before);
  const { data } = before;
  let outside = 0;
  let changed = 0;
  await eachPixel(before, (pixel) => {
    const part = share[pixel] ?? 0;
    const at = pixel * 4;
    if (part === 0) {
      outside += 1;
      if (data.readUInt32LE(at) !== after.data.readUInt32LE(at)) changed += 1;
      return;
    }
    for (let channel = at; channel < at + 4; channel++) {
      const was = data[channel] ?? 0;
      data[channel] = Math.round(was + (((after.data[channel] ?? 0) - was) * part) / 255);
    }
  });
  const { width, height } = before;
  const picture = sharp(data, { raw: { width, height, channels: 4 } });
  const isOpaque = (await picture.clone().stats()).isOpaque;
  const bytes = await (isOpaque ? picture.removeAlpha() : picture).png().toBuffer();
  return {
    bytes: carryTexts(made, bytes),
    putBack: outside === 0 ? 0 : changed / outside,
    scaledFrom: isScaled ? `${autoOrient.width}×${autoOrient.height}` : null,
  };
}
