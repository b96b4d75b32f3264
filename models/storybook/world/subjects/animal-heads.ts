import type { Colour, Mood } from '../scene.js';
import { INK } from './palette.js';
import type { Pen } from './pen.js';

export interface HeadColours {
  readonly fur: string;
  readonly dark: string;
  readonly pale: string;
  readonly light: string;
  readonly colour: Colour;
  readonly mood: Mood;
}

interface Eyes {
  readonly xs: readonly [number, number];
  readonly y: number;
  readonly size: number;
  /** The iris of animals whose eyes shine; without it the eye is a dark dot. */
  readonly iris?: string;
}

function drawEyes(pen: Pen, eyes: Eyes, mood: Mood, black: boolean): void {
  /** Pale on a black coat, where ink would be lost. */
  const stroke = (d: string, width: number) => (black ? pen.streak(d, rim, width) : pen.line(d, rim, width));
  const rim = black ? '#c9c2cf' : INK;
  for (const [x, side] of [
    [eyes.xs[0], -1],
    [eyes.xs[1], 1],
  ] as const) {
    const { y, size } = eyes;
    if (mood === 'happy') {
      stroke(`M${x - size},${y + 2} Q${x},${y - size * 1.1} ${x + size},${y + 2}`, 2.3);
      continue;
    }
    const wide = mood === 'afraid' ? 1.45 : 1;
    const white = eyes.iris ?? (mood === 'afraid' || black ? '#fbf6ea' : undefined);
    if (white) pen.dot(x, y, size * wide, size * 1.05 * wide, white, { unlit: true });
    const pupil = eyes.iris && mood !== 'afraid' ? size * 0.5 : white ? size * 0.6 : size * 0.8;
    pen.dot(x + size * 0.15, y, pupil, white ? size * 0.85 : size, INK, { unlit: true });
    pen.dot(x + size * 0.4, y - size * 0.35, size * 0.24, size * 0.26, '#ffffff', { unlit: true });
    if (mood === 'sad')
      stroke(`M${x + side * (size + 1.5)},${y - 2} L${x - side * size},${y - size - 4.5}`, 2.2);
    if (mood === 'afraid')
      stroke(`M${x + side * (size + 1)},${y - size - 4} L${x - side * size},${y - size - 8}`, 1.9);
  }
}

/** Heads are drawn around their own centre, some 22 units in radius, turned to the right. */
export function dogHead(pen: Pen, c: HeadColours): void {
  const droop = c.mood === 'sad' || c.mood === 'afraid' ? 6 : 0;
  const ear = c.colour === 'white' ? '#b7a795' : c.colour === 'black' ? c.dark : pen.shade(c.fur, 0.42);
  pen.shape('M12,-19 C24,-24 30,-12 27,2 C20,2 14,-6 10,-14 Z', ear);
  pen.shape('M-24,0 C-26,-26 22,-28 24,-4 C32,-2 42,4 40,13 C37,22 18,23 8,22 C-10,24 -24,16 -24,0 Z', c.fur);
  pen.patch(
    'M14,4 C26,-2 40,4 39,13 C36,21 20,22 10,20 C8,12 10,7 14,4 Z',
    c.colour === 'black' ? c.pale : c.light,
  );
  pen.shape('M30,3 C35,-2 43,0 43,6 C41,11 33,11 30,3 Z', '#1d1517');
  if (c.mood === 'happy') {
    pen.shape('M17,17 Q27,20 34,15 Q35,30 26,31 Q18,30 17,17 Z', '#d9636a', { outline: false });
  }
  pen.line(c.mood === 'sad' || c.mood === 'afraid' ? 'M16,20 Q25,13 34,16' : 'M14,15 Q25,21 36,12', INK, 1.9);
  drawEyes(pen, { xs: [2, 19], y: -5, size: 3.8 }, c.mood, c.colour === 'black');
  pen.shape(
    `M-8,-21 C-24,-26 -36,-8 -33,${16 + droop} C-31,${26 + droop} -17,${25 + droop} -14,12 C-12,0 -4,-8 -8,-21 Z`,
    ear,
  );
}

