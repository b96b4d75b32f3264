import { mix } from '../colour.js';
import { washedPaper } from './finish.js';
import { attributes, brushOf, type DrawingStyle } from './style.js';

/** The card window that the sheets lie behind, with the shadow it throws on them. */
const WINDOW =
  'M0,0H1280V720H0zM44,24Q24,24 24,44V676Q24,696 44,696H1236Q1256,696 1256,676V44Q1256,24 1236,24z';
const MOUNT =
  `<path d="${WINDOW}" fill-rule="evenodd" fill="#0c0a1c" fill-opacity="0.3" transform="translate(640,360) scale(0.978,0.962) translate(-640,-354)"/>` +
  `<path d="${WINDOW}" fill-rule="evenodd" fill="#f4efe4"/>`;

/** Sheets of coloured paper laid over each other: flat, each with its white cut edge and the shadow it throws. */
export const paperCutOut: DrawingStyle = {
  name: 'paper cut-out',
  paper: '#e9e2d4',
  brush: (light, settings) => {
    const side = light.from.x < 0.5 ? 1 : -1;
    const edge = mix('#ffffff', light.ambient, light.ambientAmount);
    return brushOf({
      style: 'paper cut-out',
      light,
      settings,
      pigment: (colour) => colour,
      mark(geometry, colour, options) {
        if (options.outline === false) return `<${geometry} fill="${colour}"${attributes(options, 'fill')}/>`;
        const reach = (0.3 + 0.7 * (options.depth ?? 1)) * settings.lineScale;
        const number = (value: number) => Math.round(value * 100) / 100;
        const opacity = options.opacity ?? 1;
        // The farthest sheets lie flat on the sky.
        const shadow =
          (options.depth ?? 1) < 0.13
            ? ''
            : `<${geometry} fill="#0c0a1c" fill-opacity="${number(0.36 * opacity)}" transform="translate(${number(8 * side * reach)},${number(10 * reach)})"/>`;
        const sheet = `<${geometry} fill="${colour}" stroke="${mix(colour, edge, 0.8)}" stroke-width="${number(4 * reach)}" stroke-linejoin="round"${attributes({ opacity: options.opacity }, 'both')}/>`;
        return options.transform === undefined
          ? shadow + sheet
          : `<g transform="${options.transform}">${shadow}${sheet}</g>`;
      },
      stroke: (d, colour, width, options) =>
        `<path d="${d}" fill="none" stroke="${colour}" stroke-width="${width}" stroke-linecap="butt" stroke-linejoin="miter"${attributes(options, 'stroke')}/>`,
      shadow: { colour: '#0c0a1c', opacity: 0.32, soft: false },
      glow: { strength: 0.9, flat: true },
      flat: true,
    });
  },
  mount: MOUNT,
  finish: washedPaper({ grain: 0.08, mottle: 0.03, vignette: 0 }),
};
