/** All that is measured of a frame's style as one point, in coordinates where frames of one hand lie equally far apart every way. */
import { columnOf, takeMedian } from './robust.js';
import { ASPECTS, aspectVector, type Features, whitened } from './style-aspects.js';
import spreads from './style-spread.json' with { type: 'json' };

/** The features of each aspect one after another; null where some were not measured, or by another way of measuring. */
export function styleVector(features: Features): Float64Array | null {
  const parts = ASPECTS.map((aspect) => aspectVector(features, aspect));
  if (ASPECTS.some(({ name }, at) => parts[at]?.length !== spreads[name].scale.length)) return null;
  return joined(parts);
}

/** How points are made of vectors, around the middle of these. Not of none. */
export function stylePoints(vectors: readonly Float64Array[]): (vector: Float64Array) => Float64Array {
  const middle = Float64Array.from(vectors[0] ?? [], (_, f) => takeMedian(columnOf(vectors, f)));
  return (vector) => {
    let at = 0;
    return joined(
      ASPECTS.map(({ name }) => {
        const spread = spreads[name];
        const to = at + spread.scale.length;
        const part = whitened(vector.subarray(at, to), middle.subarray(at, to), spread);
        at = to;
        return part;
      }),
    );
  };
}

function joined(parts: readonly Float64Array[]): Float64Array {
  const all = new Float64Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
