/** The suggestion for every shot, made anew only when something that went into it has changed. */
import { createHash } from 'node:crypto';
import { contentOf, factsAt } from '@core/canon/index.js';
import { suggest } from '@core/suggestions/index.js';
import type { Finding, Suggestion } from '@shared/analysis.js';
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
    return this.#made.get(shotId)?.suggestion ?? null;
  }

  /** True when the suggestion is another one. `tries`: takes that were made from the pick. */
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
      take,
      shot.description,
      shot.prompt,
      shot.negativePrompt,
      claims,
      verdicts,
      lost.join(),
      // What edits may read of a finding; its evidence shifts with every other shot.
      nameOf(open.map(({ key, kind, claimIds, factId }) => [key, kind, claimIds, factId])),
      tags.map(({ id }) => id).join(),
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
    const isSame = sameValue(made, before?.suggestion ?? null);
    this.#made.set(shot.id, { of, suggestion: isSame ? (before?.suggestion ?? null) : made });
    return !isSame;
  }

  /** True when there was one. */
  remove(shotId: string): boolean {
    const had = this.of(shotId) !== null;
    this.#made.delete(shotId);
    return had;
  }

  /** By shot, in the order in which shots are given. */
  all(shots: readonly Shot[]): Record<string, Suggestion> {
    return Object.fromEntries(
      shots.flatMap(({ id }) => {
        const suggestion = this.of(id);
        return suggestion ? [[id, suggestion]] : [];
      }),
    );
  }

  #canonOf(content: string): number {
    const known = this.#canons.get(content) ?? this.#canons.size;
    this.#canons.set(content, known);
    return known;
  }
}

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
