/**
 * Text in scripts that the embedded fonts do not have, drawn by the system's fonts into a picture (Pango, through
 * sharp). An invisible bar before the text gives every picture the same height, so that its baseline is known.
 */
import sharp from 'sharp';
import type { Weight } from './fonts.js';
import { type Ink, inkOf, isFramed, type Rendered, sizeOf } from './ink.js';

export interface TextPicture {
  readonly png: Buffer;
  /** In ems. */
  readonly width: number;
  readonly height: number;
  /** From its upper edge down to the baseline, in ems; less than none where it hangs below. */
  readonly ascent: number;
}

/** Of the pictures: 10 points at 300 dots an inch. */
const POINTS = 10;
const DPI = 300;
/** Pixels. */
const EM = (POINTS * DPI) / 72;
/** Twice as high as the text, which no letter outgrows. */
const BAR = '<span size="200%" alpha="1">|</span>';

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** First strong isolate: a text from right to left reads so, whatever stands before it. */
const isolated = (text: string): string => `\u2068${escaped(text)}\u2069`;

async function render(markup: string, weight: Weight = 'regular'): Promise<Rendered> {
  const font = weight === 'bold' ? `sans bold ${POINTS}` : `sans ${POINTS}`;
  const { data, info } = await sharp({ text: { text: markup, font, dpi: DPI, rgba: true } })
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height };
}

let baseline: Promise<number> | null = null;

/** Pixels from the upper edge of a picture to the baseline, on which an H stands. */
function baselineOf(): Promise<number> {
  baseline ??= render(`${BAR}H`).then((rendered) => (inkOf(rendered)?.bottom ?? 0) + 1);
  return baseline;
}

/** `colour`: "#1a1a1a". Null where there is nothing to see. */
export async function textPicture(text: string, weight: Weight, colour: string): Promise<TextPicture | null> {
  const markup = `${BAR}<span foreground="${colour}">${isolated(text)}</span>`;
  const rendered = await render(markup, weight);
  const ink = inkOf(rendered);
  if (!ink) return null;
  const { width, height } = rendered;
  const area = {
    left: ink.left,
    top: ink.top,
    width: ink.right - ink.left + 1,
    height: ink.bottom - ink.top + 1,
  };
  const png = await sharp(rendered.data, { raw: { width, height, channels: 4 } })
    .extract(area)
    .flatten({ background: '#ffffff' })
    .removeAlpha()
    .png({ compressionLevel: 9, adaptiveFiltering: false })
    .toBuffer();
  return {
    png,
    width: area.width / EM,
    height: area.height / EM,
    ascent: ((await baselineOf()) - ink.top) / EM,
  };
}

/** Never characters: what is drawn for them is the box that stands for what no font has, four digits in it or six. */
const BOXED = ['\uFDD0', '\u{10FFFE}'];
let boxes: Promise<readonly (Ink | null)[]> | null = null;

const bare = async (text: string): Promise<{ rendered: Rendered; ink: Ink | null }> => {
  const rendered = await render(escaped(text));
  return { rendered, ink: inkOf(rendered) };
};

/**
 * Whether a font of the system has the character. Pango does not say; it draws a framed box of one size for what no
 * font has.
 */
export async function isDrawable(character: string): Promise<boolean> {
  boxes ??= Promise.all(BOXED.map(async (text) => (await bare(text)).ink));
  const { rendered, ink } = await bare(character).catch(() => ({ rendered: null, ink: null }));
  if (!rendered || !ink) return false;
  const alike = (await boxes).some((box) => box && sizeOf(box) === sizeOf(ink));
  return !(alike && isFramed(rendered, ink));
}
