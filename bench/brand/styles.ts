/** Drawing styles that the embedded judge, and the spreads of its measures, have never met: the storybook world drawn in other hands. */
import {
  attributes,
  brushOf,
  type DrawingStyle,
  type Finish,
  type Hand,
  luma,
  mix,
  pencilStrokes,
  rgbOf,
  washedPaper,
} from '@models/storybook/world/index.js';

/** What a style does in its own way; it answers to the name of the one whose shapes it is nearest to. */
interface Manner extends Pick<DrawingStyle, 'name' | 'paper' | 'finish'>, Pick<Hand, 'pigment' | 'flat'> {
  /** Of the outline; none where a shape has no line around it. */
  readonly line: { readonly colour: (fill: string) => string; readonly width: number } | null;
  /** 0–1: how much of what lies below a shape hides. */
  readonly cover: number;
  readonly shadow: string;
}

const manner = ({ name, paper, finish, pigment, flat, line, cover, shadow }: Manner): DrawingStyle => ({
  name,
  paper,
  finish,
  brush: (light, settings) =>
    brushOf({
      style: name,
      light,
      settings,
      pigment,
      mark(geometry, colour, options) {
        const opacity = (options.opacity ?? 1) * cover;
        const faint = opacity === 1 ? options : { ...options, opacity: Math.round(opacity * 100) / 100 };
        if (!line || options.outline === false)
          return `<${geometry} fill="${colour}"${attributes(faint, 'fill')}/>`;
        const width = Math.round(line.width * (0.3 + (options.depth ?? 1)) * settings.lineScale * 10) / 10;
        return `<${geometry} fill="${colour}" stroke="${line.colour(colour)}" stroke-width="${width}" stroke-linejoin="round"${attributes(faint, 'both')}/>`;
      },
      stroke: (d, colour, width, options) =>
        `<path d="${d}" fill="none" stroke="${line?.colour(colour) ?? colour}" stroke-width="${width}" stroke-linecap="round"${attributes(options, 'stroke')}/>`,
      shadow: { colour: shadow, opacity: 0.35, soft: !flat },
      glow: { strength: 0.8, flat },
      flat,
    }),
});

/** Lightness, 0–1, of the pixel that begins there. */
const levelAt = (pixels: Parameters<Finish>[0], i: number): number =>
  (54 * (pixels[i] ?? 0) + 183 * (pixels[i + 1] ?? 0) + 19 * (pixels[i + 2] ?? 0)) / 65280;

/** Dots that grow where it is dark, as a newspaper prints. */
const dots =
  (spacing: number): Finish =>
  (pixels, width, height) => {
    const step = Math.max(3, (spacing * width) / 1280);
    for (let y = 0, i = 0; y < height; y++)
      for (let x = 0; x < width; x++, i += 3) {
        const level = levelAt(pixels, i);
        const [u, v] = [(x + y) / step, (x - y) / step];
        const away = Math.hypot(u - Math.round(u), v - Math.round(v));
        const factor = away < 0.62 * (1 - level) ? 0.72 : 1.06;
        for (let c = i; c < i + 3; c++) pixels[c] = Math.min(255, (pixels[c] ?? 0) * factor);
      }
  };

/** Two inks: lines across the sheet that are cut thinner where it is light. */
const cutLines =
  (ink: string, paper: string, spacing: number): Finish =>
  (pixels, width, height, seed) => {
    const [dark, light] = [rgbOf(ink), rgbOf(paper)];
    const step = Math.max(3, (spacing * width) / 1280);
    for (let y = 0, i = 0; y < height; y++)
      for (let x = 0; x < width; x++, i += 3) {
        const level = levelAt(pixels, i);
        const wave = Math.sin((y / step + Math.sin((x + (seed % 97)) / (step * 7)) * 0.6) * 2 * Math.PI);
        const colour = level < 0.22 || wave > 4.2 * level - 1.9 ? dark : light;
        for (let c = 0; c < 3; c++) pixels[i + c] = colour[c] as number;
      }
  };

const CHALKBOARD = '#20292b';
const WATER_PAPER = '#fdfcf6';
const SEPIA = '#4a2f1c';
const SEPIA_PAPER = '#f2e4c8';

export const UNSEEN_STYLES: Readonly<Record<string, DrawingStyle>> = {
  'chalk on a board': manner({
    name: 'coloured pencil',
    paper: CHALKBOARD,
    pigment: (colour) => mix(mix(colour, '#f6f3e8', 0.25), CHALKBOARD, 0.3),
    flat: false,
    line: { colour: (fill) => mix(fill, '#fbf8ee', 0.7), width: 4 },
    cover: 0.75,
    shadow: '#0b0f10',
    finish: pencilStrokes({ paper: CHALKBOARD, lift: 0.6, margin: 46 }),
  }),
  watercolour: manner({
    name: 'gouache',
    paper: WATER_PAPER,
    pigment: (colour) => mix(colour, WATER_PAPER, 0.42),
    flat: false,
    line: null,
    cover: 0.7,
    shadow: '#6b7488',
    finish: washedPaper({ grain: 0.05, mottle: 0.16, vignette: 0 }),
  }),
  'printed comic': manner({
    name: 'ink',
    paper: '#fff8e0',
    pigment: (colour) => mix(colour, luma(colour) > 0.5 ? '#ffe14a' : '#1d3fb8', 0.18),
    flat: true,
    line: { colour: () => '#0a0a0a', width: 6 },
    cover: 1,
    shadow: '#0a0a0a',
    finish: dots(9),
  }),
  woodcut: manner({
    name: 'paper cut-out',
    paper: '#efe9dc',
    pigment: (colour) => mix(colour, '#efe9dc', 0.1),
    flat: true,
    line: { colour: () => '#15120f', width: 5 },
    cover: 1,
    shadow: '#15120f',
    finish: cutLines('#1a1512', '#eee7d6', 8),
  }),
  'stained glass': manner({
    name: 'paper cut-out',
    paper: '#2a2c31',
    pigment: (colour) => mix(colour, '#ffffff', 0.06),
    flat: true,
    line: { colour: () => '#24262b', width: 9 },
    cover: 0.94,
    shadow: '#15161a',
    finish: washedPaper({ grain: 0.02, mottle: 0.12, vignette: 0.3 }),
  }),
  'sepia wash': manner({
    name: 'gouache',
    paper: SEPIA_PAPER,
    pigment: (colour) => mix(SEPIA, SEPIA_PAPER, luma(colour)),
    flat: false,
    line: { colour: (fill) => mix(fill, SEPIA, 0.6), width: 1.6 },
    cover: 0.92,
    shadow: SEPIA,
    finish: washedPaper({ grain: 0.07, mottle: 0.09, vignette: 0.15 }),
  }),
};
