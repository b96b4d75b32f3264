/** Frames whose hues are turned: they would fit their board with all colours shifted alike, and do not as they are. */
import { HUES, LIGHTS } from './hue-features.js';
import type { Steps } from './steps.js';
import type { Features } from './style-aspects.js';
import { indicesOf } from './style-distance.js';
import type { StyleFrame } from './style-frame.js';
import { nearestOf } from './style-nearest.js';

export interface Turn {
  /** How much better the frame fits with its hues turned, of what it lacks as it is: 0 = no better, near 1 = perfectly. */
  readonly gain: number;
  /** Degrees by which they would have to be turned to fit best, −180 to 180; 0 where there is nothing to gain. */
  readonly degrees: number;
}

export type Turning = (frame: StyleFrame) => Turn;

const VALUES = HUES * LIGHTS;
const DEGREES = 360 / HUES;
/** Mean chroma, as a root, under which a picture has hardly any hues: grey ones fit no better by turning. */
const GREY = 0.15;
/** What two frames of one board lack as a rule, so that what fits nearly perfectly is not divided by nothing. */
const LACKING = 0.02;
/** Frames that are worked through in one step. */
const AT_ONCE = 16;
/** Frames with hues needed, as for any style. */
const LEAST_FRAMES = 4;

/** Null where too few frames of the sample were measured in their hues. */
export function* turnsOf(sample: readonly StyleFrame[]): Steps<Turning | null> {
  const able = sample.filter(({ features }) => features.hue?.length === VALUES);
  if (able.length < LEAST_FRAMES) return null;
  const points = new Float64Array(able.length * VALUES);
  for (const [at, frame] of able.entries()) place(frame, points.subarray(at * VALUES, (at + 1) * VALUES));
  const indices = indicesOf(able);
  const found: Turn[] = [];
  for (const [at, frame] of able.entries()) {
    found.push(turnOf(frame, points, at));
    if (at % AT_ONCE === AT_ONCE - 1) yield;
  }
  const others = new WeakMap<Features, Turn>();
  return (frame) => {
    const known = found[indices.get(frame.takeId) ?? -1] ?? others.get(frame.features);
    if (known) return known;
    const turn = turnOf(frame, points, undefined);
    others.set(frame.features, turn);
    return turn;
  };
}

const NONE: Turn = { gain: 0, degrees: 0 };
const own = new Float64Array(VALUES);
/** The same turned by no step, by one and so on, one after another. */
const turned = new Float64Array(HUES * VALUES);
/** By how many steps the hues are turned: likeness to each of the nearest frames then, the most alike first. */
const likest = Array.from({ length: HUES }, () => new Float64Array(64));

function place({ features }: StyleFrame, room: Float64Array): boolean {
  const hue = features.hue;
  if (hue?.length !== VALUES) return false;
  let square = 0;
  for (let i = 0; i < VALUES; i++) square += (hue[i] as number) ** 2;
  const norm = Math.max(GREY, Math.sqrt(square));
  for (let i = 0; i < VALUES; i++) room[i] = (hue[i] as number) / norm;
  return true;
}

function turnOf(frame: StyleFrame, points: Float64Array, at: number | undefined): Turn {
  if (!place(frame, own)) return NONE;
  const count = points.length / VALUES;
  const wanted = nearestOf(count - (at === undefined ? 0 : 1));
  for (const list of likest) list.fill(0, 0, wanted);
  turnOwn();
  for (let other = 0; other < count; other++) {
    if (other === at) continue;
    for (let steps = 0; steps < HUES; steps++)
      keepMost(likest[steps] as Float64Array, wanted, likenessTo(points, other * VALUES, steps));
  }
  const means = likest.map((list) => list.subarray(0, wanted).reduce((sum, one) => sum + one, 0) / wanted);
  const plain = means[0] as number;
  let best = 0;
  for (let steps = 1; steps < HUES; steps++)
    if ((means[steps] as number) > (means[best] as number)) best = steps;
  if (best === 0) return NONE;
  return {
    gain: ((means[best] as number) - plain) / (1 + LACKING - plain),
    degrees: DEGREES * (best > HUES / 2 ? best - HUES : best),
  };
}

function turnOwn(): void {
  for (let steps = 0; steps < HUES; steps++)
    for (let i = 0; i < VALUES; i++) {
      const hue = i % HUES;
      turned[steps * VALUES + i] = own[i - hue + ((hue + HUES - steps) % HUES)] as number;
    }
}

/** Cosine of `own`, turned by so many steps, and the point at `start`. */
function likenessTo(points: Float64Array, start: number, steps: number): number {
  let sum = 0;
  for (let i = 0; i < VALUES; i++)
    sum += (turned[steps * VALUES + i] as number) * (points[start + i] as number);
  return sum;
}

/** Keeps the `wanted` largest of all, largest first. */
function keepMost(list: Float64Array, wanted: number, value: number): void {
  if (value <= (list[wanted - 1] as number)) return;
  let at = wanted - 1;
  for (; at > 0 && (list[at - 1] as number) < value; at--) list[at] = list[at - 1] as number;
  list[at] = value;
}
