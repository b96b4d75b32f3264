/** What a prompt is read beside: what its shot says, what the canon says there, and the shots around it. */
import { type CastMember, headOf } from '@core/claims/index.js';
import type { EditContext } from '@core/edits/index.js';
import type { Edit } from '@shared/analysis.js';
import { occurrences, says } from '@shared/prompt-edit.js';
import type { Claim, PositionedFact, Shot } from '@shared/records/index.js';

/** A shot with the prompt that would be made of it. */
export interface Prompted {
  readonly shot: Shot;
  readonly prompt: string;
}

export interface HintContext extends Prompted {
  /** What the shot says beside its prompt; '' where that is the same. */
  readonly description: string;
  readonly claims: readonly Claim[];
  /** Those that hold on this shot. */
  readonly facts: readonly PositionedFact[];
  readonly cast: readonly CastMember[];
  /** The shots just before and after it that belong together with it. */
  readonly neighbours: readonly Prompted[];
  /** Prompts of the nearest other shots of which the fact is asked. */
  readonly othersOf: (factId: string) => readonly string[];
  /** For the edits that mend something; reading the prompt takes time. */
  readonly editing: () => EditContext;
}

/** One hint of a kind. `about`: tells it from others of the kind on the shot. */
export interface Found {
  readonly about: string;
  readonly message: string;
  readonly edit: Edit | null;
}

/** The hints of one kind. Pure. `finding` names what their edits answer. */
export type FindHints = (context: HintContext, keyOf: (about: string) => { readonly key: string }) => Found[];

/** What the canon says that a character wears, has or carries, and that the shot asks for. */
export interface Look {
  readonly claim: Claim & { readonly object: string };
  readonly fact: PositionedFact;
  /** "coat" of "long red coat". */
  readonly noun: string;
}

export const looksOf = ({ claims, facts }: HintContext): Look[] =>
  claims.flatMap((claim) => {
    const { object, kind, negated, muted, factId } = claim;
    const fact = facts.find(({ id, subject }) => id === factId && subject === 'character');
    if (!fact || object === null || kind !== 'attribute' || negated || muted) return [];
    return [{ claim: { ...claim, object }, fact, noun: headOf(object) }];
  });

/** How often, in the singular or the plural. */
export const occurrencesOf = (prompt: string, noun: string): number =>
  [...new Set([noun, `${noun}s`, `${noun}es`, noun.replace(/s$/, '')])].reduce(
    (sum, form) => sum + occurrences(prompt, form).length,
    0,
  );

export const saysNoun = (prompt: string, noun: string): boolean => occurrencesOf(prompt, noun) > 0;

/** The prompt names the character, or says who it is where nobody else is that. */
export function isThere({ cast }: HintContext, { name, aliases }: PositionedFact, prompt: string): boolean {
  if ([name, ...aliases].some((one) => says(prompt, one))) return true;
  const noun = nounOf(cast, name);
  return noun !== null && says(prompt, noun);
}

/** What the character is ("girl"), where it is the only one of the kind; else null. */
export function nounOf(cast: readonly CastMember[], name: string): string | null {
  const own = cast.find((one) => one.name === name);
  if (!own) return null;
  const noun = headOf(own.noun);
  return cast.some((one) => one !== own && headOf(one.noun) === noun) ? null : noun;
}

/** Whom a prompt calls by name. Its other words mean what they say: "an old man" is no name there. */
export const namedIn = (prompt: string, cast: readonly CastMember[]): CastMember[] =>
  cast.filter(({ name }) => says(prompt, name)).map((one) => ({ ...one, aliases: [] }));

/** The prompt brings the character's looks by a network of that name. */
export const hasNetwork = (prompt: string, { name, aliases }: PositionedFact): boolean =>
  [...prompt.matchAll(/<[^<>]*>|\bembedding:\S+/gi)].some(([tag]) =>
    [name, ...aliases].some((one) => tag.toLowerCase().includes(one.toLowerCase().replace(/^the /, ''))),
  );

/** The first words that match, as the prompt writes them. */
export const wordsOf = (prompt: string, pattern: RegExp): string | null => {
  const words = pattern.exec(prompt)?.[0] ?? null;
  return words !== null && occurrences(prompt, words).length > 0 ? words : null;
};
