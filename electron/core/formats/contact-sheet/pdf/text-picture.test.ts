import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { isDrawable, type TextPicture, textPicture } from './text-picture.js';

const EM = (10 * 300) / 72;
const drawn = async (text: string, weight: 'regular' | 'bold' = 'regular'): Promise<TextPicture> => {
  const picture = await textPicture(text, weight, '#cc0000');
  if (!picture) throw new Error(`nothing is drawn for ${text}`);
  return picture;
};

describe('a text that the system draws', () => {
  it('is cut at its ink, with its place on the line in ems', async () => {
    const [tall, hanging, high, wide] = await Promise.all(['H', 'g', '"', 'HH'].map((text) => drawn(text)));
    // An H stands on the line.
    expect(tall?.ascent).toBeCloseTo(tall?.height ?? 0, 5);
    expect(tall?.height).toBeGreaterThan(0.5);
    expect(tall?.height).toBeLessThan(1);
    expect(tall?.width).toBeGreaterThan(0.3);
    expect(tall?.width).toBeLessThan(1);
    expect(hanging?.ascent).toBeLessThan((hanging?.height ?? 0) - 0.1);
    expect(high?.ascent).toBeGreaterThan((high?.height ?? 0) + 0.2);
    expect(wide?.width).toBeGreaterThan(1.8 * (tall?.width ?? 0));
    const { data, info } = await sharp(tall?.png).raw().toBuffer({ resolveWithObject: true });
    expect([info.width, info.height, info.channels]).toEqual([
      Math.round((tall?.width ?? 0) * EM),
      Math.round((tall?.height ?? 0) * EM),
      3,
    ]);
    // Red on white, from edge to edge.
    const levels = (channel: number, at: (x: number) => boolean) =>
      [...data].filter((_, n) => n % 3 === channel && at(Math.floor(n / 3) % info.width));
    for (const edge of [0, info.width - 1])
      expect(Math.min(...levels(1, (x) => x === edge))).toBeLessThan(240);
    expect(Math.min(...levels(0, () => true))).toBeGreaterThan(190);
    expect(Math.max(...levels(1, () => true))).toBe(255);
  });

  it('is wider in bold', async () => {
    expect((await drawn('WM', 'bold')).width).toBeGreaterThan((await drawn('WM')).width);
  });

  it('is as it is written, also what would be markup', async () => {
    expect((await drawn('<b>&</b>')).width).toBeGreaterThan(3 * (await drawn('b')).width);
  });

  it('is nothing where there is nothing to see', async () => {
    expect(await textPicture('\u200B', 'regular', '#000000')).toBeNull();
  });

  it('is known to be drawn by a font, and not as the box for what none has', async () => {
    const all = ['H', '|', '□', ' ', '\u200B', '\uFDD0', '\uFDD1', '\u{10FFFE}', '\u{10FFFF}'];
    const can = await Promise.all(all.map(async (one) => [one, await isDrawable(one)] as const));
    expect(can.filter(([, is]) => is).map(([one]) => one)).toEqual(expect.arrayContaining(['H', '|']));
    expect(can.slice(3).map(([, is]) => is)).toEqual([false, false, false, false, false, false]);
  });
});
