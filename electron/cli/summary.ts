import type { Feedback, FeedbackShot } from '@shared/feedback.js';
import { groupBy } from '@shared/group-by.js';
import { listed } from '@shared/listed.js';
import { percent } from '@shared/percent.js';
import { openAmong } from '@shared/severity.js';

/** What a person reads on the terminal: the totals, every flagged shot with its findings, and what was not judged. */
export function summaryOf({ storyboard, totals, shots }: Feedback): string {
  const counts = [
    `${totals.shots} shots`,
    ...(totals.omitted ? [`${totals.omitted} out of play`] : []),
    `${totals.judged} judged`,
    ...(totals.notJudged ? [`${totals.notJudged} not judged`] : []),
    `${totals.flagged} flagged`,
    ...(totals.unreadable > 0 ? [`${totals.unreadable} unreadable`] : []),
  ];
  return [`${storyboard.title}: ${counts.join(', ')}`, ...shots.flatMap(linesOf), ...silencesOf(shots)].join(
    '\n',
  );
}

function linesOf(shot: FeedbackShot): string[] {
  const findings = openAmong(shot.findings);
  if (findings.length === 0) return [];
  const { description } = shot.scores;
  const score = description === null ? 'description not judged' : percent(description);
  return [
    `  shot ${shot.number}  ${score}`,
    ...findings.map(({ severity, message }) => `    ${severity.padEnd(6)} ${message}`),
  ];
}

/** Numbers that one line names; the feedback has all of them. */
const NAMED = 12;

/** A line for each reason, so that silence is never read as praise. */
function silencesOf(shots: readonly FeedbackShot[]): string[] {
  const silent = groupBy(
    shots.filter(({ notJudged }) => notJudged !== undefined),
    ({ notJudged = '' }) => notJudged,
  );
  return [...silent].map(([why, those]) => {
    const numbers = listed(
      those.map(({ number }) => number),
      NAMED,
    );
    return `  not judged: ${those.length === 1 ? 'shot' : 'shots'} ${numbers}: ${why}`;
  });
}
