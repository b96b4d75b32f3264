import type { Framing, WorldObject } from '../scene.js';
import type { Point } from './curves.js';

/** How a person holds an object, in the holder's units. */
export interface Hold {
  /** The hand, relative to the shoulder of the holding arm, away from the body positive. */
  readonly hand: Point;
  /** Size relative to the holder's scale. */
  readonly scale: number;
  /** Degrees, leaning away from the holder positive. */
  readonly tilt?: number;
  /** Objects on a thread: where they float, relative to the hand. */
  readonly floatsAt?: Point;
  /** Drawn before the holder: what is overhead or taller than a person. */
  readonly behind?: boolean;
  /** Stands on the ground, its middle this far beyond the hand. */
  readonly beside?: number;
  /** How far from the holder's middle it reaches, to keep it in the frame. */
  readonly reach: number;
}

const IN_FULL: Readonly<Record<WorldObject, Hold>> = {
  lantern: { hand: { x: 34, y: 2 }, scale: 0.72, reach: 78 },
  umbrella: { hand: { x: 13, y: 0 }, scale: 1.02, tilt: 2, behind: true, reach: 95 },
  kite: { hand: { x: 32, y: -12 }, scale: 0.84, floatsAt: { x: 64, y: -48 }, behind: true, reach: 152 },
  boat: { hand: { x: 34, y: 26 }, scale: 0.5, reach: 95 },
  balloon: {
    hand: { x: 30, y: 4 },
    scale: 0.95,
    tilt: 8,
    floatsAt: { x: 0, y: -2 },
    behind: true,
    reach: 95,
  },
  suitcase: { hand: { x: 28, y: 30 }, scale: 0.66, reach: 82 },
  bicycle: { hand: { x: 38, y: 16 }, scale: 0.95, beside: 27, behind: true, reach: 165 },
  book: { hand: { x: 20, y: 36 }, scale: 0.62, reach: 82 },
};

/** Raised beside the face, so that it is in the picture. */
const IN_CLOSE_UP: Readonly<Record<WorldObject, Hold>> = {
  lantern: { hand: { x: 46, y: -56 }, scale: 0.58, reach: 86 },
  umbrella: { hand: { x: 30, y: 10 }, scale: 0.72, tilt: 22, behind: true, reach: 100 },
  kite: { hand: { x: 36, y: 6 }, scale: 0.5, floatsAt: { x: 30, y: -36 }, behind: true, reach: 104 },
  boat: { hand: { x: 52, y: 2 }, scale: 0.4, reach: 102 },
  balloon: {
    hand: { x: 40, y: 8 },
    scale: 0.52,
    tilt: 10,
    floatsAt: { x: 4, y: 0 },
    behind: true,
    reach: 92,
  },
  suitcase: { hand: { x: 50, y: -26 }, scale: 0.56, reach: 98 },
  bicycle: { hand: { x: 42, y: -6 }, scale: 0.44, beside: 12, behind: true, reach: 112 },
  book: { hand: { x: 52, y: 2 }, scale: 0.55, reach: 104 },
};

export const holdOf = (object: WorldObject, framing: Framing): Hold =>
  framing === 'close-up' ? IN_CLOSE_UP[object] : IN_FULL[object];
