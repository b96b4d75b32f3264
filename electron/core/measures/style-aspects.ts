/** The groups of features that belong together, as one vector each. */
export interface Aspect {
  readonly name: 'hand' | 'colour' | 'saturation';
  readonly groups: readonly string[];
  /** Smallest spread a value is given before it is weighed. */
  readonly floor: number;
  /** Ratios rather than differences count: half the saturation is as far at 0.1 as at 0.6. */
  readonly logarithmic: boolean;
}

/** How a picture is drawn, down to the white of its paper; what colours it has; how strong they are. */
export const ASPECTS: readonly Aspect[] = [
  {
    name: 'hand',
    groups: ['line', 'texture', 'frequency', 'grain', 'tone'],
    floor: 0.005,
    logarithmic: false,
  },
  { name: 'colour', groups: ['colour'], floor: 0.02, logarithmic: false },
  { name: 'saturation', groups: ['saturation'], floor: 0.02, logarithmic: true },
];

/** By group: a frame's `FrameMeasures.style`. */
export type Features = Readonly<Record<string, ArrayLike<number>>>;

export function aspectVector(features: Features, { groups, logarithmic }: Aspect): Float64Array {
  const parts = groups.map((group) => features[group] ?? []);
  const length = parts.reduce((sum, part) => sum + part.length, 0);
  const vector = new Float64Array(length);
  let at = 0;
  for (const part of parts) {
    vector.set(part, at);
    at += part.length;
  }
  if (logarithmic) for (let i = 0; i < vector.length; i++) vector[i] = Math.log((vector[i] as number) + 0.02);
  return vector;
}

/**
 * How one aspect varies from frame to frame of a board drawn by one hand, as places, light and framing change.
 * Fitted by scripts/fit-style-spread.ts.
 */
export interface AspectSpread {
  /** Spread of each value. */
  readonly scale: readonly number[];
  /**
   * Lower triangular L, row by row, with L·Lᵀ the inverse of the covariance of the values over their spreads:
   * distances between vectors times L are Mahalanobis distances.
   */
  readonly whitening: readonly number[];
}

/** Values further from the board's middle than this many spreads count no more: one odd number is not a style. */
const MAX_Z = 8;

/** A vector in coordinates where every direction varies alike; `middle` is the board's. */
export function whitened(
  vector: ArrayLike<number>,
  middle: ArrayLike<number>,
  { scale, whitening }: AspectSpread,
): Float64Array {
  const out = new Float64Array(vector.length);
  for (let i = 0, at = 0; i < vector.length; i++) {
    const off = ((vector[i] ?? 0) - (middle[i] ?? 0)) / (scale[i] ?? 1);
    const z = Math.max(-MAX_Z, Math.min(MAX_Z, off));
    for (let j = 0; j <= i; j++, at++) out[j] = (out[j] ?? 0) + (whitening[at] ?? 0) * z;
  }
  return out;
}
