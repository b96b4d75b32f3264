import type { CanonOffer } from '@shared/canon-offer.js';
import type { Fact } from '@shared/records/index.js';
import { newId, send } from '../../link/index.js';

type Said = Pick<Fact, 'subject' | 'name' | 'statement'> & Partial<Fact>;

/** A new fact; for the whole story unless it says otherwise. */
export const newFact = (said: Said): Fact => ({
  id: newId(),
  aliases: [],
  firstShotId: null,
  lastShotId: null,
  origin: 'artist',
  ...said,
});

/** As one step of undo. True when the host took it. */
export function putFacts(facts: readonly Fact[]): Promise<boolean> {
  const commands = facts.map((fact) => ({ type: 'put-fact' as const, fact }));
  const [only] = commands;
  if (!only) return Promise.resolve(true);
  return send(commands.length === 1 ? only : { type: 'bulk', commands });
}

export const keepOffers = (offers: readonly CanonOffer[], facts: readonly Fact[]): Promise<boolean> =>
  putFacts(
    offers.map(({ subject, name, statement }) =>
      newFact({ subject, name, statement, aliases: aliasesOf(facts, subject, name), origin: 'majority' }),
    ),
  );

/** What the subject is also called: the same in each of its facts. */
export const aliasesOf = (facts: readonly Fact[], subject: Fact['subject'], name: string): string[] => [
  ...new Set(
    facts.filter((one) => one.subject === subject && one.name === name).flatMap(({ aliases }) => aliases),
  ),
];
