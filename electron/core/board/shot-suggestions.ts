/** The suggestion for every shot, made anew only when something that went into it has changed. */
import { createHash } from 'node:crypto';
import { contentOf, factsAt } from '@core/canon/index.js';
import { suggest } from '@core/suggestions/index.js';
import { type Finding, type Suggested, type Suggestion, suggestionIn } from '@shared/analysis.js';
import type { GeneratorCapability } from '@shared/contract/index.js';
import { dialectOfTake } from '@shared/dialect.js';
import { type PositionedFact, type Shot, sameValue } from '@shared/records/index.js';
import { openAmong } from '@shared/severity.js';
import type { Tag } from '@shared/tags.js';
import type { Sight } from './sight.js';

interface Made {
  readonly of: readonly unknown[];
  readonly suggestion: Suggestion | null;
}

/** Short, since thousands are kept. */
const nameOf = (value: unknown): string => createHash('sha1').update(JSON.stringify(value)).digest('base64');

export class ShotSuggestions {
  readonly #made = new Map<string, Made>();
  /** Facts that hold together, by their content. */
  readonly #canons = new Map<string, number>();

  /** Shots with a suggestion. */
  get shots(): Iterable<string> {
    return this.#made.keys();
  }

  of(shotId: string): Suggestion | null {
    return suggestionIn(this.known(shotId));
  }

  /** The same; 'none' = it was looked for, and there is none; null = it was not, or nothing is open that one would answer. */
  known(shotId: string): Suggested | null {
    const made = this.#made.get(shotId);
    return made ? (made.suggestion ?? 'none') : null;
  }

  /**
   * Something else is open now: that nothing can be suggested was said of what was open before. A suggestion stays until
   * the next one is known. True when that there is none is no longer known.
   */
  opened(shotId: string, findings: readonly Finding[], tags: () => readonly Tag[]): boolean {
    const made = this.#made.get(shotId);
    if (!made || made.suggestion) return false;
    const of = openParts(openAmong(findings), tags());
    return of.some((part, at) => part !== made.of[at]) && this.#made.delete(shotId);
  }

  /** True when the suggestion is another one, or it is now known that there is none. `tries`: takes that were made from the pick. */
  put(
    shot: Shot,
    pick: Sight,
    tries: readonly Sight[],
    findings: readonly Finding[],
    tags: readonly Tag[],
    facts: readonly PositionedFact[],
    styleBrief: string,
    capabilities: readonly GeneratorCapability[],
  ): boolean {
    const open = openAmong(findings);
    // A suggestion needs something to answer, and reading a prompt takes time.
    if (open.length === 0 && tags.length === 0) return this.remove(shot.id);
    const { take, claims, verdicts } = pick;
    const lost = lostIn(tries, pick);
    const of = [
      ...openParts(open, tags),
      take,
      shot.description,
      shot.prompt,
      shot.negativePrompt,
      claims,
      verdicts,
      lost.join(),
      this.#canonOf(contentOf(factsAt(facts, shot.position))),
      styleBrief,
      capabilities,
    ];
    const before = this.#made.get(shot.id);
    if (before && of.every((part, at) => part === before.of[at])) return false;
    const dialect = dialectOfTake(take);
    const made = suggest({
      shot,
      take,
      claims,
      verdicts,
      findings: open,
      lost,
      tags,
      facts,
      styleBrief,
      capabilities,
      dialect,
    });
    const isSame = before !== undefined && sameValue(made, before.suggestion);
    this.#made.set(shot.id, { of, suggestion: isSame ? before.suggestion : made });
    return !isSame;
  }

  /** True when there was one, or it was known that there is none. */
  remove(shotId: string): boolean {
    return this.#made.delete(shotId);
  }

  /** By shot, in the order in which shots are given. */
  all(shots: readonly Shot[]): Record<string, Suggested> {
    return Object.fromEntries(
      shots.flatMap(({ id }) => {
        const known = this.known(id);
        return known ? [[id, known]] : [];
      }),
    );
  }

  #canonOf(content: string): number {
    const known = this.#canons.get(content) ?? this.#canons.size;
    this.#canons.set(content, known);
    return known;
  }
}

/** Names what a suggestion answers. */
const openParts = (open: readonly Finding[], tags: readonly Tag[]): [findings: string, tags: string] => [
  // What edits may read of a finding; its evidence shifts with every other shot.
  nameOf(open.map(({ key, kind, claimIds, factId }) => [key, kind, claimIds, factId])),
  tags.map(({ id }) => id).join(),
];

/** Ids of claims that hold on the pick and not on every try, in their order. */
function lostIn(tries: readonly Sight[], { claims, verdicts }: Sight): string[] {
  const failed = new Set(
    tries.flatMap(({ verdicts: all }) =>
      all.flatMap(({ claimId, outcome }) => (outcome === 'fail' ? [claimId] : [])),
    ),
  );
  if (failed.size === 0) return [];
  const muted = new Set(claims.flatMap(({ id, muted: isMuted }) => (isMuted ? [id] : [])));
  return verdicts.flatMap(({ claimId, outcome }) =>
    outcome === 'pass' && failed.has(claimId) && !muted.has(claimId) ? [claimId] : [],
  );
}
