import type { Subject, WorldObject } from '../scene.js';
import { drawBicycle } from './bicycle.js';
import { oval, type Point, strip } from './curves.js';
import { CREAM, INK, IRON, LEATHER, LOCAL_COLOUR, WOOD } from './palette.js';
import type { Pen } from './pen.js';

/** An object's sprite: its bottom centre at the origin. */
export interface ObjectSprite {
  /** Extent in the sprite's units, for staging. */
  readonly width: number;
  readonly height: number;
  /** Where a hand takes hold of it. */
  readonly grip: Point;
  /** Floats above the ground instead of standing on it. */
  readonly floats?: boolean;
  draw(pen: Pen, colour: string, held: boolean, white: boolean): void;
}

const lantern: ObjectSprite = {
  width: 62,
  height: 112,
  grip: { x: 0, y: -104 },
  draw(pen, colour, held) {
    if (!held) pen.groundShadow(0, 36);
    pen.glow(0, -42, held ? 120 : 140, 0.95);
    pen.line('M-12,-80 C-18,-114 18,-114 12,-80', IRON, 4.5);
    pen.shape('M-23,-14 C-30,-32 -28,-52 -20,-64 L20,-64 C28,-52 30,-32 23,-14 Z', '#ffe39a', {
      unlit: true,
    });
    pen.dot(0, -36, 13, 19, '#fff6cf', { unlit: true, opacity: 0.9 });
    pen.dot(0, -31, 5, 11, '#ff9d2e', { unlit: true });
    pen.dot(0, -28, 2.6, 6, '#fff3b8', { unlit: true });
    pen.shape(strip('M-26,-14 C-33,-34 -30,-50 -22,-64', 3.4, 3.4), colour);
    pen.shape(strip('M26,-14 C33,-34 30,-50 22,-64', 3.4, 3.4), colour);
    pen.shape('M-30,0 L-26,-17 Q0,-13 26,-17 L30,0 Q0,6 -30,0 Z', colour);
    pen.coloured(
      'M-29,-60 Q0,-54 29,-60 C24,-76 14,-80 12,-88 Q0,-92 -12,-88 C-14,-80 -24,-76 -29,-60 Z',
      colour,
    );
    const k = pen.darkSide;
    pen.patch(
      `M${k * 28},-60 C${k * 23},-74 ${k * 13},-79 ${k * 11},-87 L${k * 4},-88 Q${k * 9},-70 ${k * 10},-58 Z`,
      pen.shade(colour, 0.3),
    );
    pen.patch(`M${k * 29},-1 L${k * 25.5},-16 L${k * 12},-14.500 L${k * 14},2 Z`, pen.shade(colour, 0.3));
  },
};

const umbrella: ObjectSprite = {
  width: 134,
  height: 142,
  grip: { x: 0, y: -20 },
  draw(pen, colour, held) {
    if (!held) pen.groundShadow(0, 40);
    pen.line('M0,-132 L0,-10 Q0,-1 8,-1 Q16,-2 15,-11', LEATHER, 4.6);
    const lower =
      'Q56,-88 45,-76 Q34,-88 22,-76 Q11,-86 0,-76 Q-11,-86 -22,-76 Q-34,-88 -45,-76 Q-56,-88 -67,-76';
    pen.coloured(`M-67,-76 C-64,-116 -32,-134 0,-134 C32,-134 64,-116 67,-76 ${lower} Z`, colour);
    const dark = pen.shade(colour, 0.22);
    pen.patch('M0,-134 C-26,-124 -42,-100 -45,-76 Q-34,-88 -22,-76 C-20,-100 -12,-122 0,-134 Z', dark);
    pen.patch('M0,-134 C12,-122 20,-100 22,-76 Q34,-88 45,-76 C42,-100 26,-124 0,-134 Z', dark);
    pen.patch(
      'M-40,-118 C-30,-127 -18,-131 -8,-132 C-20,-127 -30,-120 -36,-110 Z',
      pen.shade(colour, -0.4),
      0.7,
    );
    pen.line('M0,-133 L0,-142', LEATHER, 4.6);
  },
};

