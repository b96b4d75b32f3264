import { claimsForShot } from '@core/canon/index.js';
import type { Claim } from '@shared/records/index.js';

/** Of a shot by itself, as they are read from its description. */
export const claimsOf = (description: string): Claim[] =>
  claimsForShot({ id: '1', position: 0, description }, [], []);
