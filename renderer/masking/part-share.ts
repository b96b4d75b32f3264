import { coverage, type Size } from '@shared/mask/index.js';
import { percent } from '@shared/percent.js';
import type { Mask } from '@shared/records/index.js';

/** How much of a picture a part is, in words: "4 %", "under 1 %". */
export function partShare(mask: Mask, size: Size): string {
  const share = coverage(mask, size);
  return share > 0 && share < 0.01 ? 'under 1 %' : percent(share);
}
