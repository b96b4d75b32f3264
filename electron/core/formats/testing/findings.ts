import type { Finding } from '@shared/analysis.js';

/** In the picture of `aBoard` at this place. */
export const aFinding = (n: number, message: string, fields: Partial<Finding> = {}): Finding => ({
  key: message,
  kind: 'blur',
  severity: 'high',
  shotId: `shot-${n}`,
  takeId: `take-${n}`,
  message,
  claimIds: [],
  factId: null,
  evidence: { items: [], detail: '' },
  dismissed: false,
  ...fields,
});
