/** What is known of every take by itself, and which takes wait for something. */
import type { Review } from '@core/review/index.js';
import { type Claim, sameValue, type Take } from '@shared/records/index.js';
import { judgementKey } from './judgement-key.js';
import type { RowsBy } from './rows-by.js';
import { type Sight, type SightInput, seenMeasures, sightOf } from './sight.js';
import type { Spotted } from './spotted.js';

export type Known = Pick<Review, 'records' | 'judgement' | 'isJudged' | 'judgedFeatures' | 'measures'>;

/** Who is asked, and what. */
export interface Asking extends Required<Pick<SightInput, 'judge' | 'word' | 'slips'>> {
  /** Null where no eye looked. */
  readonly spottedIn: (take: Take) => Spotted | null;
}

export class Sights {
  readonly #known: Known;
  readonly #claims: RowsBy<Claim>;
  readonly #sights = new Map<string, Sight>();
  readonly #waiting = new Set<string>();
  /** Pictures that were measured since their takes were looked at. */
  readonly #remeasured = new Set<string>();

  constructor(known: Known, claims: RowsBy<Claim>) {
    this.#known = known;
    this.#claims = claims;
  }

  get(takeId: string): Sight | null {
    return this.#sights.get(takeId) ?? null;
  }

  /** Takes of which something is still to be measured or asked, as far as they have been looked at. */
  get waiting(): ReadonlySet<string> {
    return this.#waiting;
  }

  /** What was measured of the take's picture has changed. */
  measured(takeId: string): void {
    this.#remeasured.add(takeId);
  }

  /** Looks again. Null for a take that is not there any more. What has not changed keeps its identity. */
  look(takeId: string, { judge, word, slips, spottedIn }: Asking): Sight | null {
    const { records } = this.#known;
    const take = records.take[takeId];
    const shot = take && records.shot[take.shotId];
    const before = this.#sights.get(takeId);
    if (!take || !shot) {
      this.#sights.delete(takeId);
      this.#waiting.delete(takeId);
      return null;
    }
    const { measures, writing } = this.#measuresOf(take, before);
    const sight = sightOf({
      take,
      shot,
      judge,
      word,
      slips,
      claims: this.#claims.of(shot.id),
      measures,
      writing,
      spotted: spottedIn(take),
      judgement: judge && this.#known.judgement(judgementKey(take, judge)),
    });
    const kept = before ? keeping(before, sight) : sight;
    this.#sights.set(takeId, kept);
    if (kept.waits) this.#waiting.add(takeId);
    else this.#waiting.delete(takeId);
    return kept;
  }

  #measuresOf(take: Take, before: Sight | undefined): Pick<Sight, 'measures' | 'writing'> {
    if (before?.measures && !this.#remeasured.has(take.id)) return before;
    this.#remeasured.delete(take.id);
    const measures = this.#known.measures(take.sha256);
    const seen = measures && seenMeasures(measures);
    return {
      // What is written in a picture is kept with its measures, and nothing is compared in that.
      measures: before && sameValue(before.measures, seen) ? before.measures : seen,
      writing: measures?.writing ?? null,
    };
  }
}

function keeping(before: Sight, after: Sight): Sight {
  const verdicts = sameValue(before.verdicts, after.verdicts) ? before.verdicts : after.verdicts;
  const slips = sameValue(before.slips, after.slips) ? before.slips : after.slips;
  const composed = sameValue(before.composed, after.composed) ? before.composed : after.composed;
  const counts = sameValue(before.counts, after.counts) ? before.counts : after.counts;
  return { ...after, verdicts, slips, composed, counts };
}
