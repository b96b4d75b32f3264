import { inPlay } from './filter.js';
import type { ShotView, Sign } from './shot-view.js';

export const SORTS = ['story', 'worst', 'score', 'stars', 'changed'] as const;
export type Sort = (typeof SORTS)[number];

const RANK: Record<Sign, number> = {
  high: 0,
  medium: 1,
  low: 2,
  unsure: 3,
  unknown: 4,
  unjudged: 5,
  ok: 6,
};

/** What was not judged stands behind what was. */
const byScore = (a: ShotView, b: ShotView): number => (a.score ?? 2) - (b.score ?? 2);

const BEFORE: Record<Exclude<Sort, 'story'>, (a: ShotView, b: ShotView) => number> = {
  worst: (a, b) => RANK[a.sign] - RANK[b.sign] || byScore(a, b),
  score: byScore,
  stars: (a, b) => b.shot.stars - a.shot.stars,
  changed: (a, b) => b.changedAt - a.changedAt,
};

/** Equals stay in story order, which the shots come in. What is out of play stands behind all else. */
export const sortedShots = (shots: readonly ShotView[], sort: Sort): readonly ShotView[] =>
  sort === 'story'
    ? shots
    : [...shots].sort((a, b) => Number(inPlay(b)) - Number(inPlay(a)) || BEFORE[sort](a, b));
