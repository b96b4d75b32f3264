/** What the shell says of how frames are judged. */
import { given } from '@core/settings/index.js';
import type { DeviceSetting } from '@shared/device.js';
import type { Sensitivity } from '@shared/sensitivity.js';

export interface JudgingFlags {
  readonly judge?: string;
  readonly device?: DeviceSetting;
  readonly ensemble?: string[];
  readonly sensitivity?: Sensitivity;
}

/** Of all flags, those of them that were given: for `HeadlessOptions`. */
export const judgingOf = ({ judge, device, ensemble, sensitivity }: JudgingFlags) =>
  given({ judge, device, ensemble, sensitivity });
