/** Deciding on many shots by how well they keep their descriptions. What was decided by hand is left alone. */
import type { Single } from '@shared/commands/index.js';
import type { ShotStatus } from '@shared/records/index.js';
import { hasPicture } from './deciding.js';
import { inPlay, isFlagged } from './filter.js';
import type { ShotView } from './shot-view.js';

/** 0–100, as scores are shown. */
export interface ScoreRule {
  /** From this score on a frame is approved as it is; null = none is. */
  readonly approveFrom: number | null;
  /** Below this score the shot becomes `below`; null = none does. */
  readonly lowBelow: number | null;
  readonly below: 'reject' | 'needs-changes';
  /** Approves also frames in which something was found: a score is of the description alone. */
  readonly alsoFlagged: boolean;
}

export interface ByScore {
  readonly high: readonly ShotView[];
  readonly low: readonly ShotView[];
  /** High enough, but something was found in them; what an earlier rule decided of them is taken back. */
  readonly flagged: readonly ShotView[];
  /** Neither; what an earlier rule decided of them is taken back. */
  readonly between: readonly ShotView[];
  /** Left alone: the artist decided on them. */
  readonly byHand: readonly ShotView[];
  /** Left alone: without a picture or a score, or a picture is being made. */
  readonly unknown: readonly ShotView[];
  /** What changes, in the order of the shots. */
  readonly commands: readonly Single[];
}

const BECOMES: Record<ScoreRule['below'], ShotStatus> = {
  reject: 'rejected',
  'needs-changes': 'needs-changes',
};

/** A score as it is shown. */
const shown = (score: number): number => Math.round(100 * score);

export function byScore(views: readonly ShotView[], rule: ScoreRule): ByScore {
  const made = {
    high: [] as ShotView[],
    low: [] as ShotView[],
    flagged: [] as ShotView[],
    between: [] as ShotView[],
    byHand: [] as ShotView[],
    unknown: [] as ShotView[],
    commands: [] as Single[],
  };
  for (const view of views.filter(inPlay)) {
    const { shot, pick, score, byHand, request } = view;
    const { id: shotId, status } = shot;
    if (byHand || (status !== 'pending' && view.outOfDate !== null)) made.byHand.push(view);
    else if (score === null || !pick || !hasPicture(view) || request) made.unknown.push(view);
    else if (rule.approveFrom !== null && shown(score) >= rule.approveFrom) {
      const leaves = isFlagged(view) && !rule.alsoFlagged;
      made[leaves ? 'flagged' : 'high'].push(view);
      if (!leaves && status !== 'approved')
        made.commands.push({ type: 'approve-take', shotId, takeId: pick.id, byScore: score });
      if (leaves && status !== 'pending')
        made.commands.push({ type: 'reset-status', shotId, byScore: score });
    } else if (rule.lowBelow !== null && shown(score) < rule.lowBelow) {
      made.low.push(view);
      const reason = `Its score of ${shown(score)} is below ${rule.lowBelow}.`;
      if (status !== BECOMES[rule.below])
        made.commands.push({ type: rule.below, shotId, reason, byScore: score });
    } else {
      made.between.push(view);
      if (status !== 'pending') made.commands.push({ type: 'reset-status', shotId, byScore: score });
    }
  }
  return made;
}
