import { join } from 'node:path';
import { seededRandom } from '@models/storybook/world/index.js';
import { temporaryFolder } from '@testing/folder.js';
import sharp from 'sharp';
import { expect, it } from 'vitest';
import { measureFrame } from './measure-frame.js';
import { noiseOf } from './noise.js';
import { paperOf } from './paper.js';
import { isUnreadable, type Pixels } from './picture.js';
import { lumaOf } from './planes.js';
import { qualityOf } from './quality.js';

const WIDTH = 320;
const HEIGHT = 240;

async function pixelsOf(svg: string, change: (value: number) => number = (value) => value): Promise<Pixels> {
  const drawn = sharp(Buffer.from(svg)).flatten({ background: '#fff' }).removeAlpha();
  const data = Uint8ClampedArray.from(await drawn.raw().toBuffer(), change);
  return { data: new Uint8Array(data.buffer), width: WIDTH, height: HEIGHT };
}

const on = (ground: string, drawn: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}">
  <rect width="100%" height="100%" fill="${ground}"/>${drawn}</svg>`;
/** Somebody in a coat with a dog, outlined in ink, on a shadow. */
const FIGURES = `<ellipse cx="160" cy="200" rx="110" ry="20" fill="#8d93a8"/>
  <g stroke="#20180f" stroke-width="3"><circle cx="130" cy="70" r="22" fill="#e3b58d"/>
  <path d="M110 95 h40 l12 100 h-64 z" fill="#4f7a52"/><ellipse cx="205" cy="175" rx="36" ry="20" fill="#7b5233"/></g>`;
const LINES = `<path d="M40 190 q60 -150 120 -60 t120 -40 M60 60 l80 20 M200 50 q30 60 60 130" stroke="#26221d" stroke-width="2" fill="none"/>`;
const GRADIENT = `<defs><radialGradient id="sun"><stop offset="0" stop-color="#fff6d0"/><stop offset="1" stop-color="#5b7fa6"/></radialGradient></defs>
  <rect width="100%" height="100%" fill="url(#sun)"/>`;
/** As a camera that is given so many times the light. */
const lit =
  (times: number) =>
  (value: number): number =>
    value * times;

const shareOf = async (svg: string, change?: (value: number) => number): Promise<number> => {
  const pixels = await pixelsOf(svg, change);
  return paperOf(pixels, lumaOf(pixels));
};

it('a drawing on blank paper has as much of it as is left white', async () => {
  expect(await shareOf(on('#fff', FIGURES))).toBeGreaterThan(0.7);
  expect(await shareOf(on('#fff', FIGURES))).toBeLessThan(0.9);
  expect(await shareOf(on('#fefefd', LINES))).toBeGreaterThan(0.95);
  // A tenth more light, as between two scans, does no harm.
  expect(await shareOf(on('#fff', FIGURES), lit(1.1))).toBeGreaterThan(0.7);
});

it('what too much light left white is no paper', async () => {
  // Colours have a channel at its top, or pass into white by degrees.
  expect(await shareOf(on('#fff', FIGURES), lit(2.4))).toBe(0);
  expect(await shareOf(on('#a8b4c4', FIGURES), lit(1.7))).toBe(0);
  expect(await shareOf(on('#fff', `${GRADIENT}${FIGURES}`), lit(2.2))).toBe(0);
  // All of it lighter, so that nothing dark is left, though no colour is full.
  const coat = '<path d="M110 60 h80 l12 120 h-104 z" fill="#4f7a52" stroke="#20180f" stroke-width="3"/>';
  expect(await shareOf(on('#b4b4b4', coat), (value) => value + 105)).toBe(0);
  expect(await shareOf(on('#fff', coat))).toBeGreaterThan(0.7);
});

it('nor is white that ends before the edges, a page without a mark, or paper that is not white', async () => {
  expect(
    await shareOf(on('#5b7fa6', `<rect x="20" y="20" width="280" height="200" fill="#fff"/>${FIGURES}`)),
  ).toBe(0);
  expect(await shareOf(on('#fff', ''))).toBe(0);
  expect(await shareOf(on('#f2ead8', FIGURES))).toBe(0);
});

it('noise is measured beside the paper, which cuts half of it off', async () => {
  const random = seededRandom(7);
  const noisy = (sigma: number) => (value: number) =>
    value + sigma * Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  const sigmaOf = async (svg: string, change?: (value: number) => number) =>
    noiseOf(lumaOf(await pixelsOf(svg, change))).sigma;
  const everywhere = await sigmaOf(on('#b9b2a4', FIGURES), noisy(9));
  for (const ground of ['#fff', '#000']) {
    const beside = await sigmaOf(on(ground, FIGURES), noisy(9));
    expect(beside).toBeGreaterThan(0.9 * everywhere);
    expect(beside).toBeLessThan(1.1 * everywhere);
    expect(await sigmaOf(on(ground, FIGURES))).toBeLessThan(0.5);
  }
  // Where nothing else is there, what is left of it has to do.
  expect(await sigmaOf(on('#fff', ''), noisy(9))).toBeGreaterThan(1);
});

it('among full pictures the drawing on paper is no fault, and one with too much light is', async () => {
  const folder = await temporaryFolder();
  const pictures: [svg: string, times: number][] = [
    ...['#7e93a8', '#96a37c', '#a89a80', '#8b7f96', '#7d8f8a'].map((ground): [string, number] => [
      on(ground, FIGURES),
      1,
    ]),
    [on('#fff', FIGURES), 1],
    [on('#a8b4c4', FIGURES), 1.7],
  ];
  const board = await Promise.all(
    pictures.map(async ([svg, times], at) => {
      const file = join(folder, `${at}.png`);
      const { data, width, height } = await pixelsOf(svg, lit(times));
      await sharp(data, { raw: { width, height, channels: 3 } }).toFile(file);
      const measures = await measureFrame(file);
      if (isUnreadable(measures)) throw new Error(measures.unreadable);
      return {
        takeId: `${at}`,
        sha256: `${at}`,
        scene: null,
        regenerated: false,
        description: '',
        measures,
      };
    }),
  );
  const overexposed = Object.entries(qualityOf(board, 'keen')).flatMap(([takeId, measures]) =>
    measures.some(({ name, flagged }) => flagged && name === 'clippedHigh') ? takeId : [],
  );
  expect(overexposed).toEqual(['6']);
});
