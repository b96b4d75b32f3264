import { mix } from '../colour.js';
import { pencilStrokes } from './finish.js';
import { attributes, brushOf, type DrawingStyle } from './style.js';

const PAPER = '#fbf9f3';

/** Pencil on white paper: light colour, outlines in a darker pencil of the same colour, strokes that leave the paper's tooth bare. */
export const colouredPencil: DrawingStyle = {
  name: 'coloured pencil',
  paper: PAPER,
  brush: (light, settings) => {
    const dark = light.time === 'night' ? '#10143a' : '#38263f';
    const number = (value: number) => Math.round(value * 10) / 10;
    return brushOf({
      style: 'coloured pencil',
      light,
      settings,
      pigment: (colour) => mix(colour, PAPER, 0.16),
      mark(geometry, colour, options) {
        if (options.outline === false) return `<${geometry} fill="${colour}"${attributes(options, 'fill')}/>`;
        const width = (1.2 + 2 * (options.depth ?? 1)) * settings.lineScale;
        return `<${geometry} fill="${colour}" stroke="${mix(colour, dark, 0.5)}" stroke-width="${number(width)}" stroke-linejoin="round"${attributes(options, 'both')}/>`;
      },
      stroke: (d, colour, width, options) =>
        `<path d="${d}" fill="none" stroke="${mix(colour, dark, 0.15)}" stroke-width="${width}" stroke-linecap="round" stroke-linejoin="round"${attributes(options, 'stroke')}/>`,
      shadow: { colour: '#2a2142', opacity: 0.36, soft: true },
      glow: { strength: 0.8, flat: false },
      flat: false,
    });
  },
  finish: pencilStrokes({ paper: PAPER, lift: 0.38, margin: 34 }),
};