const kite: ObjectSprite = {
  width: 90,
  height: 178,
  grip: { x: 4, y: -112 },
  floats: true,
  draw(pen, colour) {
    const dark = pen.shade(colour, 0.3);
    const sail = pen.at(0, -120, 1, 14);
    sail.line('M0,56 C14,70 -16,82 -4,96 C6,106 -12,116 -4,126', IRON, 2.4);
    for (const [x, y, tilt] of [
      [3, 72, 10],
      [-6, 92, -20],
      [-3, 112, 16],
    ] as const) {
      sail.at(x, y, 1, tilt).shape('M0,0 L-12,-8 L-12,8 Z M0,0 L12,-8 L12,8 Z', colour);
    }
    sail.coloured('M0,-58 L42,-8 L0,58 L-42,-8 Z', colour);
    sail.patch('M0,-58 L42,-8 L0,-8 Z', dark);
    sail.patch('M0,58 L-42,-8 L0,-8 Z', dark);
    sail.streak('M0,-58 L0,58 M-42,-8 L42,-8', CREAM, 2.6);
  },
};

const boat: ObjectSprite = {
  width: 172,
  height: 172,
  grip: { x: 0, y: -14 },
  draw(pen, colour, held, white) {
    if (!held) pen.groundShadow(0, 76);
    pen.line('M2,-40 L2,-168', pen.shade(WOOD, 0.2), 5.4);
    const sail = white ? '#e3d3ad' : '#f7efdc';
    pen.shape('M10,-160 C46,-136 66,-92 68,-60 L10,-54 Z', sail);
    pen.patch('M44,-118 C60,-96 66,-78 68,-60 L40,-57 Q48,-88 44,-118 Z', pen.shade(sail, 0.14));
    pen.shape('M-6,-152 C-28,-118 -50,-82 -62,-60 L-6,-54 Z', pen.shade(sail, 0.1));
    pen.patch('M2,-170 L-26,-162 L2,-153 Z', colour);
    pen.coloured('M-84,-50 Q0,-36 84,-54 C78,-18 54,-2 0,-2 C-48,-2 -74,-14 -84,-50 Z', colour);
    pen.patch('M-82,-44 Q0,-30 82.500,-48 L80,-38 Q0,-22 -79,-35 Z', white ? '#b9ae9d' : CREAM);
    pen.patch(
      'M-68,-22 C-50,-8 -20,-9 4,-9 C40,-9 62,-16 72,-28 C62,-8 40,-2 0,-2 C-36,-2 -56,-8 -68,-22 Z',
      pen.shade(colour, 0.3),
    );
    if (!held) {
      pen.streak(
        'M-96,0 Q-84,-6 -72,0 Q-60,6 -48,0 Q-36,-6 -24,0 Q-12,6 0,0 Q12,-6 24,0 Q36,6 48,0 Q60,-6 72,0 Q84,6 96,0',
        '#cfe3e6',
        4.4,
        { opacity: 0.9 },
      );
      pen.streak('M-66,10 Q-54,4 -42,10 M-8,11 Q6,5 20,11 M44,9 Q56,4 66,9', '#cfe3e6', 3, { opacity: 0.7 });
    }
  },
};

const balloon: ObjectSprite = {
  width: 84,
  height: 178,
  grip: { x: 0, y: 0 },
  floats: true,
  draw(pen, colour) {
    pen.line('M0,-84 C10,-62 -10,-38 2,-18 Q5,-8 0,0', IRON, 2);
    pen.shape('M-7,-80 L7,-80 L0,-93 Z', pen.shade(colour, 0.2));
    pen.coloured(
      'M0,-88 C-24,-94 -42,-116 -41,-140 C-40,-190 40,-190 41,-140 C42,-116 24,-94 0,-88 Z',
      colour,
    );
    const k = pen.darkSide;
    pen.patch(
      `M${k * 30},-164 C${k * 44},-140 ${k * 34},-98 0,-89 C${k * 24},-94 ${k * 41},-116 ${k * 40.5},-140 C${k * 40},-152 ${k * 36},-160 ${k * 30},-164 Z`,
      pen.shade(colour, 0.28),
    );
    pen.patch(oval(-k * 18, -154, 7, 12), '#ffffff', 0.75);
  },
};

