/** What an approval is given for, as it stands. */
import { fingerprint } from '../fingerprint.js';
import {
  type Basis,
  type GivenReference,
  holdsAt,
  type PositionedFact,
  type Shot,
} from '../records/index.js';
import { speaksOf } from '../speaks-of.js';
import type { ShotParts } from './shot-parts.js';
import { standsFor } from './stands-for.js';

/** The part of a basis that a shot and the canon give. */
type Words = Pick<Basis, 'description' | 'prompt' | 'canon'>;

interface Known {
  readonly facts: readonly PositionedFact[];
  readonly words: Words;
}

/** Shots are never changed in place, and reading the canon for one takes time. */
const known = new WeakMap<Shot, Known>();

export function wordsNow({ shot, facts }: Pick<ShotParts, 'shot' | 'facts'>): Words {
  const before = known.get(shot);
  if (before?.facts === facts) return before.words;
  const words = {
    description: fingerprint(shot.description),
    prompt: fingerprint(JSON.stringify([shot.prompt, shot.negativePrompt])),
    canon: canonOf(shot, facts),
  };
  known.set(shot, { facts, words });
  return words;
}

function canonOf({ position, description }: Shot, facts: readonly PositionedFact[]): [string, string][] {
  const said = new Map<string, string[]>();
  for (const fact of facts) {
    if (!holdsAt(fact, position) || !speaksOf(fact, description)) continue;
    const { subject, name, statement, aliases } = fact;
    said.set(name, [...(said.get(name) ?? []), JSON.stringify([subject, statement, aliases])]);
  }
  return [...said]
    .map(([name, all]): [string, string] => [name, fingerprint(all.sort().join('\n'))])
    .sort(([a], [b]) => (a < b ? -1 : 1));
}

/** `answers`: keys of the findings that it is to mend. `references`: what it should look like. */
export const basisOf = (
  parts: ShotParts,
  takeId: string | null,
  answers: readonly string[] = [],
  references: readonly GivenReference[] = [],
): Basis => ({
  ...wordsNow(parts),
  picture: standsFor(parts, takeId)?.sha256 ?? null,
  answers: [...answers],
  ...(references.length > 0 && { references: [...references] }),
});
