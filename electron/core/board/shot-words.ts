/** The claims of every shot, brought up to what its description and the canon say whenever one of those changes. */
import { claimsForShot, contentOf, factsAt, readingsFor } from '@core/canon/index.js';
import { descriptionReader } from '@core/claims/index.js';
import type { Review } from '@core/review/index.js';
import { type Claim, type RecordsDiff, type Shot, sameValue, type TableDiff } from '@shared/records/index.js';
import type { RowsBy } from './rows-by.js';
import type { Story } from './story.js';

/** What a shot's claims follow from. */
interface Basis {
  readonly description: string;
  /** The facts that hold there. */
  readonly canon: string;
}

type WordedReview = Pick<Review, 'records' | 'readOnly' | 'system' | 'canUndo'>;

/**
 * Shots whose claims go into the review at once, and the most times that this happens for all of a large board: each
 * time copies the table of claims.
 */
const AT_ONCE = 64;
const MOST_TIMES = 64;

export class ShotWords {
  readonly #review: WordedReview;
  readonly #story: Story;
  readonly #claims: RowsBy<Claim>;
  readonly #basis = new Map<string, Basis>();
  /** Shots whose descriptions are still to be read, and those whose claims are to be kept. */
  readonly #unread = new Set<string>();
  readonly #read = new Set<string>();

  /** `areDerived`: the review holds the claims of its shots already, as far as the program came that derived them. */
  constructor(review: WordedReview, story: Story, claims: RowsBy<Claim>, areDerived: boolean) {
    this.#review = review;
    this.#story = story;
    this.#claims = claims;
    this.#compare(story.shots);
    if (!areDerived) return;
    // A program that ended early left shots without claims; but whoever decides may have removed all of a shot's.
    const isTouched = review.canUndo !== null;
    for (const { id } of story.shots) if (isTouched || claims.of(id).length > 0) this.#unread.delete(id);
  }

  /** Every shot has the claims that follow from what it says. */
  get isDone(): boolean {
    return this.#unread.size === 0 && this.#read.size === 0;
  }

  /** Takes a change of the records, which has been made, into account. */
  follow({ shot, fact }: RecordsDiff): void {
    const isMoved = shot && Object.values(shot.updated).some(([from, to]) => from.position !== to.position);
    const isGrown = shot && Object.keys({ ...shot.added, ...shot.removed }).length > 0;
    if (fact || isMoved || isGrown) this.#compare(this.#story.shots);
    else if (shot) this.#compare(Object.values(shot.updated).map(([, to]) => to));
    if (this.#unread.size > AT_ONCE) this.#readAhead();
  }

  /** Reads one description, and now and then keeps the claims of those that were read. False when nothing was to do. */
  step(): boolean {
    if (this.isDone) return false;
    const [shotId] = this.#unread;
    if (shotId !== undefined) {
      this.#unread.delete(shotId);
      this.#read.add(shotId);
      // Reading takes the time, and is remembered.
      this.#claimsOf(shotId);
    }
    const enough = Math.max(AT_ONCE, this.#story.shots.length / MOST_TIMES);
    if (this.#unread.size === 0 || this.#read.size >= enough) this.#keep();
    return true;
  }

  /** So that `step` need not wait for each. What goes wrong is said there. */
  #readAhead(): void {
    const { shot, fact } = this.#review.records;
    const shots = [...this.#unread].flatMap((id) => shot[id] ?? []);
    const readings = readingsFor(shots, this.#story.positionedFacts(fact));
    void descriptionReader.prepare(readings).catch(() => undefined);
  }

  /** Notes what the shots say now; those that say something else are to be read. */
  #compare(shots: readonly Shot[]): void {
    if (this.#review.readOnly !== null) return;
    const facts = this.#story.positionedFacts(this.#review.records.fact);
    const canons = new Map<string, string>();
    for (const { id, position, description } of shots) {
      const holding = factsAt(facts, position);
      const ids = holding.map((fact) => fact.id).join(' ');
      const canon = canons.get(ids) ?? contentOf(holding);
      canons.set(ids, canon);
      const before = this.#basis.get(id);
      if (before?.description === description && before.canon === canon) continue;
      this.#basis.set(id, { description, canon });
      this.#unread.add(id);
    }
  }

  #claimsOf(shotId: string): Claim[] {
    const { shot: shots, fact } = this.#review.records;
    const shot = shots[shotId];
    return shot ? claimsForShot(shot, this.#story.positionedFacts(fact), this.#claims.of(shotId)) : [];
  }

  #keep(): void {
    const added: Record<string, Claim> = {};
    const updated: Record<string, [Claim, Claim]> = {};
    const removed: Record<string, Claim> = {};
    const shots = [...this.#read];
    for (const shotId of shots) {
      const before = new Map(this.#claims.of(shotId).map((claim) => [claim.id, claim]));
      for (const claim of this.#claimsOf(shotId)) {
        const known = before.get(claim.id);
        before.delete(claim.id);
        if (!known) added[claim.id] = claim;
        else if (!sameValue(known, claim)) updated[claim.id] = [known, claim];
      }
      for (const claim of before.values()) removed[claim.id] = claim;
    }
    const claim: TableDiff<Claim> = { added, updated, removed };
    this.#read.clear();
    try {
      this.#review.system('Derive claims', { claim });
    } catch (thrown) {
      for (const shotId of shots) this.#read.add(shotId);
      throw thrown;
    }
  }
}
