import type { Person } from '../scene.js';
import { CREAM, LEATHER } from './palette.js';
import type { Pen } from './pen.js';

/** Hair, hats and beards on a head of radius 28 around the pen's origin. `behind` comes before the coat and the face. */
export interface Headwear {
  behind(pen: Pen, variant: number): void;
  front(pen: Pen, variant: number): void;
  readonly hair: string;
}

const GIRL_HAIR = '#6d3b20';
const BOY_HAIR = '#2f211f';
const WOMAN_HAIR = '#43282a';
const OLD_HAIR = '#f1eee8';
const CAP = '#6f6355';
const HAT = '#4b4650';

/** Four plaited strands, thinner downwards, and a cream ribbon. */
function plait(pen: Pen, side: -1 | 1): void {
  const dark = pen.shade(GIRL_HAIR, 0.28);
  for (let i = 0; i < 4; i++) {
    const x = side * (31 + i * 2.2);
    const y = 12 + i * 11;
    pen.ellipse(x, y, 8.4 - i * 0.7, 8, i % 2 === 0 ? GIRL_HAIR : dark);
  }
  pen.dot(side * 38.5, 53, 5.4, 3.6, CREAM);
  pen.shape(
    `M${side * 35},56 Q${side * 32},66 ${side * 38},72 Q${side * 45},68 ${side * 43},56 Z`,
    GIRL_HAIR,
  );
}

const girl: Headwear = {
  hair: GIRL_HAIR,
  behind(pen, variant) {
    if (variant < 0.75) {
      pen.shape('M-31,6 C-38,-36 -10,-42 2,-40 C28,-40 38,-14 31,8 C20,24 -22,24 -31,6 Z', GIRL_HAIR);
      plait(pen, -1);
      plait(pen, 1);
    } else {
      pen.shape(
        'M-30,-6 C-34,-44 32,-46 32,-6 C36,20 40,38 36,56 C22,64 12,60 2,60 C-14,64 -28,62 -40,56 C-42,36 -34,20 -30,-6 Z',
        GIRL_HAIR,
      );
    }
  },
  front(pen) {
    pen.shape(
      'M-30,8 C-37,-34 -10,-40 3,-39 C29,-38 36,-14 30,7 C28,-4 24,-12 18,-16 C10,-9 -6,-8 -17,-15 C-25,-9 -27,-2 -30,8 Z',
      GIRL_HAIR,
    );
    pen.patch('M-16,-30 C-6,-37 10,-36 17,-30 C8,-32 -6,-32 -16,-30 Z', pen.shade(GIRL_HAIR, -0.28));
    pen.line('M3,-38 Q-2,-26 -12,-15', pen.shade(GIRL_HAIR, 0.3), 1.3);
  },
};

const boy: Headwear = {
  hair: BOY_HAIR,
  behind(pen) {
    pen.shape('M-30,-6 C-34,-34 30,-38 30,-8 C28,14 -26,22 -30,-6 Z', BOY_HAIR);
  },
  front(pen, variant) {
    if (variant < 0.7) {
      pen.patch('M-29,-12 C-33,2 -28,11 -24,10 C-24,2 -21,-5 -16,-11 Z', BOY_HAIR);
      pen.patch('M29,-12 C31,-2 29,3 28,4 C26,-2 23,-8 18,-11 Z', BOY_HAIR);
      pen.patch('M-22,-9 Q-6,-2 6,-10 L-20,-16 Z', BOY_HAIR);
      pen.shape('M-33,-10 C-38,-40 -10,-47 10,-44 C30,-42 36,-24 31,-10 C12,-17 -12,-17 -33,-10 Z', CAP);
      pen.shape('M8,-14 C26,-20 46,-14 49,-5 C36,-9 22,-9 9,-7 Z', pen.shade(CAP, 0.3));
      pen.line('M2,-45 Q12,-30 10,-15', pen.shade(CAP, 0.32), 1.5);
      pen.dot(3, -45, 4.2, 2.6, pen.shade(CAP, 0.25));
    } else {
      pen.shape(
        'M-30,2 C-36,-26 -22,-40 -6,-40 L-9,-47 L4,-41 L9,-49 L13,-40 C28,-36 34,-18 29,0 C27,-8 24,-14 20,-17 L10,-11 L2,-17 L-8,-10 L-18,-15 C-25,-10 -27,-4 -30,2 Z',
        BOY_HAIR,
      );
    }
  },
};

const woman: Headwear = {
  hair: WOMAN_HAIR,
  behind(pen) {
    pen.shape('M-30,4 C-38,-34 -8,-40 4,-38 C28,-36 36,-12 30,4 C24,26 -22,28 -30,4 Z', WOMAN_HAIR);
    pen.ellipse(-13, -43, 17, 14, WOMAN_HAIR);
    pen.streak('M-23,-46 Q-12,-54 -2,-44', pen.shade(WOMAN_HAIR, -0.25), 1.8);
  },
  front(pen) {
    pen.shape(
      'M-29,12 C-38,-30 -12,-39 4,-38 C29,-36 35,-10 29,12 C30,-8 22,-20 10,-24 C0,-12 -18,-10 -24,-6 C-27,0 -28,6 -29,12 Z',
      WOMAN_HAIR,
    );
    pen.streak('M10,-25 Q-4,-30 -22,-16', pen.shade(WOMAN_HAIR, -0.22), 1.5);
    pen.dot(-27, 17, 2.4, 3, '#e8c468', { unlit: true });
  },
};

const oldMan: Headwear = {
  hair: OLD_HAIR,
  behind(pen) {
    pen.shape('M-32,-8 C-38,8 -34,22 -26,26 L0,16 L0,-14 Z', pen.shade(OLD_HAIR, 0.14));
  },
  front(pen) {
    pen.shape(
      'M-28,-2 C-34,24 -26,50 -6,66 Q2,60 6,72 C24,58 36,34 29,-2 C27,6 25,10 20,12 C12,8 0,8 -10,12 C-20,10 -24,6 -28,-2 Z',
      OLD_HAIR,
    );
    pen.streak('M-18,24 Q-14,44 -2,56 M6,34 Q8,48 6,62 M22,26 Q20,42 13,54', pen.shade(OLD_HAIR, 0.22), 1.6);
    pen.shape(
      'M7,10 C0,6 -10,9 -16,18 C-8,22 2,20 7,14 C12,20 20,21 28,17 C23,8 13,6 7,10 Z',
      pen.shade(OLD_HAIR, -0.1),
    );
    pen.dot(10, 7, 5.6, 5, pen.shade('#e9b795', 0.1));
    pen.shape('M-25,-20 C-27,-50 -12,-54 2,-52 C18,-56 30,-46 27,-20 Z', HAT);
    pen.patch('M-26,-27 Q2,-20 27.5,-27 L27,-18 L-25,-18 Z', LEATHER);
    pen.shape('M-45,-15 C-26,-27 32,-27 47,-15 C30,-7 -28,-7 -45,-15 Z', pen.shade(HAT, 0.16));
  },
};

export const HEADWEAR: Readonly<Record<Person, Headwear>> = { girl, boy, woman, 'old man': oldMan };
