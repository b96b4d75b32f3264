import type { Known } from '@core/brand/index.js';
import type { Review } from '@core/review/index.js';
import { judgementKey } from './judgement-key.js';
import type { SeenMeasures, Sight } from './sight.js';
import type { Compared } from './yardsticks.js';

/**
 * A take as it is compared with others. What the judge's vision tower saw of it, most of what is known of a take, is
 * not kept but read when it is asked for.
 */
export class ComparedTake implements Compared {
  readonly #sight: Sight;
  readonly #review: Pick<Review, 'judgedFeatures'>;
  readonly measures: SeenMeasures;

  constructor(sight: Sight, measures: SeenMeasures, review: Pick<Review, 'judgedFeatures'>) {
    this.#sight = sight;
    this.#review = review;
    this.measures = measures;
  }

  get takeId(): string {
    return this.#sight.take.id;
  }

  get sha256(): string {
    return this.#sight.take.sha256;
  }

  get scene(): string | null {
    return this.#sight.scene;
  }

  get regenerated(): boolean {
    return this.#sight.take.origin.kind === 'regenerated';
  }

  get description(): string {
    return this.#sight.description;
  }

  get features(): SeenMeasures['features'] {
    return this.measures.features;
  }

  /** What the brand's style is told by. */
  get known(): Known {
    const { measures } = this;
    const frame = this;
    return {
      features: measures.features,
      measures: measures.version,
      judge: this.towerName === '' ? '' : (this.#sight.heard?.judgeVersion ?? ''),
      get tower() {
        return frame.tower;
      },
    };
  }

  /** What the brand's style is told by was the same. */
  isKnownLike(other: ComparedTake): boolean {
    const isSeenAlike = this.towerName === other.towerName && this.known.judge === other.known.judge;
    return isSeenAlike && this.measures === other.measures;
  }

  get towerName(): string {
    return this.#sight.heard?.tower ?? '';
  }

  get tower(): ArrayLike<number> {
    const { take, heard } = this.#sight;
    if (!heard || heard.tower === '') return [];
    return this.#review.judgedFeatures(judgementKey(take, { version: heard.judgeVersion })) ?? [];
  }
}
