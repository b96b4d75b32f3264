/** Automatic runs under which the program ended. */
import type { Board } from '@core/board/index.js';
import { byShot, type Records, type Run } from '@shared/records/index.js';

/** Says of them that they were cut off, and counts what they had made: a picture may have come after their last note. */
export function closeCutOff(board: Board): void {
  board.review.system('Note that automatic mode was cut off', (records) => ({
    ...records,
    run: Object.fromEntries(
      Object.entries(records.run).map(([id, run]) => [
        id,
        run.end === 'running' ? cutOff(run, records) : run,
      ]),
    ),
  }));
}

function cutOff(run: Run, { request }: Pick<Records, 'request'>): Run {
  const shots = run.shots.map((shot) => {
    const made = (byShot(request).get(shot.shotId) ?? []).filter(
      ({ approvedBy, state, createdAt }) =>
        approvedBy === 'automatic' && state === 'done' && createdAt >= run.startedAt,
    );
    return { ...shot, made: Math.max(shot.made, made.length) };
  });
  return { ...run, end: 'cut off', shots, made: shots.reduce((sum, { made }) => sum + made, 0) };
}
