/** The claims of one shot: what its description says, what the canon adds, and what the artist made of them. */
import { type Asked, partsOf, readClaims, statementOf } from '@core/claims/index.js';
import type { Claim, ClaimKind, Fact, PositionedFact, Shot } from '@shared/records/index.js';
import { speaksOf } from '@shared/speaks-of.js';
import { claimId } from './claim-id.js';
import { castOf, factsAt } from './facts.js';

interface Derived extends Omit<Claim, 'muted'> {}

/** The fact that says just this. */
const factFor = (facts: readonly Fact[], text: string): Fact | undefined =>
  facts.find((fact) => fact.statement === text);

/** What a fact is asked as. */
const KINDS: Readonly<Record<Fact['subject'], ClaimKind>> = {
  character: 'attribute',
  prop: 'attribute',
  place: 'place',
  style: 'style',
};

/** What is read for the claims of these shots, so that it can be read ahead. */
export const readingsFor = (
  shots: readonly Pick<Shot, 'position' | 'description'>[],
  facts: readonly PositionedFact[],
): Asked[] =>
  shots.map(({ position, description }) => ({ text: description, cast: castOf(facts, position) }));

function derive(
  shot: Pick<Shot, 'id' | 'position' | 'description'>,
  all: readonly PositionedFact[],
): Derived[] {
  const facts = factsAt(all, shot.position);
  const extracted = readClaims(shot.description, castOf(all, shot.position));
  const ids = extracted.map((claim) => claimId(shot.id, claim.kind, claim.text, claim.negated));
  const derived: Derived[] = extracted.map((claim, i) => ({
    id: ids[i] as string,
    shotId: shot.id,
    kind: claim.kind,
    text: claim.text,
    ...partsOf(claim),
    parents: claim.parents.map((parent) => ids[parent] as string),
    span: claim.canonOf === null && claim.span ? [claim.span[0], claim.span[1]] : null,
    weight: claim.weight,
    negated: claim.negated,
    source: claim.canonOf === null ? 'description' : 'canon',
    factId: claim.negated ? null : (factFor(facts, claim.text)?.id ?? null),
  }));
  const texts = new Set(derived.map((claim) => claim.text));
  for (const fact of facts) {
    if (texts.has(fact.statement) || !speaksOf(fact, shot.description)) continue;
    const { text, negated, noun, parts } = statementOf(fact.statement);
    if (texts.has(text)) {
      // Where a thing goes, the words still speak of it.
      if (!negated || fact.from === shot.position) continue;
      // Further on "looks for the crown" asks for no crown; "the crown lies there" stands against the canon, and both are asked.
      const named = derived.findIndex((claim) => claim.text === text && claim.kind === 'entity');
      if (derived[named]?.negated) continue;
      const isThere = derived.some(
        ({ kind, subject, object, source }) =>
          kind !== 'entity' && (subject === noun || object === noun) && source === 'description',
      );
      if (named >= 0 && !isThere) derived.splice(named, 1);
    }
    texts.add(text);
    const kind = negated ? 'entity' : KINDS[fact.subject];
    // What is gone hangs on nothing, and style and place hang on nobody.
    const parent =
      kind === 'attribute'
        ? derived.find(({ subject }) => noun === subject || noun.endsWith(` ${subject}`))
        : undefined;
    derived.push({
      id: claimId(shot.id, kind, text, negated),
      shotId: shot.id,
      kind,
      text,
      ...parts,
      parents: parent ? [parent.id] : [],
      span: null,
      weight: 1,
      negated,
      source: 'canon',
      factId: fact.id,
    });
  }
  return derived;
}

/**
 * `existing` are the claims the shot has now. What the artist changed of a derived claim stays (muted, weight,
 * words); a claim the artist added or reworded, or the storyboard's source states in another field, stays even
 * when the description no longer says it. No two claims say the same.
 */
export function claimsForShot(
  shot: Pick<Shot, 'id' | 'position' | 'description'>,
  facts: readonly PositionedFact[],
  existing: readonly Claim[],
): Claim[] {
  const before = new Map(existing.map((claim) => [claim.id, claim]));
  const result: Claim[] = [];
  const said = new Set<string>();
  const keep = (claim: Claim): void => {
    const key = `${claim.negated ? 'no ' : ''}${claim.text}`;
    if (said.has(key)) return;
    said.add(key);
    result.push(claim);
  };
  // Reworded claims keep their derived id and carry the artist as their source.
  for (const claim of existing)
    if (claim.source === 'artist') said.add(`${claim.negated ? 'no ' : ''}${claim.text}`);
  for (const claim of derive(shot, facts)) {
    const known = before.get(claim.id);
    if (known?.source === 'artist') {
      result.push({
        ...claim,
        text: known.text,
        ...statementOf(known.text).parts,
        weight: known.weight,
        muted: known.muted,
        negated: known.negated,
        source: 'artist',
      });
      before.delete(claim.id);
    } else if (known) {
      const source = known.source === 'file' ? 'file' : claim.source;
      keep({ ...claim, weight: known.weight, muted: known.muted, source });
    } else keep({ ...claim, muted: false });
  }
  for (const claim of existing)
    if (claim.source === 'file')
      keep({ ...claim, span: null, factId: factFor(facts, claim.text)?.id ?? null });
  for (const claim of existing)
    if (claim.source === 'artist' && before.has(claim.id))
      result.push({ ...claim, ...statementOf(claim.text).parts });
  const ids = new Set(result.map((claim) => claim.id));
  return result.map((claim) => ({ ...claim, parents: claim.parents.filter((parent) => ids.has(parent)) }));
}
