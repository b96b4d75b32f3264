import type { Filter, Sort } from '../stores/session.js';
import type { Board, ShotView, Sign } from './shot-view.js';

/** Waits for the artist: undecided, with something found or suggested, and nothing under way. */
export const isWaiting = (view: ShotView): boolean =>
  view.shot.status === 'pending' &&
  !view.request &&
  (view.findings.length > 0 || view.suggestion !== null || view.state === 'missing-image');

export const isFlagged = (view: ShotView): boolean => view.findings.length > 0;

const KEEPS: Record<Filter, (view: ShotView) => boolean> = {
  all: () => true,
  flagged: isFlagged,
  waiting: isWaiting,
  approved: (view) => view.shot.status === 'approved',
};

export const FILTERS = Object.keys(KEEPS) as Filter[];

const RANK: Record<Sign, number> = {
  high: 0,
  medium: 1,
  low: 2,
  unsure: 3,
  unknown: 4,
  unjudged: 5,
  ok: 6,
};

const worstFirst = (a: ShotView, b: ShotView): number =>
  RANK[a.sign] - RANK[b.sign] || (a.score ?? 1) - (b.score ?? 1) || a.shot.position - b.shot.position;

export function visibleShots(board: Board, filter: Filter, sort: Sort): readonly ShotView[] {
  const kept = filter === 'all' ? board.views : board.views.filter(KEEPS[filter]);
  return sort === 'worst' ? [...kept].sort(worstFirst) : kept;
}

export function countShots(board: Board): Record<Filter, number> {
  const counts = { all: board.views.length, flagged: 0, waiting: 0, approved: 0 };
  for (const view of board.views) {
    if (isFlagged(view)) counts.flagged += 1;
    if (isWaiting(view)) counts.waiting += 1;
    if (view.shot.status === 'approved') counts.approved += 1;
  }
  return counts;
}

/** The next shot that `keeps` accepts after `shotId`, going round to the start; null when there is no other. */
export function nextShot(
  views: readonly ShotView[],
  shotId: string | null,
  keeps: (view: ShotView) => boolean,
  step: 1 | -1 = 1,
): ShotView | null {
  const from = views.findIndex((view) => view.shot.id === shotId);
  const start = from < 0 && step < 0 ? views.length : from;
  for (let i = 1; i <= views.length; i++) {
    const view = views[(start + step * i + views.length * 2) % views.length];
    if (view && view.shot.id !== shotId && keeps(view)) return view;
  }
  return null;
}
