/** Faults of pixels planted into frames of real stories, each strongly or faintly, and changes that do no harm. */
import { pick, type Random } from '@models/storybook/world/index.js';
import type { FindingKind } from '@shared/analysis.js';
import { blurred, cropped, grey, hueTurned, mapped, type Raster, resized, throughJpeg } from './raster.js';

export type Strength = 'strong' | 'faint';

export interface Plant {
  readonly name: string;
  /** Of these at least one has to be found for the fault to be called by its name; of `both` each. */
  readonly named: readonly FindingKind[];
  readonly both?: boolean;
  /** On a frame of another story. */
  readonly foreign?: boolean;
  /** On a copy of the frame before. */
  readonly copies?: boolean;
  plant(picture: Raster, isStrong: boolean, random: Random): Raster | Promise<Raster>;
}

const blur = (picture: Raster, isStrong: boolean) => blurred(picture, isStrong ? 3.5 : 1.3);
const jpeg = (picture: Raster, isStrong: boolean) => throughJpeg(picture, isStrong ? 7 : 28);

/** Gaussian (Box and Muller). */
function noise(picture: Raster, isStrong: boolean, random: Random): Raster {
  const sigma = isStrong ? 25 : 9;
  return mapped(
    picture,
    (value) => value + sigma * Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random()),
  );
}

const posterised = (picture: Raster, bits: number): Raster =>
  mapped(picture, (value) => value & ~(255 >> bits));

/** Half grey, half its outlines. */
function lineDrawing(picture: Raster, isStrong: boolean): Raster {
  const plain = grey(picture);
  const { data, width } = plain;
  const drawn = mapped(plain, (value, _, i) => {
    let around = 0;
    for (const dy of [-1, 0, 1])
      for (const dx of [-1, 0, 1]) around += data[i + 3 * (dy * width + dx)] ?? value;
    const edge = Math.min(255, Math.max(0, 9 * value - around));
    return (value + 255 - edge) / 2;
  });
  return isStrong ? drawn : mixed(picture, drawn, 0.45);
}

const mixed = (one: Raster, { data }: Raster, share: number): Raster =>
  mapped(one, (value, _, i) => value + share * ((data[i] ?? 0) - value));

/** What is calm loses its in-between values, as in a sky that was kept with too few of them. Edges stay as they are. */
export async function banding(picture: Raster, isStrong: boolean): Promise<Raster> {
  const calm = (await blurred(picture, 3)).data;
  const step = isStrong ? 16 : 8;
  return mapped(picture, (value, _, i) => {
    const base = calm[i] ?? 0;
    return Math.abs(value - base) > 6 ? value : Math.round(base / step) * step;
  });
}

/** Sharpened until edges have a light and a dark outline. */
export async function ringing(picture: Raster, isStrong: boolean): Promise<Raster> {
  const soft = (await blurred(picture, isStrong ? 1.8 : 1.4)).data;
  const amount = isStrong ? 2.5 : 1.2;
  return mapped(picture, (value, _, i) => value + amount * (value - (soft[i] ?? 0)));
}

export async function upscaling(picture: Raster, isStrong: boolean, random: Random): Promise<Raster> {
  const { width, height } = picture;
  const part = isStrong ? 3 : 2;
  const small = await resized(picture, {
    width: Math.round(width / part),
    height: Math.round(height / part),
  });
  return resized(small, picture, pick(random, ['linear', 'cubic', 'lanczos3'] as const));
}

/** Beyond a line from edge to edge the picture is lighter and slightly shifted, as where two tiles meet. */
export function seam(picture: Raster, isStrong: boolean, random: Random): Raster {
  const { data, width, height } = picture;
  const isUpright = random() < 0.5;
  const at = Math.round((isUpright ? width : height) * (0.3 + 0.4 * random()));
  const [lighter, shift] = isStrong ? [12, 8] : [6, 3];
  return mapped(picture, (value, channel, i) => {
    const x = Math.floor(i / 3) % width;
    const y = Math.floor(i / 3 / width);
    if ((isUpright ? x : y) < at) return value;
    const fromX = isUpright ? x : Math.min(width - 1, x + shift);
    const fromY = isUpright ? Math.min(height - 1, y + shift) : y;
    return (data[3 * (fromY * width + fromX) + channel] ?? 0) + lighter;
  });
}

/** Bars above and below, or a frame around. */
export function border(picture: Raster, isStrong: boolean, random: Random): Raster {
  const { width, height } = picture;
  const isFrame = random() < 0.4;
  const level = random() < 0.6 ? 0 : 255;
  const wide = Math.round(height * (isStrong ? 0.1 : 0.04) * (isFrame ? 0.6 : 1));
  return mapped(picture, (value, _, i) => {
    const x = Math.floor(i / 3) % width;
    const y = Math.floor(i / 3 / width);
    const isBar = y < wide || y >= height - wide || (isFrame && (x < wide || x >= width - wide));
    return isBar ? level : value;
  });
}

const STYLE = { named: ['style-drift'] } as const;

export const PLANTS: readonly Plant[] = [
  { name: 'foreign', ...STYLE, foreign: true, plant: (picture) => picture },
  {
    name: 'hue',
    ...STYLE,
    plant: (picture, isStrong, random) =>
      hueTurned(picture, isStrong ? pick(random, [99, 141, 198]) : pick(random, [25, 35, -28])),
  },
  { name: 'line drawing', ...STYLE, plant: lineDrawing },
  { name: 'posterised', ...STYLE, plant: (picture, isStrong) => posterised(picture, isStrong ? 2 : 3) },
  { name: 'blur', named: ['blur'], plant: blur },
  { name: 'noise', named: ['noise'], plant: noise },
  { name: 'compression', named: ['compression'], plant: jpeg },
  { name: 'banding', named: ['banding'], plant: banding },
  { name: 'ringing', named: ['ringing'], plant: ringing },
  { name: 'upscaling', named: ['upscaling'], plant: upscaling },
  { name: 'seam', named: ['seam'], plant: seam },
  { name: 'border', named: ['border'], plant: border },
  {
    name: 'near duplicate',
    named: ['near-duplicate'],
    copies: true,
    plant: (picture) => cropped(picture, 0.04),
  },
  { name: 'foreign and blurred', named: ['style-drift', 'blur'], both: true, foreign: true, plant: blur },
  { name: 'foreign and noisy', named: ['style-drift', 'noise'], both: true, foreign: true, plant: noise },
  {
    name: 'foreign and compressed',
    named: ['style-drift', 'compression'],
    both: true,
    foreign: true,
    plant: jpeg,
  },
];

export const HARMLESS: Readonly<
  Record<string, (picture: Raster, random: Random) => Raster | Promise<Raster>>
> = {
  relight: (picture, random) => {
    const light = pick(random, [0.9, 1.1]);
    return mapped(picture, (value) => value * light);
  },
  crop: (picture) => cropped(picture, 0.04),
  warm: (picture) =>
    mapped(picture, (value, channel) => value * (channel === 0 ? 1.04 : channel === 2 ? 0.96 : 1)),
};
