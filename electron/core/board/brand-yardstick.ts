/** The brand's style as this board knows it: learned anew when an example, or what is known of one, has changed. */
import {
  type BrandScore,
  type BrandScorer,
  brandScorer,
  type KnownExample,
  NO_SCORER,
} from '@core/brand/index.js';
import type { Steps } from '@core/measures/index.js';
import { NO_BRAND, type Records, type StyleExample } from '@shared/records/index.js';
import type { Sensitivity } from '@shared/sensitivity.js';
import type { ComparedTake } from './compared-take.js';

export interface BrandYardstickOptions {
  readonly records: () => Pick<Records, 'styleExample' | 'brand'>;
  /** What is known of a take; null where it was not measured. */
  readonly frame: (takeId: string) => ComparedTake | null;
  /** Version of the judge; '' where there is none. */
  readonly judge: () => string;
}

export class BrandYardstick {
  readonly #options: BrandYardstickOptions;
  /** Takes that are examples. */
  #takes: ReadonlySet<string> = new Set();
  /** In the place of the board's own examples. */
  #given: readonly KnownExample[] | null = null;
  #current: BrandScorer = NO_SCORER;
  #learning: Steps<BrandScorer> | null = null;
  #isStale = true;

  constructor(options: BrandYardstickOptions) {
    this.#options = options;
  }

  /** Something has changed that it is learned from. */
  get isStale(): boolean {
    return this.#isStale || this.#learning !== null;
  }

  get report(): BrandScorer['report'] {
    return this.#current.report;
  }

  changed(): void {
    this.#isStale = true;
  }

  /** The board's own, oldest first, with what is known of each. */
  get examples(): readonly (StyleExample & { readonly known: KnownExample })[] {
    return Object.values(this.#options.records().styleExample)
      .sort(inOrder)
      .map((one) => ({ ...one, known: this.#known(one) }));
  }

  /** What is known of the take has changed. */
  seen(takeId: string): void {
    if (this.#takes.has(takeId)) this.changed();
  }

  /** Scores by these from now on; null = by the board's own. */
  give(examples: readonly KnownExample[] | null): void {
    this.#given = examples;
    this.changed();
  }

  /** A step of a few milliseconds. True when it is learned, and frames stand otherwise to it. */
  work(): boolean {
    if (this.#isStale) {
      this.#isStale = false;
      const { brand } = this.#options.records();
      const { examples: own } = this;
      this.#takes = new Set(own.flatMap(({ takeId }) => takeId ?? []));
      const examples = this.#given ?? own.map(({ known }) => known);
      const flags = this.#given !== null || (brand.brand ?? NO_BRAND).flags;
      this.#learning = brandScorer(examples, this.#options.judge(), flags);
    }
    const { done, value } = this.#learning?.next() ?? { done: true, value: this.#current };
    if (!done) return false;
    this.#learning = null;
    const knew = this.#current.report.sureness !== null;
    this.#current = value;
    return knew || value.report.sureness !== null;
  }

  of(takeId: string, sensitivity: Sensitivity): BrandScore | null {
    // Without examples nothing is read of a take.
    if (this.#current.report.sureness === null) return null;
    const frame = this.#options.frame(takeId);
    return frame && this.#current.of(frame.known, sensitivity);
  }

  #known({ on, takeId, outside }: StyleExample): KnownExample {
    if (outside) {
      const { style, ...rest } = outside.features;
      return { on, features: style, ...rest };
    }
    const frame = this.#options.frame(takeId ?? '');
    if (!frame) return { on, features: null, measures: 0, judge: '', tower: [] };
    return { on, ...frame.known };
  }
}

/** Oldest first. */
const inOrder = (a: StyleExample, b: StyleExample): number =>
  a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1);
