/** What holds at one point of the story. */
import { type CastMember, statementOf } from '@core/claims/index.js';
import { type Fact, holdsAt, type PositionedFact } from '@shared/records/index.js';

export const factsAt = (facts: readonly PositionedFact[], position: number): PositionedFact[] =>
  facts.filter((fact) => holdsAt(fact, position));

/** What facts say, wherever they hold: equal where nothing that follows from them differs. */
export const contentOf = (facts: readonly Fact[]): string =>
  JSON.stringify(
    facts.map(({ id, subject, name, statement, aliases }) => [id, subject, name, statement, aliases]),
  );

/** "a girl" says who she is, not how she looks. */
function saysOnlyWho(statement: string): boolean {
  const { subject, attribute, relation } = statementOf(statement).parts;
  return subject !== null && attribute === null && relation === null;
}

/** The characters as they look at this position; each with every statement that holds then. */
export function castOf(facts: readonly PositionedFact[], position: number): CastMember[] {
  const members = new Map<string, CastMember & { statements: string[]; aliases: string[] }>();
  for (const fact of factsAt(facts, position)) {
    if (fact.subject !== 'character') continue;
    const member = members.get(fact.name) ?? {
      name: fact.name,
      aliases: [],
      noun: statementOf(fact.statement).noun,
      statements: [],
    };
    for (const alias of fact.aliases) if (!member.aliases.includes(alias)) member.aliases.push(alias);
    if (!saysOnlyWho(fact.statement)) member.statements.push(fact.statement);
    members.set(fact.name, member);
  }
  return [...members.values()];
}
