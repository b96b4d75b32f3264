/** How each statement fares on the picks of a board: kept shot by shot, so that one change touches little. */
import type { Elsewhere, Showing } from '@core/findings/index.js';
import { medianWithout } from '@core/measures/index.js';
import type { Verdict } from '@shared/analysis.js';
import { medianOfSorted } from '@shared/median.js';
import { rankBy, rankIn } from '@shared/rank-in.js';
import type { Claim } from '@shared/records/index.js';

/** What a pick says of one statement. There are a hundred thousand on a large board: what they share lies elsewhere. */
interface Said {
  readonly statement: Statement;
  /** One for all that a pick says. */
  of: Pick<Showing, 'shotId' | 'takeId'>;
  verdict: Judged;
}

/** Of a verdict; p is a number. */
type Judged = Pick<Verdict, 'p' | 'outcome'>;

/** What says the same: "no dog" that holds is not a dog that is seen. */
type Words = Pick<Claim, 'kind' | 'text' | 'negated'>;

/** What the picks say of one statement. */
export interface Statement {
  readonly said: Said[];
  /** Every p, lowest first. */
  readonly ps: number[];
  holds: number;
  /** The three that show it best; null = not worked out since it last changed. One of them may be who asks. */
  best: readonly Said[] | null;
  /** Those on which it passes, in story order; null = nobody has asked since the order changed. */
  passing: Said[] | null;
}

/** A pick with what was asked of it and what the judge said. */
interface Answered {
  readonly takeId: string;
  readonly claims: readonly Claim[];
  readonly verdicts: readonly Verdict[];
}

export class Statements {
  readonly #statements = new Map<string, Map<string, Statement>>();
  /** A list, since a map for each shot would take ten times as much. */
  readonly #ofShot = new Map<string, readonly Said[]>();
  readonly #positionOf: (shotId: string) => number;

  /** `positionOf`: of a shot in the story. */
  constructor(positionOf: (shotId: string) => number) {
    this.#positionOf = positionOf;
  }

  /** Never twice the same object for one statement, nor one for two. */
  get({ kind, text, negated }: Words): Statement {
    const form = negated ? `no ${kind}` : kind;
    const ofKind = this.#statements.get(form) ?? new Map<string, Statement>();
    this.#statements.set(form, ofKind);
    const known = ofKind.get(text);
    if (known) return known;
    const made: Statement = { said: [], ps: [], holds: 0, best: null, passing: null };
    ofKind.set(text, made);
    return made;
  }

  /** What a shot's pick says now; null for a shot that has none. Returns the statements that fare otherwise. */
  put(shotId: string, pick: Answered | null): Statement[] {
    const before = this.#ofShot.get(shotId) ?? [];
    const known = new Map(before.map((said) => [said.statement, said]));
    const after = sayings(shotId, pick, (claim) => this.get(claim)).map((said) => {
      const old = known.get(said.statement);
      if (!isSame(said, old)) return said;
      // Else it would hold the verdicts of before.
      old.of = said.of;
      old.verdict = said.verdict;
      return old;
    });
    const kept = new Set(after);
    const changed: Statement[] = [];
    for (const said of before) {
      if (kept.has(said)) continue;
      withdraw(said);
      changed.push(said.statement);
    }
    for (const said of after) {
      const old = known.get(said.statement);
      if (said === old) continue;
      this.#enter(said);
      if (!old) changed.push(said.statement);
    }
    if (after.length > 0) this.#ofShot.set(shotId, after);
    else this.#ofShot.delete(shotId);
    return changed;
  }

  /** On every shot but this one. */
  elsewhere(shotId: string, statement: Statement): Elsewhere {
    const own = this.#ofShot.get(shotId)?.find((said) => said.statement === statement);
    const shots = statement.said.length - (own ? 1 : 0);
    statement.best ??= this.#bestOf(statement);
    return {
      shots,
      holds: statement.holds - (own && passes(own) ? 1 : 0),
      median: shots === 0 ? 0 : own ? medianWithout(statement.ps, pOf(own)) : medianOfSorted(statement.ps),
      best: statement.best
        .filter(({ of }) => of.shotId !== shotId)
        .slice(0, 2)
        .map(showing),
    };
  }

