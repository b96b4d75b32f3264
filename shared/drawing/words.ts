import { capitalised } from '../capitalised.js';
import type { Figure, FigureKind } from '../records/index.js';

const NAMES: Readonly<Record<FigureKind, string>> = {
  pen: 'line',
  arrow: 'arrow',
  box: 'box',
  ellipse: 'ellipse',
  text: 'text',
};

/** "Red arrow", "White text “hat”". */
export const figureWords = (figure: Figure): string =>
  `${capitalised(figure.colour)} ${NAMES[figure.kind]}${figure.kind === 'text' ? ` “${figure.text}”` : ''}`;
