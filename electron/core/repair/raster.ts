/** A mask as pixels. */
import { featherOf, maskSvg, type Size } from '@shared/mask/index.js';
import type { Mask } from '@shared/records/index.js';
import sharp, { type Sharp } from 'sharp';

/** The least standard deviation that a blur can have. */
const LEAST_BLUR = 0.3;

function raster(mask: Mask, size: Size): Sharp {
  const drawn = sharp(Buffer.from(maskSvg(mask, size)), { limitInputPixels: false }).removeAlpha();
  const sigma = featherOf(mask, size);
  return (sigma < LEAST_BLUR ? drawn : drawn.blur(sigma)).extractChannel(0);
}

/** One byte a pixel: 255 is made anew, 0 stays, what lies between is mixed. */
export const maskPixels = (mask: Mask, size: Size): Promise<Buffer> =>
  raster(mask, size).raw({ depth: 'uchar' }).toBuffer();

/** The same as a grey picture: white is made anew. */
export const maskPng = (mask: Mask, size: Size): Promise<Buffer> => raster(mask, size).png().toBuffer();
