import type { FigureColour } from '../records/index.js';

/** How much stands round a figure: of the picture's shorter side. */
export const EDGE = 0.0035;

/** Of light, as on a screen; and what stands round it, so that it is seen on a picture of any tone. */
export const INKS: Readonly<Record<FigureColour, { readonly ink: string; readonly round: string }>> = {
  red: { ink: '#ff4d4f', round: '#1a0000' },
  yellow: { ink: '#ffd60a', round: '#1a1500' },
  green: { ink: '#2fd07a', round: '#001a0c' },
  blue: { ink: '#4c9bff', round: '#000d1a' },
  white: { ink: '#ffffff', round: '#000000' },
  black: { ink: '#000000', round: '#ffffff' },
};
