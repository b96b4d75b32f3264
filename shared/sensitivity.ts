/** How readily what stands out of a board is reported: the share of clean frames that may be reported with it. */
import { z } from 'zod';

export const sensitivity = z.enum(['shy', 'balanced', 'keen']);

export type Sensitivity = z.infer<typeof sensitivity>;

export interface SensitivityWords {
  readonly name: string;
  /** Of 100 clean frames, about so many are reported all the same. */
  readonly falseAlarms: number;
  /** One sentence for the artist. */
  readonly meaning: string;
}

export const SENSITIVITIES: Readonly<Record<Sensitivity, SensitivityWords>> = {
  shy: {
    name: 'Shy',
    falseAlarms: 2,
    meaning: 'Only what plainly stands out: about 2 of 100 good frames are reported for nothing.',
  },
  balanced: {
    name: 'Balanced',
    falseAlarms: 5,
    meaning: 'What stands out and what probably does: about 5 of 100 good frames are reported for nothing.',
  },
  keen: {
    name: 'Keen',
    falseAlarms: 10,
    meaning: 'Also what is faint: about 10 of 100 good frames are reported for nothing.',
  },
};
