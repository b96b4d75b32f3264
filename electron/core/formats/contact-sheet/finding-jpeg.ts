/** What a finding is shown by, as one small picture: what the frame is held against at the left, the frame at the right. */
import { openPicture } from '@core/measures/index.js';
import type { FindingPicture, PictureSide } from '@shared/finding-picture.js';
import { aspectOf, inWindow, windowsOf } from '@shared/finding-windows.js';
import type { Region } from '@shared/records/index.js';
import sharp from 'sharp';
import type { SheetPicture } from './picture.js';

/** Pixels of a side, and between two. */
const WIDTH = 240;
const BETWEEN = 8;
const WHOLE: Region = { x: 0, y: 0, width: 1, height: 1 };

/** Absolute path of a picture by its hash; throws where it is gone. */
export type FileOf = (sha256: string) => Promise<string>;

/** Null where one of the pictures cannot be shown. */
export async function findingJpeg(shown: FindingPicture, fileOf: FileOf): Promise<SheetPicture | null> {
  const { sides, magnified } = shown;
  if (sides.length === 0) return null;
  const aspect = aspectOf(shown);
  const height = Math.round(WIDTH / aspect);
  const windows = windowsOf(sides, aspect, magnified);
  try {
    const parts = await Promise.all(
      sides.map(async (side, at) => ({
        input: await sideOf(side, windows[at] ?? null, height, magnified, await fileOf(side.sha256)),
        left: at * (WIDTH + BETWEEN),
        top: 0,
      })),
    );
    const width = sides.length * (WIDTH + BETWEEN) - BETWEEN;
    const jpeg = await sharp({ create: { width, height, channels: 3, background: '#ffffff' } })
      .composite(parts)
      .jpeg({ quality: 80 })
      .toBuffer();
    return { jpeg, width, height };
  } catch {
    return null;
  }
}

async function sideOf(
  { width, height, marks, lines }: PictureSide,
  window: Region | null,
  boxHeight: number,
  magnified: boolean,
  file: string,
): Promise<Buffer> {
  const { x, y, width: across, height: down } = window ?? WHOLE;
  const left = Math.min(width - 1, Math.floor(x * width));
  const top = Math.min(height - 1, Math.floor(y * height));
  const cut = {
    left,
    top,
    width: Math.max(1, Math.min(width - left, Math.round(across * width))),
    height: Math.max(1, Math.min(height - top, Math.round(down * height))),
  };
  const { data, info } = await openPicture(file)
    .autoOrient()
    .extract(cut)
    .resize({
      width: WIDTH,
      height: boxHeight,
      fit: window ? 'fill' : 'inside',
      kernel: magnified ? 'nearest' : 'lanczos3',
    })
    .flatten({ background: '#808080' })
    .toColourspace('srgb')
    .png({ compressionLevel: 1 })
    .toBuffer({ resolveWithObject: true });
  const drawn = [
    ...marks.map(({ region }) => boxSvg(inWindow(region, window), info)),
    ...lines.map(({ from, to, guide }) => lineSvg(from, to, guide, window, info)),
  ].join('');
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${info.width}" height="${info.height}">${drawn}</svg>`;
  const marked = await sharp(data)
    .composite([{ input: Buffer.from(svg) }])
    .toBuffer();
  return sharp({ create: { width: WIDTH, height: boxHeight, channels: 3, background: '#e6e6e6' } })
    .composite([{ input: marked, gravity: 'centre' }])
    .png({ compressionLevel: 1 })
    .toBuffer();
}

type Size = { readonly width: number; readonly height: number };

/** White within black: seen on any picture. */
const stroked = (shape: string): string =>
  `<g fill="none" stroke="#000" stroke-width="4">${shape}</g><g fill="none" stroke="#fff" stroke-width="2">${shape}</g>`;

const boxSvg = ({ x, y, width, height }: Region, size: Size): string =>
  stroked(
    `<rect x="${x * size.width}" y="${y * size.height}" width="${width * size.width}" height="${height * size.height}" rx="2"/>`,
  );

type Point = { readonly x: number; readonly y: number };

function lineSvg(from: Point, to: Point, guide: boolean, window: Region | null, size: Size): string {
  const at = ({ x, y }: Point) => {
    const placed = inWindow({ x, y, width: 0, height: 0 }, window);
    return `${placed.x * size.width} ${placed.y * size.height}`;
  };
  const dashes = guide ? ' stroke-dasharray="6 5"' : '';
  return stroked(`<path d="M${at(from)}L${at(to)}"${dashes}/>`);
}
