/**
 * From a description to atomic claims, without a model: set phrases, part-of-speech tags, and a reader that
 * keeps track of who is spoken of. The same text gives the same claims, always.
 */
import { withoutSyntax } from '@shared/prompt-syntax.js';
import { type ClaimKind, type ClaimParts, NO_PARTS } from '@shared/records/index.js';
import type { PendingClaim } from './clause.js';
import { peopleText } from './english.js';
import { type CastMember, wordsOfNames } from './entities.js';
import { itemsOf } from './phrases.js';
import { takeForeign, takeQuotes } from './quotes.js';
import { Reader } from './reader.js';
import { tokensOf } from './tokens.js';

export interface ExtractedClaim extends ClaimParts {
  readonly kind: ClaimKind;
  readonly text: string;
  /** Indexes of the claims it hangs on, in the same list. */
  readonly parents: readonly number[];
  /** Characters [start, end) of the description; null for what is only implied. */
  readonly span: readonly [number, number] | null;
  readonly weight: number;
  readonly negated: boolean;
  /** Name of the character that the canon's words stand for; null when the description says it itself. */
  readonly canonOf: string | null;
}

/** An extra figure is worth finding, but the description never said it in so many words. */
const IMPLIED_WEIGHT = 0.5;

/** What a claim has that says all of something by itself. */
export const WHOLE = { ...NO_PARTS, parents: [], weight: 1, negated: false, canonOf: null } as const;

/** Many short pieces between commas and no sentence among them. */
function isTagList(text: string): boolean {
  const pieces = text.split(/[,\n]/).filter((piece) => piece.trim());
  const mean = text.split(/\s/).filter(Boolean).length / Math.max(1, pieces.length);
  return pieces.length >= 3 && mean <= 3.6 && !/[.!?]\s+\S/.test(text.trim());
}

function peopleClaim(reader: Reader): { count: number; weight: number } | null {
  if (reader.people !== null) return { count: reader.people, weight: 1 };
  const { entities } = reader.cast;
  const persons = entities.filter((entity) => entity.person);
  // What may be somebody ("a barista") leaves open how many there are.
  if (reader.crowd || entities.length === 0 || entities.some((one) => !one.person && !one.nobody))
    return null;
  let count = 0;
  for (const person of persons) {
    if (person.count === 'many') return null;
    count += person.count;
  }
  return { count, weight: IMPLIED_WEIGHT };
}

/** One claim for each text: the description's words before the canon's, parents joined. */
function collect(pending: readonly PendingClaim[]): ExtractedClaim[] {
  const first = new Map<string, number>();
  const indexOf = new Map<PendingClaim, number>();
  const kept: PendingClaim[] = [];
  for (const claim of pending) {
    const key = `${claim.negated ? 'no ' : ''}${claim.text()}`;
    const known = first.get(key);
    if (known === undefined) {
      first.set(key, kept.length);
      indexOf.set(claim, kept.length);
      kept.push(claim);
    } else {
      indexOf.set(claim, known);
      const { stated, parents } = kept[known] as PendingClaim;
      if (claim.stated && !stated) kept[known] = { ...claim, parents };
    }
  }
  return kept.map((claim) => ({
    ...NO_PARTS,
    ...(claim.stated ? claim.parts() : statementOf(claim.text()).parts),
    kind: claim.kind,
    text: claim.text(),
    parents: [...new Set(claim.parents.map((parent) => indexOf.get(parent) as number))],
    span: claim.span,
    weight: 1,
    negated: claim.negated,
    canonOf: claim.stated ? null : (claim.cast?.name ?? null),
  }));
}

export function extractClaims(description: string, cast: readonly CastMember[] = []): ExtractedClaim[] {
  const quoted = takeQuotes(withoutSyntax(description));
  const { text, foreign } = takeForeign(quoted.text);
  const reader = new Reader(cast, isTagList(text));
  reader.read(itemsOf(text, tokensOf(text, wordsOfNames(cast))));
  // Who else is there may be said in the other language.
  if (foreign.length > 0) reader.crowd = true;
  const claims = collect(reader.pending);
  for (const { words, span } of quoted.quotes)
    claims.push({ ...WHOLE, kind: 'text', text: `the words “${words}”`, value: words, span });
  for (const { words, span } of foreign) claims.push({ ...WHOLE, kind: 'entity', text: words, span });
  const people = peopleClaim(reader);
  if (people) {
    const { count, weight } = people;
    const text = peopleText(count);
    if (!claims.some((claim) => claim.text === text))
      claims.push({
        ...WHOLE,
        kind: 'count',
        text,
        subject: 'person',
        value: String(count),
        weight,
        span: null,
      });
  }
  return claims;
}

/** The parts of a claim alone. */
export const partsOf = ({ subject, attribute, relation, object, value }: ClaimParts): ClaimParts => ({
  subject,
  attribute,
  relation,
  object,
  value,
});

/** A noun phrase on its own, as the canon states it. */
export interface Statement {
  /** Without what turns it round: "a lantern" of "no lantern". */
  readonly text: string;
  readonly negated: boolean;
  /** What a picture shows before any attribute: "girl" of "a girl in a red coat". */
  readonly noun: string;
  readonly parts: ClaimParts;
}

const statements = new Map<string, Statement>();

/** Reads "a girl in a red coat". Kept, since a storyboard states the same few things on every shot. */
export function statementOf(words: string): Statement {
  const known = statements.get(words);
  if (known) return known;
  const claims = extractClaims(words);
  const entity = claims.find((claim) => claim.kind === 'entity');
  const stated = entity?.negated ? entity : claims.find((claim) => claim.text === words);
  const statement: Statement = {
    text: stated?.text ?? words,
    negated: stated?.negated ?? false,
    noun: entity?.subject ?? words.replace(/^(?:an?|the) /, ''),
    parts: partsOf(stated ?? NO_PARTS),
  };
  statements.set(words, statement);
  return statement;
}
