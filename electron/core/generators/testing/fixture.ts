import type { GeneratorSection } from '@shared/settings.js';
import type { GenerationRequest } from '../generator.js';

type Change = Partial<GenerationRequest>;

/**
 * What the conformance suite needs to know of a generator, from `testing/conformance.ts` in its own folder. The real
 * program or server behind it answers, or a double that is held to recordings of it.
 */
export interface ConformanceFixture {
  /** Settings with which it works. */
  readonly section: GeneratorSection;
  /** Settings with which it cannot; null = it always works. */
  readonly unready: GeneratorSection | null;
  /** A request that it can make; what is not said is as in the suite's own. */
  readonly request: Change;
  /** A change of `request` that its negative prompt alone must show; null = it takes none. */
  readonly negative: Change | null;
  /** A request that it fails at. */
  readonly failing: Change;
  /** A request that is under way until it is cancelled; null = it is always done before anyone could. */
  readonly endless: Change | null;
  /** Whether anything of a cancelled request still runs. `folder` is the request's. */
  readonly runsOn?: (folder: string) => Promise<boolean>;
}
