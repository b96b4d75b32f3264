/** What a judge's answer comes to beside its answer to the opposite. */
import type { Outcome } from './analysis.js';
import type { Claim } from './records/index.js';

/** Of a calibrated p, 0–1: at or above `pass` it holds, at or below `fail` it does not, between is unsure. */
export interface Thresholds {
  readonly pass: number;
  readonly fail: number;
}

/** How the answer to a claim is to be read. */
export interface Reading extends Thresholds {
  /** Why nothing that the judge says of such claims counts; absent = it counts. */
  readonly silence?: string;
  /** P(yes) of the same words on pictures of this board that should not show it, 0–1; absent = not known. */
  readonly usual?: number;
}

/** P(yes) of a claim beside that of its opposite: the share between them, 0–1. Of two zeros a half. */
export const shareOf = (p: number, contrast: number): number =>
  p + contrast === 0 ? 0.5 : p / (p + contrast);

export interface Contrasted {
  /** That all is as wished: turned round where the claim is negated. 0–1. */
  readonly p: number;
  readonly outcome: Outcome;
  /** Why it is unsure where the claim alone would not be; '' otherwise. */
  readonly reason: string;
}

/** At a threshold of 0 none fails: some judges say no as 0 itself, and a threshold must be able to lie below that. */
export const fails = (p: number, fail: number): boolean => fail > 0 && p <= fail;

const outcomeOf = (p: number, { pass, fail }: Thresholds): Outcome =>
  p >= pass ? 'pass' : fails(p, fail) ? 'fail' : 'unsure';

/**
 * What the judge says by itself and the share between both must come to the same, else it is unsure. Where the opposite
 * was not asked, a yes counts only if it says so less readily of pictures that should not show it.
 */
export function contrasted(
  { negated }: Pick<Claim, 'negated'>,
  { p, contrast }: { readonly p: number; readonly contrast?: number | undefined },
  reading: Reading,
): Contrasted {
  const unit = (value: number): number => Math.min(1, Math.max(0, value));
  const wished = (answer: number): number => (negated ? 1 - answer : answer);
  const said = unit(p);
  const alone = outcomeOf(wished(said), reading);
  const isYes = outcomeOf(said, reading) === 'pass';
  const beside = contrast ?? (isYes ? reading.usual : undefined);
  const share = beside === undefined ? said : shareOf(said, unit(beside));
  if (alone === 'unsure') return { p: wished(share), outcome: alone, reason: '' };
  if (outcomeOf(wished(share), reading) === alone) {
    // Beside what is usual it need only stand out.
    return { p: wished(contrast === undefined ? said : share), outcome: alone, reason: '' };
  }
  const of = contrast === undefined ? 'pictures that should not show it' : 'its opposite';
  const reason = `the judge says ${isYes ? 'yes' : 'no'} of ${of} as well`;
  return { p: wished(share), outcome: 'unsure', reason };
}
