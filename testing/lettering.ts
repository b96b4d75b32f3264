/** Words drawn into pictures, in outlines of a font that ships with the program: no font of the system is needed. */
import { createRequire } from 'node:module';
import type { Font } from 'fontkit';
import sharp from 'sharp';

const require = createRequire(import.meta.url);
const fonts = new Map<string, Font>();

function fontOf(style: string): Font {
  const known = fonts.get(style);
  if (known) return known;
  const { openSync } = require('fontkit') as typeof import('fontkit');
  const font = openSync(require.resolve(`@fontsource/noto-sans/files/noto-sans-latin-${style}.woff`)) as Font;
  fonts.set(style, font);
  return font;
}

export interface Lettering {
  readonly text: string;
  /** Of the picture’s width and height: its middle. */
  readonly x: number;
  readonly y: number;
  /** Pixels of the letters’ height. */
  readonly size: number;
  /** Degrees. */
  readonly turned: number;
  readonly colour: string;
  /** A board behind it; null = none. */
  readonly board: string | null;
  /** As the font’s files are called: `400-normal`, `700-italic` … */
  readonly style: string;
}

/** The picture with the words in it, PNG. */
export async function lettered(picture: string | Buffer, words: readonly Lettering[]): Promise<Buffer> {
  const whole = sharp(picture);
  const { width, height } = await whole.metadata();
  const drawn = words.map(({ text, x, y, size, turned, colour, board, style }) => {
    const font = fontOf(style);
    const run = font.layout(text);
    const scale = size / font.capHeight;
    const length = run.advanceWidth * scale;
    let at = 0;
    const glyphs = run.glyphs.map((glyph, i) => {
      const place = `<path transform="translate(${at} 0)" d="${glyph.path.toSVG()}"/>`;
      at += run.positions[i]?.xAdvance ?? 0;
      return place;
    });
    const plate = board
      ? `<rect x="${-length / 2 - size}" y="${-size}" width="${length + 2 * size}" height="${2 * size}" fill="${board}"/>`
      : '';
    const letters = `<g transform="translate(${-length / 2} ${size / 2}) scale(${scale} ${-scale})" fill="${colour}">${glyphs.join('')}</g>`;
    return `<g transform="translate(${x * width} ${y * height}) rotate(${turned})">${plate}${letters}</g>`;
  });
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${drawn.join('')}</svg>`;
  return whole
    .composite([{ input: Buffer.from(svg) }])
    .png()
    .toBuffer();
}
