import type { Light, StyleBrush } from '../brush.js';
import type { Style } from '../scene.js';
import { colouredPencil } from './coloured-pencil.js';
import { gouache } from './gouache.js';
import { ink } from './ink.js';
import { paperCutOut } from './paper-cut-out.js';
import type { DrawingStyle } from './style.js';

export type { Finish } from './finish.js';
export type { DrawingStyle } from './style.js';

const STYLES: Readonly<Record<Style, DrawingStyle>> = {
  gouache,
  ink,
  'paper cut-out': paperCutOut,
  'coloured pencil': colouredPencil,
};

export const drawingStyle = (style: Style): DrawingStyle => STYLES[style];

/** `id` prefixes every definition; `lineScale` thins outlines of parts that are enlarged afterwards. */
export const brushFor = (style: Style, light: Light, id = 's', lineScale = 1): StyleBrush =>
  STYLES[style].brush(light, { id, lineScale });
