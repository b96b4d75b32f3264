/** How much of a description is read. What stands behind it is asked of no picture, and shows as that. */

/** Characters, some three pages. */
const LONGEST = 10_000;
/** Characters among which those are looked for, so that a text without an end takes no time either. */
export const LOOKED_AT = 20 * LONGEST;

/** As much of a text as is read, up to the end of a word. */
export function firstOf(text: string): string {
  if (text.length <= LONGEST) return text;
  const blank = text.lastIndexOf(' ', LONGEST);
  // Behind no half of a character.
  return text.slice(0, blank > LONGEST / 2 ? blank : LONGEST).replace(/[\uD800-\uDBFF]$/, '');
}
