import type { Draft, Mention } from '../draft.js';
import type { ParsedWord } from '../word.js';

/** One thing of which nothing else is said, but for what the test says; its head is the last of `words`. */
export const aMention = (words: readonly ParsedWord[], more: Partial<Mention> = {}): Mention => ({
  head: words.at(-1) as ParsedWord,
  words,
  of: null,
  living: null,
  plural: false,
  isAbstract: false,
  calledAs: null,
  isName: false,
  article: 'none',
  start: words[0]?.start ?? 0,
  count: null,
  isSubject: false,
  same: null,
  owner: null,
  among: null,
  ...more,
});

/** Something done by nobody to nothing, but for what the test says. */
export const aDraft = (more: Partial<Draft> = {}): Draft => ({
  kind: 'action',
  subject: null,
  said: [],
  direct: null,
  link: [],
  object: null,
  also: null,
  passive: false,
  negated: false,
  piece: 0,
  ...more,
});
