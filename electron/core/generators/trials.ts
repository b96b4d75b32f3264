/** Testing a generator at a click: a small picture, how long it took, and what else was found. */
import { HeldPictures } from '@core/assets/index.js';
import type { GeneratorTest } from '@shared/contract/index.js';
import { ContinuistError } from '@shared/errors.js';
import type { GeneratorDesk } from './generator-desk.js';
import { headerOfMade } from './header-of-made.js';
import { tryOut } from './try-out.js';

/** Milliseconds. A model may have to be loaded first. */
const LONGEST = 120_000;

export class GeneratorTrials {
  readonly #desk: Pick<GeneratorDesk, 'of'>;
  readonly #made = new HeldPictures();

  constructor(desk: Pick<GeneratorDesk, 'of'>) {
    this.#desk = desk;
  }

  /** Its picture is kept until its next one. Throws what making a picture throws. */
  async run(id: string, signal?: AbortSignal): Promise<GeneratorTest> {
    const began = performance.now();
    const late = AbortSignal.timeout(LONGEST);
    const over = signal ? AbortSignal.any([signal, late]) : late;
    const made = await tryOut(this.#desk.of(id), over).catch((thrown: unknown) => {
      if (signal?.aborted) throw new ContinuistError('CANCELLED');
      if (!late.aborted) throw thrown;
      throw new ContinuistError('GENERATOR_FAILED', 'the test took longer than two minutes, and was stopped');
    });
    const { width, height } = await headerOfMade(made.picture);
    const seconds = (performance.now() - began) / 1000;
    const picture = this.#made.hold(id, made.picture);
    return { picture, width, height, seconds, note: made.note, models: [...made.models] };
  }

  /** As WebP; null for an id that is no test's. */
  picture(sha256: string, width: number | null): Promise<Buffer | null> {
    return this.#made.variant(sha256, width);
  }
}
