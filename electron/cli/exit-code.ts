import type { Feedback } from '@shared/feedback.js';
import { openAmong, SEVERITIES, type Severity } from '@shared/severity.js';

export const EXIT = { passed: 0, error: 1, usage: 2, findings: 3, cancelled: 130 } as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/**
 * Dismissed findings were decided on, so they fail nothing; a board of which nothing was judged, or with a picture that the
 * judge failed at, has not passed.
 * Without `failOn`, the least severity that counts as a failure, nothing fails.
 */
export function exitCodeOf(feedback: Feedback, failOn: Severity | null): ExitCode {
  if (failOn === null) return EXIT.passed;
  if (feedback.totals.judged === 0) return EXIT.findings;
  if (feedback.shots.some(({ judgeFailed }) => judgeFailed)) return EXIT.findings;
  const counts = SEVERITIES.slice(0, SEVERITIES.indexOf(failOn) + 1);
  const failed = feedback.shots.some((shot) =>
    openAmong(shot.findings).some(({ severity }) => counts.includes(severity)),
  );
  return failed ? EXIT.findings : EXIT.passed;
}
