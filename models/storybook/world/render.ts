import sharp from 'sharp';
import { drawScene } from './draw.js';
import { seedFrom } from './random.js';
import type { Drawing, Scene } from './scene.js';
import { type DrawingStyle, drawingStyle } from './styles/index.js';

/** In pixels. Other shapes than 16:9 squeeze the picture. */
export interface PictureSize {
  readonly width: number;
  readonly height: number;
}

export const FULL_SIZE: PictureSize = { width: 1280, height: 720 };

/** Raw RGB bytes, rows from the top. The same scene, size and style give the same bytes. */
export const renderScene = (
  scene: Scene,
  size: PictureSize = FULL_SIZE,
  style: DrawingStyle = drawingStyle(scene.style),
): Promise<Buffer> => rasterise(drawScene(scene, style), scene, size, style);

export async function renderScenePng(
  scene: Scene,
  size: PictureSize = FULL_SIZE,
  style?: DrawingStyle,
): Promise<Buffer> {
  const data = await renderScene(scene, size, style);
  return sharp(data, { raw: { ...size, channels: 3 } })
    .png()
    .toBuffer();
}

/** Puts a drawing on the paper of its scene's style. */
export async function rasterise(
  drawing: Drawing,
  scene: Scene,
  { width, height }: PictureSize,
  style: DrawingStyle = drawingStyle(scene.style),
): Promise<Buffer> {
  const sized = drawing.svg.replace(
    '<svg ',
    `<svg width="${width}" height="${height}" preserveAspectRatio="none" `,
  );
  const pixels = await sharp(Buffer.from(sized)).removeAlpha().raw().toBuffer();
  style.finish(pixels, width, height, seedFrom(scene.seed, 'paper'));
  return pixels;
}
