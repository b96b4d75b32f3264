/** What tells pictures in a brand's style from others, learned from examples. Deterministic: the same examples give the same numbers. */
import { type Steps, stylePoints, unitOf } from '@core/measures/index.js';
import { sigmoid } from '@shared/log-odds.js';
import { ridge } from './ridge.js';
import { strangenessAmong } from './strangeness.js';

export interface Look {
  /** `styleVector`. */
  readonly style: Float64Array;
  /** Of the judge's vision tower; empty where none has seen the picture. */
  readonly tower: ArrayLike<number>;
}

export interface Example extends Look {
  readonly on: boolean;
}

export interface Head {
  /** Probability that it is on style, 0–1. */
  of(look: Look): number;
  /** The same of each example, by the others alone. */
  readonly leftOut: readonly number[];
}

/** What the tower sees counts so much beside what is measured: it sees the subject as much as the style. */
const TOWER = 0.6;
/** How sharply the score turns into a probability: those that are tried, from gentle to sharp. */
const SHARPNESS = [1, 1.5, 2, 3, 4, 6] as const;

/** `examples`: two or more of each side. `withTower`: each has a tower, all of one length, and so has what is asked of. */
export function* brandHead(examples: readonly Example[], withTower: boolean): Steps<Head> {
  const pointOf = stylePoints(examples.map(({ style }) => style));
  const points: Float64Array[] = [];
  for (const { style } of examples) {
    points.push(pointOf(style));
    yield;
  }
  const measured = balanced(points);
  const seen = withTower ? balanced(examples.map(({ tower }) => unitOf(tower))) : null;
  const joined = (point: Float64Array, tower: ArrayLike<number>): Float64Array =>
    seen ? both(measured(point, 1), seen(unitOf(tower), TOWER)) : measured(point, 1);

  const isOn = examples.map(({ on }) => on);
  const side = yield* ridge(
    examples.map(({ tower }, at) => joined(points[at] as Float64Array, tower)),
    isOn,
  );
  const strangeness = strangenessAmong(points.filter((_, at) => isOn[at]));
  let ons = 0;
  const scores = examples.map(({ on }, at) => {
    const strange = on ? strangeness.leftOut[ons++] : strangeness.of(points[at] as Float64Array);
    return (side.leftOut[at] as number) - (strange ?? 0);
  });
  const sharpness = sharpnessFor(scores, isOn);
  return {
    leftOut: scores.map((score) => sigmoid(sharpness * score)),
    of({ style, tower }) {
      const point = pointOf(style);
      return sigmoid(sharpness * (side.of(joined(point, tower)) - strangeness.of(point)));
    },
  };
}

/** Around the mean of these, at most as far out as they are in the mean, times `weight`. */
function balanced(points: readonly Float64Array[]): (point: Float64Array, weight: number) => Float64Array {
  const middle = new Float64Array(points[0]?.length ?? 0);
  for (const point of points)
    for (let f = 0; f < middle.length; f++) middle[f] = (middle[f] ?? 0) + (point[f] ?? 0) / points.length;
  let square = 0;
  for (const point of points)
    for (let f = 0; f < middle.length; f++)
      square += ((point[f] ?? 0) - (middle[f] ?? 0)) ** 2 / points.length;
  const scale = Math.sqrt(square) || 1;
  return (point, weight) => point.map((value, f) => ((value - (middle[f] ?? 0)) / scale) * weight);
}

function both(a: Float64Array, b: Float64Array): Float64Array {
  const all = new Float64Array(a.length + b.length);
  all.set(a);
  all.set(b, a.length);
  return all;
}

/** The one under which the examples are likeliest, both sides weighing the same. */
function sharpnessFor(scores: readonly number[], isOn: readonly boolean[]): number {
  const ons = isOn.filter(Boolean).length;
  const surprise = (sharpness: number): number =>
    scores.reduce((sum, score, at) => {
      const share = isOn[at] ? ons : scores.length - ons;
      return sum + Math.log1p(Math.exp(sharpness * (isOn[at] ? -score : score))) / share;
    }, 0);
  return SHARPNESS.reduce<number>((best, one) => (surprise(one) < surprise(best) ? one : best), SHARPNESS[0]);
}
