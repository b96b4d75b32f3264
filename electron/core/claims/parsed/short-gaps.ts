/** Longer than what anybody writes between two words; what looks at a gap from each of its places takes its square. */
const LONGEST = 16;
/** Longer than a sentence of a language that puts nothing between its words. */
const LONGEST_WORD = 1000;
const TOO_LONG = new RegExp(`[^\\p{L}\\p{N}]{${LONGEST},}|[\\p{L}\\p{N}]{${LONGEST_WORD},}`, 'gu');

export interface ShortGaps {
  /** The text with no more than so many characters between two words, and in one. */
  readonly text: string;
  /** Where characters [start, end) of that stand in the text as it was. */
  readonly inWhole: (span: readonly [number, number]) => readonly [number, number];
}

/** Cuts what goes on and on: a word, or what is neither letter nor number. A line that ends there still ends. */
export function withShortGaps(whole: string): ShortGaps {
  const cuts: { readonly at: number; readonly length: number }[] = [];
  let gone = 0;
  const text = whole.replace(TOO_LONG, (gap, offset: number) => {
    const most = /^[\p{L}\p{N}]/u.test(gap) ? LONGEST_WORD : LONGEST;
    const kept = [...gap].slice(0, most).join('');
    const short = gap.includes('\n') && !kept.includes('\n') ? `${kept}\n` : kept;
    const length = gap.length - short.length;
    cuts.push({ at: offset - gone + short.length, length });
    gone += length;
    return short;
  });
  const goneBefore = (isBefore: (at: number) => boolean): number =>
    cuts.reduce((sum, { at, length }) => (isBefore(at) ? sum + length : sum), 0);
  return {
    text,
    inWhole: ([start, end]) => [start + goneBefore((at) => at <= start), end + goneBefore((at) => at < end)],
  };
}
