/** How good an ensemble is beside its members, by kind of claim. */
import { type EnsembleFit, fuse, type KindRules, rulesOf } from '@models/ensemble/index.js';
import type { JudgeDescription } from '@models/judge/index.js';
import { groupBy } from '@shared/group-by.js';
import { claimKind } from '@shared/records/index.js';
import type { PutClaim } from './fit-ensemble.js';
import { addCounts, balancedAccuracy, bootstrap, interval, mean, percent, table } from './statistics.js';

export interface MeasuredEnsemble {
  readonly rules: KindRules;
  readonly table: string;
  readonly verdict: string;
  /** Nowhere worse than the best member beyond the interval. */
  readonly holds: boolean;
}

interface Judged {
  readonly truth: boolean;
  readonly frame: number;
  /** By the fit's calibration of each member, so that no member is beaten for being badly calibrated. */
  readonly members: readonly number[];
  readonly average: number;
  readonly unfitted: number;
  readonly fused: number;
  readonly sure: boolean;
  readonly disagree: boolean;
}

export function measureEnsemble(
  members: readonly JudgeDescription[],
  fit: EnsembleFit,
  claims: readonly PutClaim[],
): MeasuredEnsemble {
  const rules = rulesOf(members, fit);
  const unfitted = rulesOf(members, null);
  const judged = claims.map((claim) => ({ kind: claim.kind, ...judgedBy(members, rules, unfitted, claim) }));
  const kinds = claimKind.options.filter((kind) => judged.some((one) => one.kind === kind));
  const rows = kinds.map((kind) =>
    rowOf(
      kind,
      members.length,
      judged.filter((one) => one.kind === kind),
      weightsOf(members, rules, kind),
    ),
  );
  rows.push(rowOf('all', members.length, judged, ''));
  const worse = rows.filter(({ isWorse }) => isWorse).map(({ name }) => name);
  return {
    rules,
    table: table(
      [
        'claims',
        'asked',
        ...members.map(({ id }) => id),
        'average',
        'not fitted',
        'fused',
        '95 %',
        'less the best',
        '95 %',
        'sure',
        'when sure',
        'disagree',
        'weights',
      ],
      rows.map(({ cells }) => cells),
    ),
    verdict:
      worse.length === 0
        ? 'Holds: nowhere worse than its best member beyond the interval.'
        : `FAILS: worse than its best member on ${worse.join(', ')}.`,
    holds: worse.length === 0,
  };
}

function judgedBy(
  members: readonly JudgeDescription[],
  rules: KindRules,
  unfitted: KindRules,
  { kind, truth, frame, ps }: PutClaim,
): Judged {
  const opinions = members.map(({ id }, at) => ({ id, p: ps[at] ?? null }));
  const fused = fuse(opinions, rules[kind]);
  const p = fused.p ?? 0.5;
  const { pass, fail } = rules[kind];
  return {
    truth,
    frame,
    members: fused.members.map((member) => member.p ?? 0.5),
    average: mean(ps.filter((one) => one !== null)),
    unfitted: fuse(opinions, unfitted[kind]).p ?? 0.5,
    fused: p,
    sure: p >= pass || p <= fail,
    disagree: fused.disagree,
  };
}

const weightsOf = (members: readonly JudgeDescription[], rules: KindRules, kind: keyof KindRules): string =>
  members.map(({ id }) => (rules[kind].members[id]?.weight ?? 0).toFixed(2)).join(' ');

/** Positive = the claim is false and should be caught. */
function accuracyOf(claims: readonly Judged[], of: (claim: Judged) => number): number {
  const wrong = (claim: Judged) => of(claim) < 0.5;
  return balancedAccuracy(
    addCounts([
      {
        truePositives: claims.filter((claim) => !claim.truth && wrong(claim)).length,
        positives: claims.filter(({ truth }) => !truth).length,
        trueNegatives: claims.filter((claim) => claim.truth && !wrong(claim)).length,
        negatives: claims.filter(({ truth }) => truth).length,
      },
    ]),
  );
}

function rowOf(
  name: string,
  count: number,
  claims: readonly Judged[],
  weights: string,
): { name: string; cells: string[]; isWorse: boolean } {
  const frames = [...groupBy(claims, ({ frame }) => String(frame)).values()];
  const single = (at: number) => (claim: Judged) => claim.members[at] as number;
  const accuracies = Array.from({ length: count }, (_, at) => accuracyOf(claims, single(at)));
  const best = single(accuracies.indexOf(Math.max(...accuracies)));
  const fused = ({ fused: p }: Judged) => p;
  const difference = (some: readonly (readonly Judged[])[]) =>
    accuracyOf(some.flat(), fused) - accuracyOf(some.flat(), best);
  const apart = bootstrap(frames, difference);
  const sure = claims.filter((claim) => claim.sure);
  const share = (of: (claim: Judged) => boolean) => percent(claims.filter(of).length / claims.length);
  return {
    name,
    isWorse: apart[1] < 0,
    cells: [
      name,
      String(claims.length),
      ...accuracies.map(percent),
      percent(accuracyOf(claims, ({ average }) => average)),
      percent(accuracyOf(claims, ({ unfitted }) => unfitted)),
      percent(accuracyOf(claims, fused)),
      interval(bootstrap(frames, (some) => accuracyOf(some.flat(), fused))),
      `${(100 * difference(frames)).toFixed(1)}`,
      interval(apart),
      share((claim) => claim.sure),
      percent(accuracyOf(sure, fused)),
      share(({ disagree }) => disagree),
      weights,
    ],
  };
}
