/** Words for colours. */
export const COLOURS: ReadonlySet<string> = new Set(
  'red, blue, green, yellow, purple, white, brown, black, orange, pink, grey, gray, golden, silver, crimson, scarlet, navy, turquoise, teal, violet, beige, cream, maroon, emerald, azure, ginger, lilac, blonde, blond'.split(
    ', ',
  ),
);

export const isColour = (word: string): boolean => COLOURS.has(word);
