/** Noun phrases: article, number, adjectives, nouns, and whose it is. */
import { wordTable } from '@shared/word-table.js';
import { numberOf, singularOf } from './english.js';
import { COLOURS, GROUPS, list, MANY, PARTITIVE } from './lexicon.js';
import type { Token } from './tokens.js';

export interface NounPhrase {
  readonly type: 'noun';
  /** Lower case, singular, with the nouns before it: "paper lantern". */
  readonly noun: string;
  /** Last word of `noun`. */
  readonly head: string;
  readonly adjectives: readonly string[];
  /** 1, a number that is said, or 'many' for a plural without one. */
  readonly count: number | 'many';
  readonly article: 'definite' | 'indefinite' | 'none';
  readonly isName: boolean;
  readonly owner: Pronoun | NounPhrase | null;
  readonly start: number;
  readonly end: number;
}
export interface Pronoun {
  readonly type: 'pronoun';
  readonly word: 'she' | 'he' | 'it' | 'they';
  readonly start: number;
  readonly end: number;
}

export const PRONOUNS = wordTable<Pronoun['word']>({
  she: 'she',
  her: 'she',
  hers: 'she',
  herself: 'she',
  he: 'he',
  him: 'he',
  his: 'he',
  himself: 'he',
  it: 'it',
  its: 'it',
  itself: 'it',
  they: 'they',
  them: 'they',
  their: 'they',
  themselves: 'they',
});
const POSSESSIVE = list('her, his, its, their');
const DETERMINERS = list(
  'a, an, the, this, these, those, some, another, each, every, any, several, many, few, both, all, no, my, your, our',
);
const INDEFINITE = list('a, an, another, some, any, each, every');
const SEVERAL = list('several, many, few, some, these, those, both, all');
const GENITIVE = list("'s, ’s, ', ’");
export const isNoun = (token: Token | undefined): boolean => token?.tag === 'NOUN' || token?.tag === 'NAME';
const describes = (token: Token): boolean =>
  token.tag === 'ADJ' || COLOURS.has(token.lower) || /^(?:long|short|tall|little)$/.test(token.lower);

/** A noun phrase from token `at`, and the index after it. */
export function nounPhrase(
  tokens: readonly Token[],
  at: number,
): { phrase: NounPhrase; next: number } | null {
  let i = at;
  let article: NounPhrase['article'] = 'none';
  let owner: NounPhrase['owner'] = null;
  let count: number | null = null;
  let many = false;
  const first = tokens[i];
  if (!first) return null;
  if (first.lower === 'no' || first.lower === 'without') return null;
  if (POSSESSIVE.has(first.lower)) {
    owner = {
      type: 'pronoun',
      word: PRONOUNS[first.lower] as Pronoun['word'],
      start: first.start,
      end: first.end,
    };
    article = 'definite';
    i++;
  } else if (DETERMINERS.has(first.lower)) {
    article = INDEFINITE.has(first.lower) ? 'indefinite' : 'definite';
    if (SEVERAL.has(first.lower)) {
      many = true;
      article = 'indefinite';
      if (first.lower === 'both') count = 2;
    }
    i++;
  }
  const adjectives: string[] = [];
  const nouns: Token[] = [];
  for (; i < tokens.length; i++) {
    const token = tokens[i] as Token;
    const next = tokens[i + 1];
    const number = nouns.length === 0 && token.tag !== 'SET' ? numberOf(token.lower) : null;
    if (number !== null && count === null && adjectives.length === 0) count = number;
    else if (nouns.length === 0 && COLOURS.has(token.lower) && next && (isNoun(next) || describes(next)))
      adjectives.push(token.lower);
    else if (isNoun(token)) {
      if (nouns.length > 0 && ((nouns.at(-1) as Token).tag === 'NAME') !== (token.tag === 'NAME')) break;
      nouns.push(token);
    } else if (nouns.length > 0) {
      // "a red-haired", "close-cropped": a hyphen inside a compound; a description after its noun ends the phrase.
      if (token.text === '-' && next && isNoun(next) && next.start === token.end) continue;
      break;
    } else if (describes(token)) {
      const compound = token.lower;
      if (next?.text === '-' && tokens[i + 2] && next.start === token.end) {
        adjectives.push(`${compound}-${(tokens[i + 2] as Token).lower}`);
        i += 2;
      } else adjectives.push(compound);
    } else if (
      (token.tag === 'VERB' || token.tag === 'ADV') &&
      (article !== 'none' || adjectives.length > 0 || count !== null) &&
      next !== undefined &&
      (isNoun(next) || describes(next) || next.tag === 'VERB' || next.tag === 'SET')
    ) {
      if (/(?:ing|ed|en|n|lit)$/.test(token.lower) && token.tag === 'VERB') adjectives.push(token.lower);
    } else if (/^(?:bright|dark|light|pale|deep)$/.test(token.lower)) adjectives.push(token.lower);
    else if (
      token.tag === 'PUNCT' &&
      token.text === ',' &&
      adjectives.length > 0 &&
      next &&
      describes(next)
    ) {
      // "a tall, thin man": only when the list of adjectives ends in a noun.
      const ahead = tokens.slice(i + 1, i + 4).findIndex((one) => isNoun(one));
      if (ahead < 0 || (article === 'none' && owner === null)) break;
    } else if (
      token.lower === 'and' &&
      adjectives.length > 0 &&
      next &&
      describes(next) &&
      isNoun(tokens[i + 2])
    )
      continue;
    else break;
  }
  const head = nouns.at(-1);
  if (!head) return null;
  const following = tokens[i];
  // "the edge of the forest", "a pair of dogs": what is spoken of comes after "of".
  if (following?.lower === 'of') {
    const amount = GROUPS[head.lower];
    if (PARTITIVE.has(head.lower) || MANY.has(head.lower) || amount !== undefined) {
      const inner = nounPhrase(tokens, i + 1);
      if (inner && !inner.phrase.isName) {
        const innerCount = amount ?? (MANY.has(head.lower) ? 'many' : inner.phrase.count);
        return { phrase: { ...inner.phrase, count: innerCount, start: first.start }, next: inner.next };
      }
    } else if (tokens[i + 1]?.tag === 'NOUN' && tokens[i + 1]?.lower !== 'people') {
      nouns.push(following, tokens[i + 1] as Token);
      i += 2;
    }
  }
  const ofAt = nouns.findIndex((token) => token.lower === 'of');
  const named = nouns.some((token) => token.tag === 'NAME');
  const whole = nouns.map((token) => (named ? token.text : token.lower));
  const kernel = (ofAt > 0 ? whole.slice(0, ofAt) : whole).join(' ');
  const { singular, plural } = named ? { singular: kernel, plural: false } : singularOf(kernel);
  const noun = ofAt > 0 ? `${singular} ${whole.slice(ofAt).join(' ')}` : singular;
  const { end } = tokens[i - 1] as Token;
  const phrase: NounPhrase = {
    type: 'noun',
    noun,
    head: singular.split(' ').at(-1) as string,
    adjectives,
    count: count ?? (plural || many ? 'many' : 1),
    article: count !== null && article === 'none' ? 'indefinite' : article,
    isName: named,
    owner,
    start: first.start,
    end,
  };
  const genitive = tokens[i];
  if (genitive && GENITIVE.has(genitive.text)) {
    const owned = nounPhrase(tokens, i + 1);
    if (owned)
      return {
        phrase: { ...owned.phrase, owner: phrase, article: 'definite', start: phrase.start },
        next: owned.next,
      };
    return { phrase, next: i + 1 };
  }
  return { phrase, next: i };
}
