/** What the double draws unless a test says otherwise. */
import { createHash } from 'node:crypto';
import sharp from 'sharp';

export interface DrawOrder {
  readonly prompt: string;
  readonly negative: string;
  readonly seed: bigint;
  readonly steps: number;
  /** Pixels, as the server makes them. */
  readonly width: number;
  readonly height: number;
  /** 1 = from the words alone. */
  readonly strength: number;
  /** Encoded. */
  readonly from: Buffer | null;
  /** Stopped before its last step. */
  readonly isHalf: boolean;
}

/** An encoded picture. */
export type Draw = (order: DrawOrder) => Promise<Buffer>;

/** One plain colour, another for every other order. */
export const drawPlain: Draw = ({ width, height, from, ...order }) => {
  const words = { ...order, seed: `${order.seed}`, from: from?.toString('base64') };
  const [r = 0, g = 0, b = 0] = createHash('md5').update(JSON.stringify(words)).digest();
  return sharp({ create: { width, height, channels: 3, background: { r, g, b } } })
    .png()
    .toBuffer();
};

const raw = (bytes: Buffer, width: number, height: number, channels: 1 | 3): Promise<Buffer> => {
  const sized = sharp(bytes).flatten({ background: '#000' }).resize(width, height, { fit: 'fill' });
  return (channels === 1 ? sized.greyscale().toColourspace('b-w') : sized.toColourspace('srgb'))
    .raw()
    .toBuffer();
};

/** The picture that it began with, where the mask is black. */
export async function within(
  mask: Buffer,
  isInverted: boolean,
  { from, drawn }: { readonly from: Buffer; readonly drawn: Buffer },
  { width, height }: { readonly width: number; readonly height: number },
): Promise<Buffer> {
  const [share, before, after] = await Promise.all([
    raw(mask, width, height, 1),
    raw(from, width, height, 3),
    raw(drawn, width, height, 3),
  ]);
  const pixels = before.map((old, at) => {
    const white = (share[Math.floor(at / 3)] ?? 0) / 255;
    const part = isInverted ? 1 - white : white;
    return Math.round(old * (1 - part) + (after[at] ?? 0) * part);
  });
  return sharp(pixels, { raw: { width, height, channels: 3 } })
    .png()
    .toBuffer();
}
