/** Without case and accents, the same however it was typed. */
export const plain = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').toLocaleLowerCase('en');

/** Text as it is searched. */
export const folded = (text: string): string => plain(text).trim();

/** What was typed, as the words that are looked for. */
export const termsOf = (typed: string): readonly string[] => folded(typed).split(/\s+/).filter(Boolean);
