/** Claims that a reader found, held against those that a careful person expects. */
import { holds, wordsOf } from './words.js';

/** A prompt with the claims expected of it: by kind, the words that must be in the claim. */
export interface Prompt {
  readonly id: string;
  readonly prompt: string;
  /** "no entity" holds what must not be there. */
  readonly expected: Readonly<Record<string, readonly string[]>>;
  /** Words that name somebody nobody has described: a picture can only show a person there. */
  readonly names?: readonly string[] | undefined;
}

/** Verdicts of a person who did not know which reader had made a claim: by prompt, by claim (`nameOf`). */
export type Verdicts = Readonly<Record<string, Readonly<Record<string, 'right' | 'wrong'>>>>;

export interface Claim {
  /** As the records have it, or "phrase": a clause that is asked whole. */
  readonly kind: string;
  readonly text: string;
  readonly negated: boolean;
  /** Characters [start, end) of the description; null for what is only implied. */
  readonly span: readonly [number, number] | null;
}

export const nameOf = ({ kind, text, negated }: Claim): string => `${negated ? 'no ' : ''}${kind}: ${text}`;

const ANY_THING = ['entity', 'attribute', 'relation', 'action', 'place', 'count'];

/** The kinds that may carry what is expected as another: "a red coat" is as well seen in "a girl in a red coat". */
const FITTING: Readonly<Record<string, readonly string[]>> = {
  entity: [...ANY_THING, 'text'],
  attribute: [...ANY_THING, 'weather'],
  count: ['count', 'entity'],
  relation: ['relation', 'action', 'place', 'entity', 'attribute'],
  action: ['action', 'relation', 'attribute'],
  place: ['place', 'relation', 'entity', 'action', 'attribute'],
  time: ['time', 'place'],
  weather: ['weather', 'attribute', 'entity', 'action'],
  light: ['attribute', 'entity', 'relation', 'style', 'time', 'weather'],
  framing: ['framing'],
  style: ['style'],
  text: ['text'],
};

/** Kinds whose claims say a set phrase in words of their own ("OTS" is an over-the-shoulder shot). */
const SET_PHRASES: readonly string[] = ['framing', 'style', 'time', 'weather'];

/** What a claim says; of a set phrase ("in warm light" too) also in the description's words. */
const saidBy = ({ kind, text, span }: Claim, prompt: string): string =>
  span !== null && (SET_PHRASES.includes(kind) || /^in .*(?:light|silhouette)$/.test(text))
    ? `${text} ${prompt.slice(...span)}`
    : text;

/** "no people" is a count that says what is not there. */
const isNegated = ({ text, negated }: Claim): boolean => negated || /^no /.test(text);

export interface Expectation {
  readonly kind: string;
  /** Found in a claim of a fitting kind that is not wrong. */
  readonly found: boolean;
  /** Found so, or in a clause that is asked whole. */
  readonly covered: boolean;
  readonly words: string;
}

export interface Scored {
  readonly id: string;
  readonly expectations: readonly Expectation[];
  /** Every claim but whole clauses; null where nobody has said yet whether it is right. */
  readonly claims: readonly { readonly claim: Claim; readonly right: boolean | null }[];
}

export function score(
  { id, prompt, expected, names = [] }: Prompt,
  claims: readonly Claim[],
  verdicts: Verdicts,
): Scored {
  const marked = claims.map((claim) => {
    const verdict = verdicts[id]?.[nameOf(claim)];
    return {
      claim,
      words: wordsOf(saidBy(claim, prompt)),
      right: verdict === undefined ? null : verdict === 'right',
    };
  });
  const single = marked.filter(({ claim }) => claim.kind !== 'phrase');
  const whole = marked.filter(({ claim }) => claim.kind === 'phrase');
  const expectations = Object.entries(expected).flatMap(([name, all]) => {
    const negated = name.startsWith('no ');
    const kind = negated ? name.slice(3) : name;
    return all.map((text) => {
      const needed = wordsOf(text);
      const unnamed = wordsOf(
        text
          .split(' ')
          .map((word) => (names.includes(word) ? 'person' : word))
          .join(' '),
      );
      const isIn = (words: ReadonlySet<string>): boolean => holds(words, needed) || holds(words, unnamed);
      const found = single.some(
        ({ claim, words, right }) =>
          right !== false &&
          isNegated(claim) === negated &&
          FITTING[kind]?.includes(claim.kind) === true &&
          isIn(words),
      );
      return { kind, found, covered: found || whole.some(({ words }) => isIn(words)), words: text };
    });
  });
  return { id, expectations, claims: single.map(({ claim, right }) => ({ claim, right })) };
}
