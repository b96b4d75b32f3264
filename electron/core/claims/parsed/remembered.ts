/** Answers about words: the same few thousand come again and again. */

/** Characters; what is longer hardly comes again, and could take any room. */
const LONGEST = 40;

/**
 * `answer`, asked once of a word while it is remembered; with `most` words all are forgotten, since to keep account of
 * which was asked last takes longer than most answers. Answers are never undefined.
 */
export function remembered<T>(answer: (word: string) => T, most: number): (word: string) => T {
  const known = new Map<string, T>();
  return (word) => {
    const before = known.get(word);
    if (before !== undefined) return before;
    const now = answer(word);
    if (word.length > LONGEST) return now;
    if (known.size >= most) known.clear();
    known.set(word, now);
    return now;
  };
}