const suitcase: ObjectSprite = {
  width: 112,
  height: 92,
  grip: { x: 0, y: -84 },
  draw(pen, colour, held) {
    if (!held) pen.groundShadow(0, 58);
    pen.line('M-19,-66 C-20,-92 20,-92 19,-66', LEATHER, 7);
    pen.coloured(
      'M-46,-68 L46,-68 Q55,-68 55,-59 L55,-9 Q55,0 46,0 L-46,0 Q-55,0 -55,-9 L-55,-59 Q-55,-68 -46,-68 Z',
      colour,
    );
    pen.patch('M-54,-22 L54,-22 L54,-9 Q54,-1 46,-1 L-46,-1 Q-54,-1 -54,-9 Z', pen.shade(colour, 0.24));
    for (const x of [-36, 24]) {
      pen.patch(`M${x},-68 L${x + 12},-68 L${x + 12},0 L${x},0 Z`, LEATHER);
      pen.patch(`M${x + 1},-38 L${x + 11},-38 L${x + 11},-27 L${x + 1},-27 Z`, '#e0bd63');
    }
    for (const k of [-1, 1]) {
      pen.patch(`M${k * 55},-54 L${k * 55},-62 Q${k * 55},-68 ${k * 48},-68 L${k * 41},-68 Z`, LEATHER);
      pen.patch(`M${k * 55},-14 L${k * 55},-6 Q${k * 55},0 ${k * 48},0 L${k * 41},0 Z`, LEATHER);
    }
  },
};

const book: ObjectSprite = {
  width: 132,
  height: 92,
  grip: { x: 0, y: -10 },
  draw(pen, colour, held) {
    if (!held) pen.groundShadow(0, 58);
    pen.coloured(
      'M0,-2 L-58,-10 Q-66,-12 -66,-20 L-66,-84 Q-66,-92 -58,-91 L0,-80 L58,-91 Q66,-92 66,-84 L66,-20 Q66,-12 58,-10 Z',
      colour,
    );
    pen.patch('M-6,-80 L6,-80 L6,0 L-6,0 Z', pen.shade(colour, 0.3));
    pen.shape('M0,-14 Q-28,-26 -55,-20 L-55,-80 Q-28,-86 0,-72 Z', '#fbf3dd', { depth: 0.2 });
    pen.shape('M0,-14 Q28,-26 55,-20 L55,-80 Q28,-86 0,-72 Z', '#f1e5c8', { depth: 0.2 });
    pen.patch('M0,-14 Q-8,-18 -14,-20 L-14,-78 Q-6,-76 0,-72 Z', '#d6c6a2');
    pen.line(
      'M-46,-70 Q-32,-73 -18,-67 M-46,-59 Q-32,-62 -18,-56 M-46,-48 Q-32,-51 -18,-45 M-46,-37 Q-32,-40 -18,-34',
      '#8f8071',
      3,
    );
    pen.patch('M12,-64 Q30,-74 46,-69 L46,-46 Q30,-50 12,-42 Z', '#b9a98c');
    pen.dot(37, -60, 4.5, 4.5, '#fbf3dd');
    pen.patch('M12,-45 L24,-58 L32,-50 L38,-54 L46,-46 Q30,-50 12,-42 Z', '#7d7468');
    pen.line('M12,-33 Q30,-42 46,-36', '#8f8071', 3);
    pen.shape('M-5,-72 L5,-72 L6,4 L0,-4 L-5,5 Z', pen.shade(colour, 0.12), { depth: 0.2 });
  },
};

const bicycle: ObjectSprite = {
  width: 196,
  height: 124,
  grip: { x: -28, y: -94 },
  draw: (pen, colour, held) => drawBicycle(pen, colour, !held),
};

export const OBJECT_SPRITES: Readonly<Record<WorldObject, ObjectSprite>> = {
  lantern,
  umbrella,
  kite,
  boat,
  balloon,
  suitcase,
  bicycle,
  book,
};

export function drawObject(pen: Pen, subject: Subject, object: WorldObject): void {
  const held = subject.heldBy !== undefined;
  OBJECT_SPRITES[object].draw(pen, LOCAL_COLOUR[subject.colour], held, subject.colour === 'white');
}

/** A thread from a hand to the place where a floating object is tied. */
export function drawThread(pen: Pen, from: Point, to: Point): void {
  const sag = { x: (from.x + to.x) / 2 + 6, y: (from.y + to.y) / 2 + 12 };
  pen.string(`M${from.x},${from.y} Q${sag.x},${sag.y} ${to.x},${to.y}`, pen.shade(INK, -0.25), 1.5);
}
