/** From what the network says of each of its queries to boxes of the nouns that were asked for. */
import { sigmoid } from '@shared/log-odds.js';
import { overlapOf } from '@shared/overlap.js';
import type { Detection } from '@shared/records/index.js';
import { regionWithin } from '@shared/region-within.js';

/** As it was published with. */
const LEAST = 0.3;
/** Two boxes of one noun that share more than this are one. */
const SAME = 0.7;

export interface Queries {
  /** [queries, words]: log-odds that a box shows what a word says. */
  readonly logits: Float32Array;
  readonly words: number;
  /** [queries, 4]: middle, width and height, as shares of the picture. */
  readonly boxes: Float32Array;
}

/** Best first within a label. `places`: of each label’s words. A box shows the one label whose words it shows best. */
export function detectionsIn(
  { logits, words, boxes }: Queries,
  labels: readonly string[],
  places: readonly (readonly number[])[],
): Detection[] {
  const found = labels.map((): Detection[] => []);
  for (let query = 0; query * words < logits.length; query++) {
    const scores = places.map((of) =>
      Math.max(...of.map((at) => sigmoid(logits[query * words + at] ?? -50))),
    );
    const confidence = Math.max(...scores);
    const best = scores.indexOf(confidence);
    if (confidence < LEAST) continue;
    const [x = 0, y = 0, width = 0, height = 0] = boxes.subarray(query * 4, query * 4 + 4);
    const region = regionWithin(x - width / 2, y - height / 2, x + width / 2, y + height / 2);
    found[best]?.push({ label: labels[best] ?? '', region, confidence });
  }
  return found.flatMap(withoutDoubles);
}

function withoutDoubles(all: readonly Detection[]): Detection[] {
  const kept: Detection[] = [];
  for (const one of all.toSorted((a, b) => b.confidence - a.confidence))
    if (kept.every((other) => overlapOf(one.region, other.region) <= SAME)) kept.push(one);
  return kept;
}