export function catHead(pen: Pen, c: HeadColours): void {
  const flat = c.mood === 'sad' || c.mood === 'afraid';
  const ears = flat
    ? ['M-27,-2 L-38,-24 L-8,-19 Z', 'M27,-2 L40,-22 L12,-19 Z']
    : ['M-27,0 L-26,-40 L-4,-19 Z', 'M27,0 L30,-39 L9,-19 Z'];
  for (const ear of ears) pen.shape(ear, c.fur);
  if (!flat) {
    pen.patch('M-22,-8 L-22,-30 L-10,-18 Z', '#d99a93');
    pen.patch('M23,-9 L26,-30 L13,-18 Z', '#d99a93');
  }
  pen.shape('M-29,2 C-28,-26 30,-28 31,2 C30,18 16,22 2,22 C-14,22 -28,18 -29,2 Z', c.fur);
  pen.patch('M-8,13 C-6,4 16,4 18,13 C16,20 -4,21 -8,13 Z', c.colour === 'black' ? c.pale : c.light);
  pen.streak('M-2,-24 L-1,-15 M5,-25 L5,-14 M12,-24 L11,-15', c.dark, 2.6, { opacity: 0.85 });
  drawEyes(pen, { xs: [-9, 16], y: -2, size: 5.6, iris: '#cfe05a' }, c.mood, c.colour === 'black');
  pen.patch('M1,6 L9,6 L5,10.5 Z', '#c9626a');
  const mouth = flat ? 'M-1,16 Q2,12 5,12 Q8,12 11,16' : 'M-3,13 Q1,17 5,11 Q9,17 13,13';
  pen.line(mouth, c.colour === 'black' ? '#1a161c' : INK, 1.6);
  const whisker = c.colour === 'black' ? '#ded8e2' : '#4b3a38';
  pen.streak('M-12,9 L-40,4 M-12,12 L-40,14 M22,9 L48,3 M22,12 L48,13', whisker, 1.3);
}

export function foxHead(pen: Pen, c: HeadColours): void {
  const flat = c.mood === 'sad' || c.mood === 'afraid';
  const tips = c.colour === 'black' ? '#6a6472' : '#3b2a2a';
  const [left, right] = flat ? [-24, 16] : [-4, 4];
  pen.shape(`M-24,-6 L${-24 + left * 0.6},-46 L-2,-20 Z`, c.fur);
  pen.shape(`M8,-20 L${26 + right * 0.6},-46 L27,-8 Z`, c.fur);
  pen.patch(`M${-24 + left * 0.6},-46 L${-24 + left * 0.35},-27 L${-14 + left * 0.35},-33.500 Z`, tips);
  pen.patch(`M${26 + right * 0.6},-46 L${27 + right * 0.3},-27 L${17 + right * 0.3},-32.500 Z`, tips);
  pen.shape(
    'M-34,8 C-24,-2 -26,-24 2,-25 C24,-25 27,-10 29,-2 C36,2 48,10 53,15 C44,22 22,25 8,24 C-8,24 -24,18 -34,8 Z',
    c.fur,
  );
  pen.patch(
    'M-34,8 C-22,8 -14,4 -8,8 C0,14 8,12 16,7 C28,5 42,10 53,15 C44,22 22,25 8,24 C-8,24 -24,18 -34,8 Z',
    c.colour === 'white' ? '#d9d1c6' : c.colour === 'black' ? c.pale : '#fbf4e6',
  );
  pen.shape('M45,9 C51,8 56,12 55,16 C51,20 45,16 45,9 Z', '#1d1517');
  pen.line(flat ? 'M22,22 Q31,17 40,19' : 'M20,19 Q32,23 44,18', INK, 1.7);
  drawEyes(pen, { xs: [0, 20], y: -3, size: 3.9 }, c.mood, c.colour === 'black');
}
