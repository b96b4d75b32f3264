import { mix } from '../colour.js';
import { washedPaper } from './finish.js';
import { attributes, brushOf, type DrawingStyle } from './style.js';

/** Opaque paint: no outlines, every shape turns softly from the light into its own shadow. */
export const gouache: DrawingStyle = {
  name: 'gouache',
  paper: '#efe6d2',
  brush: (light, settings) =>
    brushOf({
      style: 'gouache',
      light,
      settings,
      pigment: (colour) => colour,
      mark(geometry, colour, options, define) {
        if (options.outline === false || options.unlit === true) {
          return `<${geometry} fill="${colour}"${attributes(options, 'fill')}/>`;
        }
        const lightSide =
          light.from.x < 0.5 ? 'x1="0.1" y1="0" x2="0.7" y2="1"' : 'x1="0.9" y1="0" x2="0.3" y2="1"';
        const dark = light.time === 'night' ? '#070b26' : '#3a1f45';
        const fill = define(
          `g${colour.slice(1)}`,
          (id) =>
            `<linearGradient id="${id}" ${lightSide}><stop offset="0" stop-color="${mix(colour, light.glow, 0.16)}"/><stop offset="0.45" stop-color="${colour}"/><stop offset="1" stop-color="${mix(colour, dark, 0.2)}"/></linearGradient>`,
        );
        return `<${geometry} fill="${fill}"${attributes(options, 'fill')}/>`;
      },
      stroke: (d, colour, width, options) =>
        `<path d="${d}" fill="none" stroke="${colour}" stroke-width="${width}" stroke-linecap="round" stroke-linejoin="round"${attributes(options, 'stroke')}/>`,
      shadow: { colour: '#150f2a', opacity: 0.42, soft: true },
      glow: { strength: 1, flat: false },
      flat: false,
    }),
  finish: washedPaper({ grain: 0.1, mottle: 0.055, vignette: 0.21 }),
};
