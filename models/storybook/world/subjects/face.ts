import type { Mood } from '../scene.js';
import { BLUSH, INK } from './palette.js';
import type { Pen } from './pen.js';

export interface Face {
  readonly skin: string;
  readonly brows: string;
  readonly lips: string;
  readonly lashes?: boolean;
}

/** Eyes, brows, nose, cheeks and mouth, on a head of radius 28 around the pen's origin, turned a little to the right. */
export function drawFace(pen: Pen, face: Face, mood: Mood): void {
  pen.dot(-12, 11, 5.6, 4.2, BLUSH, { opacity: mood === 'afraid' ? 0.16 : 0.42 });
  pen.dot(22, 11, 4.8, 4.2, BLUSH, { opacity: mood === 'afraid' ? 0.16 : 0.42 });
  drawEyes(pen, face, mood);
  pen.line('M8,3 Q13,8 7,9.5', pen.shade(face.skin, 0.38), 1.7);
  drawMouth(pen, face, mood);
  if (mood === 'sad') {
    pen.dot(-8.5, 13, 2.3, 3.8, '#a9dcf2', { unlit: true });
    pen.dot(-9.1, 14, 0.7, 1.2, '#ffffff', { unlit: true });
  }
}

function drawEyes(pen: Pen, face: Face, mood: Mood): void {
  for (const [x, side] of [
    [-5, -1],
    [16, 1],
  ] as const) {
    if (mood === 'happy') {
      pen.line(`M${x - 4.6},2 Q${x},-5.5 ${x + 4.6},2`, INK, 2.5);
      pen.line(`M${x - 5},-9 Q${x},-13 ${x + 5},-9`, face.brows, 2.2);
    } else if (mood === 'afraid') {
      pen.dot(x, 0, 6, 7, '#fffdf6', { unlit: true });
      pen.line(`M${x - 6},0 Q${x - 5},-7 ${x},-7 Q${x + 5},-7 ${x + 6},0`, INK, 1.2);
      pen.dot(x + 1, 0.6, 2.4, 3, INK, { unlit: true });
      pen.line(`M${x - 5 * side},-14.5 Q${x},-14.5 ${x + 5 * side},-9.5`, face.brows, 2.2);
    } else {
      const y = mood === 'sad' ? 2.5 : 0.8;
      pen.dot(x, y, 3.2, mood === 'sad' ? 3.6 : 4.4, INK, { unlit: true });
      pen.dot(x + 1.1, y - 1.5, 1.1, 1.3, '#ffffff', { unlit: true });
      if (mood === 'sad') {
        pen.line(
          `M${x - 4.6},${y - 2.5} Q${x},${y - 5} ${x + 4.6},${y - 2.5}`,
          pen.shade(face.skin, 0.45),
          1.5,
        );
        pen.line(`M${x + 6 * side},-4.5 Q${x},-8 ${x - 5 * side},-12`, face.brows, 2.4);
      } else {
        pen.line(`M${x - 4.5},-8.5 Q${x},-11 ${x + 4.5},-8.5`, face.brows, 1.9);
      }
    }
    if (face.lashes && mood !== 'afraid') {
      pen.line(`M${x + 3.4 * side},-1.2 L${x + 6.4 * side},-3.6`, INK, 1.4);
    }
  }
}

function drawMouth(pen: Pen, face: Face, mood: Mood): void {
  if (mood === 'happy') {
    pen.patch('M-2,12.5 Q6,15.5 15,12.5 Q13,22.5 6.5,22.5 Q0,22 -2,12.5 Z', '#7c2a2c');
    pen.patch('M2,19.5 Q6.5,16 11.5,19.5 Q9.5,22.5 6.5,22.5 Q4,22.2 2,19.5 Z', '#e5807a');
  } else if (mood === 'sad') {
    pen.line('M1,19.5 Q6.5,13.5 12.5,19.5', face.lips, 2.3);
  } else if (mood === 'afraid') {
    pen.patch('M1,19.5 Q1,12.5 6.5,12.5 Q12,12.5 12,19.5 Q9,17.5 6.5,20 Q4,17.5 1,19.5 Z', '#5d2226');
  } else {
    pen.line('M1,15.5 Q6.5,19.5 12,15.5', face.lips, 2.1);
  }
}
