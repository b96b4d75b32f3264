import type { Take } from '@shared/records/index.js';
import type { ShotView } from '../../board/index.js';

export interface BesidePick {
  readonly take: Take;
  readonly which: 'first' | 'newest';
}

/** The take that was there first; where that is the pick, the newest one, which may be picked in its place. Null where there is no other. */
export function besidePick({ takes, pick }: Pick<ShotView, 'takes' | 'pick'>): BesidePick | null {
  const [first] = takes;
  if (first && first.id !== pick?.id) return { take: first, which: 'first' };
  const newest = takes.at(-1);
  return newest && newest !== first ? { take: newest, which: 'newest' } : null;
}
