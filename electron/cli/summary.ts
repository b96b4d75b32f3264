import type { Feedback, FeedbackShot } from '@shared/feedback.js';
import { openAmong } from '@shared/severity.js';

/** What a person reads on the terminal: the totals, then every flagged shot with its findings. */
export function summaryOf({ storyboard, totals, shots }: Feedback): string {
  const head = `${storyboard.title}: ${totals.shots} shots, ${totals.judged} judged, ${totals.flagged} flagged`;
  const unreadable = totals.unreadable > 0 ? `, ${totals.unreadable} unreadable` : '';
  return [`${head}${unreadable}`, ...shots.flatMap(linesOf)].join('\n');
}

function linesOf(shot: FeedbackShot): string[] {
  const findings = openAmong(shot.findings);
  if (findings.length === 0) return [];
  const { description } = shot.scores;
  const score = description === null ? 'not judged' : `${Math.round(description * 100)} %`;
  return [
    `  shot ${shot.number}  ${score}`,
    ...findings.map(({ severity, message }) => `    ${severity.padEnd(6)} ${message}`),
  ];
}
