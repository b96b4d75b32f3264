import { seededRandom } from '../random.js';
import type { Person, Subject } from '../scene.js';
import type { Point } from './curves.js';
import type { Face } from './face.js';

/** Measures of a figure that stands at the origin; y is up to the crown negative. */
interface Build {
  readonly head: Point;
  /** Radius of the head; faces and hair are drawn for 28. */
  readonly headRadius: number;
  readonly shoulder: { readonly y: number; readonly half: number };
  readonly waist: { readonly y: number; readonly half: number };
  readonly hem: { readonly y: number; readonly half: number };
  /** Height of the seat of a standing figure. */
  readonly hip: number;
  readonly legs: string;
  readonly legWidth: number;
  readonly face: Face;
  readonly scarf?: string;
  readonly stick?: boolean;
  readonly belt?: boolean;
}

const BUILDS: Readonly<Record<Person, Build>> = {
  girl: {
    head: { x: 0, y: -136 },
    headRadius: 28,
    shoulder: { y: -107, half: 19 },
    waist: { y: -84, half: 21 },
    hem: { y: -31, half: 39 },
    hip: 58,
    legs: '#d8cdbb',
    legWidth: 6,
    face: { skin: '#f4cfae', brows: '#5a3220', lips: '#a8443c' },
  },
  boy: {
    head: { x: 0, y: -133 },
    headRadius: 28,
    shoulder: { y: -104, half: 23 },
    waist: { y: -80, half: 25 },
    hem: { y: -50, half: 27 },
    hip: 58,
    legs: '#4a4552',
    legWidth: 9,
    face: { skin: '#c98f63', brows: '#2f211f', lips: '#7d3a30' },
    scarf: '#d9cdb4',
  },
  woman: {
    head: { x: 0, y: -171 },
    headRadius: 25,
    shoulder: { y: -141, half: 24 },
    waist: { y: -104, half: 18 },
    hem: { y: -20, half: 36 },
    hip: 84,
    legs: '#5b4a4c',
    legWidth: 6,
    face: { skin: '#eabb95', brows: '#43282a', lips: '#b23a42', lashes: true },
    belt: true,
  },
  'old man': {
    head: { x: 7, y: -152 },
    headRadius: 26,
    shoulder: { y: -124, half: 28 },
    waist: { y: -86, half: 34 },
    hem: { y: -32, half: 34 },
    hip: 70,
    legs: '#4d4842',
    legWidth: 9,
    face: { skin: '#edc2a2', brows: '#e6e2da', lips: '#9a4a40' },
    stick: true,
  },
};

/** Where the two hands are: `front` on the side the figure looks to. In the sprite's units. */
export interface Hands {
  readonly front: Point;
  readonly rear: Point;
}

export interface Figure {
  readonly build: Build;
  readonly subject: Subject;
  /** How far the upper body sinks when seated. */
  readonly drop: number;
  readonly hands: Hands;
  readonly variant: number;
}

export const SEAT = 36;

/** The figure's joints; `holding` puts a hand where something is held, relative to that arm's shoulder. */
export function figureOf(
  subject: Subject,
  person: Person,
  seed: number,
  holding: Partial<Record<keyof Hands, Point>> = {},
): Figure {
  const build = BUILDS[person];
  const random = seededRandom(seed);
  const drop = subject.pose === 'sit' ? build.hip - SEAT : 0;
  const arm = build.waist.y - build.shoulder.y + 24;
  const front = shoulderOf(build, drop, 1);
  const rear = shoulderOf(build, drop, -1);
  let reach: Hands = { front: { x: 9, y: arm }, rear: { x: -9, y: arm } };
  if (subject.pose === 'walk') reach = { front: { x: 24, y: arm - 9 }, rear: { x: -25, y: arm - 10 } };
  if (subject.pose === 'sit') reach = { front: { x: 20, y: arm - 10 }, rear: { x: 10, y: arm - 6 } };
  if (subject.pose === 'reach') reach = { front: { x: 44, y: -28 }, rear: { x: -20, y: arm - 6 } };
  else if (subject.mood === 'afraid') reach = { front: { x: -5, y: 4 }, rear: { x: 6, y: 6 } };
  const hand = (from: Point, offset: Point): Point => ({ x: from.x + offset.x, y: from.y + offset.y });
  const stickHand = build.stick && subject.pose !== 'reach' ? { x: 26, y: arm - 12 } : undefined;
  return {
    build,
    subject,
    drop,
    variant: random(),
    hands: {
      front: hand(front, holding.front ?? stickHand ?? reach.front),
      rear: hand(rear, holding.rear ?? reach.rear),
    },
  };
}

export const shoulderOf = (build: Build, drop: number, side: -1 | 1): Point => ({
  x: side * (build.shoulder.half - 4),
  y: build.shoulder.y + drop + 9,
});
