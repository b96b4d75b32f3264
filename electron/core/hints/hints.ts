/** What may be wrong with prompts, against the canon and against one another. */
import type { Board } from '@core/board/index.js';
import { castOf, factsAt } from '@core/canon/index.js';
import type { CastMember } from '@core/claims/index.js';
import { canOf, PromptReading } from '@core/edits/index.js';
import { basePrompts } from '@shared/base-prompts.js';
import type { GeneratorCapability, ShotPrompt } from '@shared/contract/index.js';
import { dialectOfTake } from '@shared/dialect.js';
import { type Hint, type HintKind, hintKey } from '@shared/hint.js';
import { factsOnBoard } from '@shared/out-of-date/index.js';
import { byShot, dismissedBy, isInPlay, type PositionedFact, type Shot } from '@shared/records/index.js';
import { speaksOf } from '@shared/speaks-of.js';
import { type HintContext, namedIn, type Prompted } from './hint-context.js';
import { HINT_KINDS } from './kinds.js';

/** Milliseconds after which the thread is left to others. */
const SLICE = 8;

/** How far around a shot others are looked for whose prompts speak of the same fact, and how many are enough. */
const AROUND = 100;
const ENOUGH = 12;

type HintBoard = Pick<Board, 'review' | 'shots' | 'claimsOf'>;

/**
 * Of these prompts, in story order; of all other shots the prompts that they have count. Two shots that belong together
 * are told of once, at the later one. Dismissed hints stay away. The thread is left every few milliseconds.
 */
export async function hintsFor(
  board: HintBoard,
  prompts: readonly ShotPrompt[],
  capabilities: readonly GeneratorCapability[],
): Promise<Hint[]> {
  const reader = new HintReader(board, prompts, capabilities);
  const hints: Hint[] = [];
  let since = performance.now();
  for (const { id } of board.shots) {
    if (!reader.isAsked(id)) continue;
    hints.push(...reader.hintsOf(id));
    if (performance.now() - since < SLICE) continue;
    await new Promise((resolve) => setImmediate(resolve));
    since = performance.now();
  }
  return hints;
}

class HintReader {
  readonly #board: HintBoard;
  readonly #shots: readonly Shot[];
  readonly #at: ReadonlyMap<string, number>;
  readonly #typed: ReadonlyMap<string, string>;
  readonly #facts: readonly PositionedFact[];
  readonly #capabilities: readonly GeneratorCapability[];
  /** Who is there, by the facts that say so. */
  readonly #casts = new Map<string, readonly CastMember[]>();

  constructor(
    board: HintBoard,
    prompts: readonly ShotPrompt[],
    capabilities: readonly GeneratorCapability[],
  ) {
    this.#board = board;
    this.#shots = board.shots.filter(isInPlay);
    this.#at = new Map(this.#shots.map(({ id }, at) => [id, at]));
    this.#typed = new Map(prompts.map(({ shotId, prompt }) => [shotId, prompt]));
    this.#facts = factsOnBoard(board.review.records);
    this.#capabilities = capabilities;
  }

  isAsked(shotId: string): boolean {
    return this.#typed.has(shotId);
  }

  hintsOf(shotId: string): Hint[] {
    const shot = this.#shots[this.#at.get(shotId) ?? -1];
    const prompt = shot && this.#promptOf(shot);
    if (!shot || !prompt?.trim()) return [];
    const dismissed = new Set(byShot(this.#board.review.records.decision).get(shotId)?.map(dismissedBy));
    const context = this.#contextOf(shot, prompt);
    return (Object.keys(HINT_KINDS) as HintKind[]).flatMap((kind) => {
      const keyOf = (about: string) => ({ key: hintKey(kind, about) });
      return HINT_KINDS[kind](context, keyOf).flatMap(({ about, message, edit }): Hint[] => {
        const { key } = keyOf(about);
        return dismissed.has(key) ? [] : [{ key, kind, shotId, message, edit }];
      });
    });
  }

  #contextOf(shot: Shot, prompt: string): HintContext {
    const claims = this.#board.claimsOf(shot.id);
    const facts = factsAt(this.#facts, shot.position);
    const cast = this.#castOf(facts, shot.position);
    const take = this.#board.review.records.take[shot.pickId ?? ''];
    const dialect = dialectOfTake(take);
    let reading: PromptReading | null = null;
    return {
      shot,
      prompt,
      description: shot.description.trim() === prompt.trim() ? '' : shot.description,
      claims,
      facts,
      cast,
      neighbours: this.#neighboursOf(shot, cast),
      othersOf: (factId) => this.#othersOf(shot, factId),
      editing: () => {
        reading ??= new PromptReading(prompt, namedIn(prompt, cast), new Set());
        return {
          reading,
          negativePrompt: '',
          claims: new Map(claims.map((claim) => [claim.id, claim])),
          facts,
          styleBrief: '',
          dialect,
          can: canOf(this.#capabilities, dialect),
        };
      },
    };
  }

  #castOf(facts: readonly PositionedFact[], position: number): readonly CastMember[] {
    const key = facts.map(({ id }) => id).join(' ');
    const known = this.#casts.get(key) ?? castOf(facts, position);
    this.#casts.set(key, known);
    return known;
  }

  /** As it is typed or would be ordered; else what a suggestion would start from. */
  #promptOf(shot: Shot): string {
    const typed = this.#typed.get(shot.id);
    if (typed !== undefined) return typed;
    const take = this.#board.review.records.take[shot.pickId ?? ''];
    return take ? basePrompts({ shot, take }).prompt : shot.prompt || shot.description;
  }

  /** The shot before, and the one after where that is not asked about itself; as far as they belong together. */
  #neighboursOf(shot: Shot, cast: readonly CastMember[]): Prompted[] {
    const at = this.#at.get(shot.id) ?? 0;
    const [before, after] = [this.#shots[at - 1], this.#shots[at + 1]];
    return [before, after && !this.isAsked(after.id) ? after : undefined].flatMap((other) =>
      other && belongTogether(shot, other, cast) ? [{ shot: other, prompt: this.#promptOf(other) }] : [],
    );
  }

  /** The nearest first. */
  #othersOf(shot: Shot, factId: string): string[] {
    const at = this.#at.get(shot.id) ?? 0;
    const prompts: string[] = [];
    for (let by = 1; by <= AROUND && prompts.length < ENOUGH; by++)
      for (const other of [this.#shots[at - by], this.#shots[at + by]])
        if (other && this.#board.claimsOf(other.id).some((claim) => claim.factId === factId))
          prompts.push(this.#promptOf(other));
    return prompts;
  }
}

/** Of one scene; where no scenes are named, where they show somebody in common. */
function belongTogether(a: Shot, b: Shot, cast: readonly CastMember[]): boolean {
  if (a.scene !== null || b.scene !== null) return a.scene === b.scene;
  return cast.some((one) =>
    [a, b].every(({ description }) => speaksOf({ ...one, subject: 'character' }, description)),
  );
}

/** Of shots that automatic mode would order, as they are suggested. */
export const suggestedPrompts = (board: Pick<Board, 'shots' | 'suggestionFor'>): ShotPrompt[] =>
  board.shots.flatMap(({ id, status }) => {
    const suggestion = board.suggestionFor(id);
    const isOpen = status !== 'rejected' && status !== 'on-hold';
    return suggestion && isOpen ? [{ shotId: id, prompt: suggestion.prompt }] : [];
  });
