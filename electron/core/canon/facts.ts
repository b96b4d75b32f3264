/** What holds at one point of the story. */
import { type CastMember, extractClaims } from '@core/claims/index.js';
import type { PlacedFact } from '@shared/records/index.js';

export const holdsAt = (fact: Pick<PlacedFact, 'from' | 'to'>, position: number): boolean =>
  (fact.from === null || fact.from <= position) && (fact.to === null || position <= fact.to);

export const factsAt = (facts: readonly PlacedFact[], position: number): PlacedFact[] =>
  facts.filter((fact) => holdsAt(fact, position));

const nouns = new Map<string, string>();

/** "a girl in a red coat" → "girl", "a brown dog" → "dog". */
export function nounOf(statement: string): string {
  const known = nouns.get(statement);
  if (known !== undefined) return known;
  const entity = extractClaims(statement).find((claim) => claim.kind === 'entity' && !claim.negated);
  const noun = (entity?.text ?? statement).replace(/^(?:an?|the) /, '');
  nouns.set(statement, noun);
  return noun;
}

/** The characters as they look at this position; each with every statement that holds then. */
export function castOf(facts: readonly PlacedFact[], position: number): CastMember[] {
  const members = new Map<string, CastMember & { statements: string[]; aliases: string[] }>();
  for (const fact of factsAt(facts, position)) {
    if (fact.subject !== 'character') continue;
    const member = members.get(fact.name) ?? {
      name: fact.name,
      aliases: [],
      noun: nounOf(fact.statement),
      statements: [],
    };
    for (const alias of fact.aliases) if (!member.aliases.includes(alias)) member.aliases.push(alias);
    // "a girl" alone says what she is, not how she looks.
    if (fact.statement.replace(/^(?:an?|the) /, '') !== member.noun) member.statements.push(fact.statement);
    members.set(fact.name, member);
  }
  return [...members.values()];
}
