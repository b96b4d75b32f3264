import { createHash } from 'node:crypto';

/** Stable across re-derivation: the same statement on the same shot keeps its id, and with it its verdicts. */
export function claimId(shotId: string, kind: string, text: string, negated: boolean): string {
  const key = JSON.stringify([shotId, kind, text, negated]);
  return createHash('sha256').update(key).digest('hex').slice(0, 24);
}
