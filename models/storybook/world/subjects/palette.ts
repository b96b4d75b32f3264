import type { Colour } from '../scene.js';

/** The local colours of coats, objects and fur: far apart in hue, so that no light turns one into another. */
export const LOCAL_COLOUR: Readonly<Record<Colour, string>> = {
  red: '#cf2e2b',
  blue: '#2b62c9',
  green: '#1f9a4c',
  yellow: '#f6c21f',
  purple: '#8436b0',
  white: '#f7f4ec',
  brown: '#8a532c',
  black: '#2b272f',
  orange: '#ee7d1c',
};

/** What nobody asked for stays neutral, so that it is never taken for the colour of a coat. */
export const INK = '#2a1b1c';
export const LEATHER = '#5a4136';
export const WOOD = '#7b6049';
export const CREAM = '#efe3c8';
export const IRON = '#443e4a';
export const BLUSH = '#e4775f';
