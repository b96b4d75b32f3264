/** Questions that several parts ask of the records. */

import type { Shot } from './shot.js';
import type { Records } from './tables.js';
import type { Take } from './take.js';

/** Shots in story order. */
export function shotsInOrder(all: Pick<Records, 'shot'>): Shot[] {
  return Object.values(all.shot).sort((a, b) => a.position - b.position);
}

/** Takes of a shot, oldest first. */
export function takesOf(all: Pick<Records, 'take'>, shotId: string): Take[] {
  return Object.values(all.take)
    .filter((t) => t.shotId === shotId)
    .sort((a, b) => a.round - b.round || a.createdAt - b.createdAt);
}

/** Regenerations a shot has had or has under way; cancelled and failed ones do not count. */
export function roundsUsed(all: Pick<Records, 'request'>, shotId: string): number {
  return Object.values(all.request).filter(
    (r) => r.shotId === shotId && r.state !== 'cancelled' && r.state !== 'failed',
  ).length;
}