  /** The nearest shot before this one on which it passes, and how far back; null = there is none. */
  lastBefore(shotId: string, statement: Statement): (Showing & { readonly ago: number }) | null {
    statement.passing ??= statement.said.filter(passes).sort((a, b) => this.#placeOf(a) - this.#placeOf(b));
    const own = this.#positionOf(shotId);
    const last = statement.passing[this.#rankOf(own, statement.passing) - 1];
    if (!last) return null;
    return { ...showing(last), ago: own - this.#placeOf(last) };
  }

  /** How many of them, which are in story order, lie before that position. */
  #rankOf(position: number, passing: readonly Said[]): number {
    return rankBy(passing, position, this.#placeOf);
  }

  #placeOf = ({ of }: Said): number => this.#positionOf(of.shotId);

  /** After the story's order changed. */
  reorder(): void {
    for (const ofKind of this.#statements.values())
      for (const statement of ofKind.values()) statement.passing = null;
  }

  /** After the story's order changed: whether of equals others are the best now. */
  isReordered(statement: Statement): boolean {
    const { best } = statement;
    if (!best) return true;
    statement.best = this.#bestOf(statement);
    return statement.best.some((one, at) => one !== best[at]);
  }

  #enter(said: Said): void {
    const { statement } = said;
    const p = pOf(said);
    statement.said.push(said);
    statement.ps.splice(rankIn(statement.ps, p), 0, p);
    statement.best = null;
    if (!passes(said)) return;
    statement.holds++;
    statement.passing?.splice(this.#rankOf(this.#placeOf(said), statement.passing), 0, said);
  }

  #bestOf({ said }: Statement): Said[] {
    const best: Said[] = [];
    for (const one of said) {
      if (best.length === 3 && !this.#isBetter(one, best[2] as Said)) continue;
      const at = best.findIndex((other) => this.#isBetter(one, other));
      best.splice(at < 0 ? best.length : at, 0, one);
      if (best.length > 3) best.pop();
    }
    return best;
  }

  #isBetter(a: Said, b: Said): boolean {
    const [p, other] = [pOf(a), pOf(b)];
    return p > other || (p === other && this.#placeOf(a) < this.#placeOf(b));
  }
}

/** Of two claims of a shot that say the same the first counts. */
function sayings(shotId: string, pick: Answered | null, statementOf: (words: Words) => Statement): Said[] {
  if (!pick) return [];
  const of = { shotId, takeId: pick.takeId };
  const claims = new Map(pick.claims.map((claim) => [claim.id, claim]));
  const met = new Set<Statement>();
  const said: Said[] = [];
  for (const verdict of pick.verdicts) {
    const claim = claims.get(verdict.claimId);
    if (!claim) continue;
    const statement = statementOf(claim);
    if (met.has(statement)) continue;
    met.add(statement);
    if (verdict.p !== null) said.push({ statement, of, verdict });
  }
  return said;
}

const pOf = ({ verdict }: Said): number => verdict.p ?? 0;
const passes = ({ verdict }: Said): boolean => verdict.outcome === 'pass';
const showing = (said: Said): Showing => ({ ...said.of, p: pOf(said) });

const isSame = (a: Said, b: Said | undefined): b is Said =>
  b !== undefined && a.of.takeId === b.of.takeId && pOf(a) === pOf(b) && passes(a) === passes(b);

function withdraw(said: Said): void {
  const { statement } = said;
  statement.said.splice(statement.said.indexOf(said), 1);
  statement.ps.splice(rankIn(statement.ps, pOf(said)), 1);
  statement.best = null;
  if (!passes(said)) return;
  statement.holds--;
  statement.passing?.splice(statement.passing.indexOf(said), 1);
}
