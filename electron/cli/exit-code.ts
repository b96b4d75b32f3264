import type { Feedback } from '@shared/feedback.js';

export const EXIT = { passed: 0, error: 1, usage: 2, findings: 3, cancelled: 130 } as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

export const FAIL_ON = ['high', 'medium', 'low'] as const;
/** The least severity that counts as a failure. */
export type FailOn = (typeof FAIL_ON)[number];

/**
 * Dismissed findings were decided on, so they fail nothing; a board of which nothing was judged has not passed.
 * Without `failOn` nothing fails.
 */
export function exitCodeOf(feedback: Feedback, failOn: FailOn | null): ExitCode {
  if (failOn === null) return EXIT.passed;
  if (feedback.totals.judged === 0) return EXIT.findings;
  const counts = FAIL_ON.slice(0, FAIL_ON.indexOf(failOn) + 1);
  const failed = feedback.shots.some((shot) =>
    shot.findings.some(({ severity, dismissed }) => !dismissed && counts.includes(severity)),
  );
  return failed ? EXIT.findings : EXIT.passed;
}
