/** The worst first. */
export const SEVERITIES = ['high', 'medium', 'low'] as const;

export type Severity = (typeof SEVERITIES)[number];

/** The worst first; what is as bad stays in its order. */
export const bySeverity = (a: { readonly severity: Severity }, b: { readonly severity: Severity }): number =>
  SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity);

/** Findings that the artist has not put aside. */
export const openAmong = <F extends { readonly dismissed: boolean }>(findings: readonly F[]): F[] =>
  findings.filter(({ dismissed }) => !dismissed);
