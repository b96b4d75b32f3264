/** From what a network says at each step along a line to its letters: the likeliest of each, once (CTC, Graves 2006). */

export interface DecodedLine {
  readonly text: string;
  /** Mean probability of its letters, 0–1; 0 where there is none. */
  readonly confidence: number;
}

/** Says that there is no letter, or that the next one begins. */
const BLANK = 0;

/**
 * `probabilities`: [steps, letters + 1], the blank first. `letters`: in the network's order.
 */
export function decode(probabilities: Float32Array, letters: readonly string[]): DecodedLine {
  const classes = letters.length + 1;
  let text = '';
  let sum = 0;
  let count = 0;
  let before = BLANK;
  for (let step = 0; (step + 1) * classes <= probabilities.length; step++) {
    let best = BLANK;
    for (let one = 1; one < classes; one++)
      if ((probabilities[step * classes + one] ?? 0) > (probabilities[step * classes + best] ?? 0))
        best = one;
    if (best !== BLANK && best !== before) {
      text += letters[best - 1];
      sum += probabilities[step * classes + best] ?? 0;
      count += 1;
    }
    before = best;
  }
  return { text: text.trim(), confidence: count === 0 ? 0 : sum / count };
}
