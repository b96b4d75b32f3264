/** What an approval is given for, as it stands. */
import { fingerprint } from '../fingerprint.js';
import { type Basis, holdsAt, type PositionedFact, type Shot, type Take } from '../records/index.js';
import { speaksOf } from '../speaks-of.js';
import type { ShotParts } from './shot-parts.js';

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

/**
 * The picture that lies where the take's picture lay: the take itself, the one that replaced it in the storyboard's
 * source, or the pick where the take is gone. Null where there is none.
 */
export function standsFor(
  { shot, takes }: Pick<ShotParts, 'shot' | 'takes'>,
  takeId: string | null,
): Take | null {
  const own = takes.find(({ id }) => id === (takeId ?? ''));
  if (!own) return takeId === null ? null : (takes.find(({ id }) => id === shot.pickId) ?? null);
  return takes.reduce((last, take) => (isNewer(take, last, shot.pickId) ? take : last), own);
}

const isNewer = (take: Take, last: Take, pickId: string | null): boolean =>
  take.origin.kind === 'imported' &&
  last.origin.kind === 'imported' &&
  take.path === last.path &&
  (take.createdAt > last.createdAt || (take.createdAt === last.createdAt && take.id === pickId));

/** `answers`: keys of the findings that it is to mend. */
export const basisOf = (parts: ShotParts, takeId: string | null, answers: readonly string[] = []): Basis => ({
  ...wordsNow(parts),
  picture: standsFor(parts, takeId)?.sha256 ?? null,
  answers: [...answers],
});
