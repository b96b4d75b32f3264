/** What the walk through a parse notes down, before it becomes claims: whose words, and which of them hang together. */
import type { ClaimKind } from '@shared/records/index.js';
import type { ParsedWord } from './word.js';

export type Living = 'female' | 'male' | 'person' | 'animal';

/** A thing or somebody that the description names. */
export interface Mention {
  readonly head: ParsedWord;
  /** The noun with the nouns that belong to it, in order. */
  readonly words: readonly ParsedWord[];
  /** "top" of "top of a building" names the building as well. */
  readonly of: Mention | null;
  readonly living: Living | null;
  readonly plural: boolean;
  /** Nothing a picture shows by itself. */
  readonly isAbstract: boolean;
  /** A name, as written: nothing is known of how they look. */
  readonly isName: boolean;
  readonly article: 'definite' | 'indefinite' | 'none';
  /** Where the whole noun phrase starts, its article included. */
  readonly start: number;
  /** As the words say it; null where they say none. */
  count: number | null;
  isSubject: boolean;
  /** As a pronoun has called them: "Mole digs. He …". */
  calledAs: 'female' | 'male' | null;
  /** Whom it only says more of: "Mira, a girl in a red coat". */
  same: Mention | null;
  /** Whose it is: "her coat", "the man's hands". */
  owner: Mention | null;
  /** Several of whom it is one: "one of the knights", "the other". */
  readonly among: Mention | null;
}

export interface Draft {
  readonly kind: ClaimKind;
  readonly subject: Mention | null;
  /** What the subject is like or does: an adjective, a verb with its particle. */
  readonly said: readonly ParsedWord[];
  /** What the verb reaches by itself where a preposition leads on: "dough" of "kneading dough on a table". */
  readonly direct: Mention | null;
  /** Prepositions: "on top of". */
  readonly link: readonly ParsedWord[];
  readonly object: Mention | null;
  /** The second of what it stands between. */
  readonly also: Mention | null;
  /** What was done to the subject: "covered", not what it has done. */
  readonly passive: boolean;
  readonly negated: boolean;
  /** Number of the piece it was read from. */
  readonly piece: number;
}

/** The words a mention consists of, with those of what it is a part of. */
export const wordsOfMention = ({ words, of }: Mention): ParsedWord[] => [
  ...words,
  ...(of === null ? [] : wordsOfMention(of)),
];

/** All words of a draft, each once, in the description's order. */
export function wordsOfDraft({ subject, said, direct, link, object, also }: Draft): ParsedWord[] {
  const all = [
    ...(subject ? wordsOfMention(subject) : []),
    ...said,
    ...(direct ? wordsOfMention(direct) : []),
    ...link,
    ...(object ? wordsOfMention(object) : []),
    ...(also ? wordsOfMention(also) : []),
  ];
  return [...new Set(all)].sort((a, b) => a.start - b.start);
}
