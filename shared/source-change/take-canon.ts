/** What a source says of the story's world, and in fields beside its descriptions, after it changed. */
import { byShot, type Claim, type Fact, type Records, type Shot } from '../records/index.js';
import type { SourceBase } from './change.js';
import { byId, free, put } from './rows.js';

const keyOfFact = ({ subject, name, statement, firstShotId, lastShotId }: Fact): string =>
  JSON.stringify([subject, name, statement, firstShotId, lastShotId]);

/** Of the source, by the ids that its shots have here. */
export function factsHere(source: Records, idOf: (id: string) => string): Fact[] {
  const here = (id: string | null) => (id === null ? null : idOf(id));
  return Object.values(source.fact).map((fact) => ({
    ...fact,
    firstShotId: here(fact.firstShotId),
    lastShotId: here(fact.lastShotId),
  }));
}

/** The facts that the source adds come, and those that it no longer has go. */
export function takeFacts(
  facts: Readonly<Record<string, Fact>>,
  now: readonly Fact[],
  base: SourceBase,
): Record<string, Fact> {
  const then = new Set(Object.values(base.fact).map(keyOfFact));
  const still = new Set(now.map(keyOfFact));
  const isKept = (fact: Fact) =>
    fact.origin === 'artist' || !then.has(keyOfFact(fact)) || still.has(keyOfFact(fact));
  const all = byId(Object.values(facts).filter(isKept));
  const known = new Set(Object.values(all).map(keyOfFact));
  for (const fact of now)
    if (!then.has(keyOfFact(fact)) && !known.has(keyOfFact(fact)))
      put(all, { ...fact, id: free(fact.id, facts, all) });
  return all;
}

export function takeStoryboard(before: Records, source: Records, base: SourceBase): Records['storyboard'] {
  const [mine] = Object.values(before.storyboard);
  const [now] = Object.values(source.storyboard);
  if (!mine || !now) return before.storyboard;
  const [then = mine] = Object.values(base.storyboard);
  const changed = (field: 'title' | 'styleBrief') => (then[field] === now[field] ? mine[field] : now[field]);
  return {
    [mine.id]: { ...mine, title: changed('title'), styleBrief: changed('styleBrief'), source: now.source },
  };
}

/** What fields of the source state of a shot is taken from it; the other claims of shots that are left stay. */
export function takeClaims(
  before: Records,
  source: Records,
  shots: Readonly<Record<string, Shot>>,
  idOf: (id: string) => string,
): Record<string, Claim> {
  const keyOf = ({ kind, text, negated }: Claim) => JSON.stringify([kind, text, negated]);
  const kept = Object.values(before.claim).filter(
    ({ source, shotId }) => shots[shotId] && (source !== 'file' || shots[shotId].added),
  );
  const claims = Object.fromEntries(kept.map((claim) => [claim.id, claim]));
  for (const [shotId, all] of byShot(source.claim)) {
    const id = idOf(shotId);
    const stated = all.filter((claim) => claim.source === 'file');
    const old = new Map(
      (byShot(before.claim).get(id) ?? [])
        .filter((claim) => claim.source === 'file')
        .map((claim) => [keyOf(claim), claim]),
    );
    const ids = new Map(
      stated.map((claim) => [claim.id, old.get(keyOf(claim))?.id ?? free(claim.id, before.claim, claims)]),
    );
    for (const claim of stated)
      put(
        claims,
        old.get(keyOf(claim)) ?? {
          ...claim,
          id: ids.get(claim.id) as string,
          shotId: id,
          parents: claim.parents.map((parent) => ids.get(parent) ?? parent),
        },
      );
  }
  return claims;
}
