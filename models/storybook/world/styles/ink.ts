import { mix } from '../colour.js';
import { hatchedInk } from './finish.js';
import { attributes, brushOf, type DrawingStyle } from './style.js';

const PAPER = '#f3ead3';
const INK = '#221a1c';

/** The sheet's margin and the ruled frame around the picture. */
const MOUNT =
  `<path d="M0,0H1280V720H0zM20,20V700H1260V20z" fill-rule="evenodd" fill="${PAPER}"/>` +
  `<path d="M20,21Q640,18 1260,20Q1262,360 1260,700Q640,703 20,700Q18,360 20,21z" fill="none" stroke="${INK}" stroke-width="6"/>`;

/** Pen on cream paper: dark outlines over light washes, hatching in the shadows. */
export const ink: DrawingStyle = {
  name: 'ink',
  paper: PAPER,
  brush: (light, settings) => {
    // A night wash is laid on thickly; thin, it would turn grey on the cream paper.
    const wash = light.time === 'night' ? 0.1 : 0.28;
    return brushOf({
      style: 'ink',
      light,
      settings,
      pigment: (colour) => mix(colour, PAPER, wash),
      mark(geometry, colour, options) {
        if (options.outline === false) return `<${geometry} fill="${colour}"${attributes(options, 'fill')}/>`;
        const width = (1.6 + 3.6 * (options.depth ?? 1)) * settings.lineScale;
        return `<${geometry} fill="${colour}" stroke="${INK}" stroke-width="${Math.round(width * 10) / 10}" stroke-linejoin="round"${attributes(options, 'both')}/>`;
      },
      stroke(d, colour, width, options) {
        const drawn = options.outline === false ? colour : mix(colour, INK, 0.75);
        return `<path d="${d}" fill="none" stroke="${drawn}" stroke-width="${width}" stroke-linecap="round" stroke-linejoin="round"${attributes(options, 'stroke')}/>`;
      },
      shadow: { colour: INK, opacity: 0.4, soft: false },
      glow: { strength: 0.7, flat: false },
      flat: false,
    });
  },
  mount: MOUNT,
  finish: hatchedInk({ ink: INK, grain: 0.05 }),
};
