/** Findings that rest on verdicts: what the description or the canon asks for and this frame does not show. */
import { OPEN_CROWD, PEOPLE } from '@core/claims/index.js';
import type { Evidence, Finding, FindingKind, Severity, Verdict } from '@shared/analysis.js';
import type { Claim, Fact, Shot, Take } from '@shared/records/index.js';

/** The verdicts of the pick of one shot. */
export interface ShotVerdicts {
  readonly shotId: string;
  readonly takeId: string;
  /** As its source writes it, for the sentence. */
  readonly number: string;
  readonly verdicts: readonly Verdict[];
}

export interface ClaimFindingsInput {
  readonly shot: Pick<Shot, 'id' | 'number'>;
  readonly take: Pick<Take, 'id'>;
  readonly claims: readonly Claim[];
  readonly verdicts: readonly Verdict[];
  readonly facts: readonly Fact[];
  /** Of all shots, this one among them: "red in 9 of 11 shots". */
  readonly boardVerdicts: readonly ShotVerdicts[];
}

const isPerson = (text: string): boolean => {
  const head = text
    .replace(/ (?:in|with) .*/, '')
    .split(' ')
    .at(-1) as string;
  return PEOPLE[head] !== undefined || OPEN_CROWD.has(head);
};

/** A count claim about people in general: "one person", "no people". */
const PEOPLE_COUNT = /^(?:no|\w+) (?:people|person)$/;

function kindOf(claim: Claim, fact: Fact | undefined): FindingKind {
  switch (claim.kind) {
    case 'entity':
      return isPerson(claim.text) && !claim.negated ? 'missing-character' : 'claim-failed';
    case 'attribute':
      return fact ? 'attribute-drift' : 'claim-failed';
    case 'count':
      return PEOPLE_COUNT.test(claim.text) ? 'extra-character' : 'claim-failed';
    case 'place':
      return 'wrong-place';
    case 'time':
      return 'wrong-time';
    case 'framing':
      return 'wrong-framing';
    case 'style':
      return 'style-drift';
    default:
      return 'claim-failed';
  }
}

/** At or below this p the judge is as good as certain. */
const CERTAIN = 0.15;
const LOWER: Readonly<Record<Severity, Severity>> = { high: 'medium', medium: 'low', low: 'low' };

function severityOf(kind: FindingKind, claim: Claim, p: number): Severity {
  let severity: Severity = 'medium';
  if (kind === 'missing-character' || kind === 'attribute-drift' || claim.kind === 'entity')
    severity = 'high';
  else if (/^wrong-(?:place|time)$/.test(kind) || kind === 'style-drift' || claim.kind === 'attribute')
    severity = p <= CERTAIN ? 'high' : 'medium';
  else if (claim.kind === 'text' || claim.kind === 'weather') severity = p <= CERTAIN ? 'medium' : 'low';
  // "No model ranks negation": what rests on it alone is never the most pressing.
  return claim.negated || claim.weight < 0.5 ? LOWER[severity] : severity;
}

function messageOf(
  kind: FindingKind,
  claim: Claim,
  fact: Fact | undefined,
  shown: { holds: number; of: number },
): string {
  const text = `“${claim.text}”`;
  switch (kind) {
    case 'attribute-drift': {
      const who = fact?.name ? `${fact.name}: the` : 'The';
      const where =
        shown.of > 1
          ? ` It holds in ${shown.holds} of ${shown.of} shots, not in this one.`
          : ' It does not hold here.';
      return `${who} canon says ${text}.${where}`;
    }
    case 'missing-character':
      return `${text.charAt(0)}${text.charAt(1).toUpperCase()}${text.slice(2)} is asked for and not seen here.`;
    case 'extra-character':
      return claim.text === 'no people'
        ? 'Somebody is in this frame; the description has no people.'
        : `The description has ${claim.text}; this frame shows another number, most likely more.`;
    case 'wrong-place':
      return `This is not ${text}.`;
    case 'wrong-time':
      return `The time is not ${text}.`;
    case 'wrong-framing':
      return `The framing is not ${text}.`;
    case 'style-drift':
      return `This does not look like ${text}.`;
    default:
      return claim.negated
        ? `${text} should not be in this frame.`
        : `${text.charAt(0)}${text.charAt(1).toUpperCase()}${text.slice(2)} does not hold.`;
  }
}

const two = (value: number): string => value.toFixed(2);

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1
    ? (sorted[middle] as number)
    : ((sorted[middle - 1] as number) + (sorted[middle] as number)) / 2;
}

interface Elsewhere extends ShotVerdicts {
  readonly p: number;
  readonly passes: boolean;
}

/** The same statement on the other shots. */
function elsewhere(input: ClaimFindingsInput, claim: Claim): Elsewhere[] {
  return input.boardVerdicts.flatMap((other) => {
    if (other.shotId === input.shot.id) return [];
    const verdict = other.verdicts.find((one) => one.text === claim.text && one.kind === claim.kind);
    return verdict?.p == null ? [] : [{ ...other, p: verdict.p, passes: verdict.outcome === 'pass' }];
  });
}

function evidenceOf(
  input: ClaimFindingsInput,
  claim: Claim,
  p: number,
  others: readonly Elsewhere[],
  skipped: number,
): Evidence {
  const label = `${claim.negated ? 'P(not “' : 'P(“'}${claim.text}”)`;
  const best = [...others].sort((a, b) => b.p - a.p).slice(0, 2);
  const holds = others.filter((one) => one.passes).length;
  const parts = [`P = ${two(p)} here`];
  if (others.length > 0)
    parts.push(
      `median ${two(median(others.map((one) => one.p)))} on ${others.length} other ${others.length === 1 ? 'shot' : 'shots'}, holds in ${holds}`,
    );
  if (skipped > 0) parts.push(`${skipped} ${skipped === 1 ? 'claim' : 'claims'} about it not asked`);
  if (claim.negated) parts.push('negation is judged with little trust');
  return {
    items: [
      { shotId: input.shot.id, takeId: input.take.id, label, value: p, region: null },
      ...best.map((one) => ({
        shotId: one.shotId,
        takeId: one.takeId,
        label,
        value: one.p,
        region: null,
      })),
    ],
    detail: `${parts.join('; ')}.`,
  };
}

/** Claims that hang on this one, however far down. */
function below(claims: readonly Claim[], id: string): Claim[] {
  const found = new Set<Claim>();
  const visit = (parent: string): void => {
    for (const claim of claims)
      if (claim.parents.includes(parent) && !found.has(claim)) {
        found.add(claim);
        visit(claim.id);
      }
  };
  visit(id);
  return [...found];
}

/** One finding for each cause, most pressing first. What was skipped under a failed claim belongs to its finding. */
export function claimFindings(input: ClaimFindingsInput): Finding[] {
  const byId = new Map(input.claims.map((claim) => [claim.id, claim]));
  const facts = new Map(input.facts.map((fact) => [fact.id, fact]));
  const failed = input.verdicts.flatMap((verdict) => {
    const claim = byId.get(verdict.claimId);
    return verdict.outcome === 'fail' && claim && !claim.muted ? [{ claim, p: verdict.p ?? 0 }] : [];
  });
  const missing = failed.some(({ claim }) => kindOf(claim, undefined) === 'missing-character');
  const findings: Finding[] = [];
  for (const { claim, p } of failed) {
    const fact = claim.factId === null ? undefined : facts.get(claim.factId);
    const kind = kindOf(claim, fact);
    // Somebody is missing, so the number is wrong as well: one cause, one finding.
    if (kind === 'extra-character' && missing) continue;
    const others = elsewhere(input, claim);
    const skipped = below(input.claims, claim.id).filter((one) =>
      input.verdicts.some((v) => v.claimId === one.id && v.outcome === 'skipped'),
    );
    const shown = { holds: others.filter((one) => one.passes).length, of: others.length + 1 };
    findings.push({
      key: `${kind}:${input.shot.id}:${claim.negated ? 'no ' : ''}${claim.text}`,
      kind,
      severity: severityOf(kind, claim, p),
      shotId: input.shot.id,
      takeId: input.take.id,
      message: messageOf(kind, claim, fact, shown),
      claimIds: [claim.id, ...skipped.map((one) => one.id)],
      factId: fact?.id ?? null,
      evidence: evidenceOf(input, claim, p, others, skipped.length),
      dismissed: false,
    });
  }
  const order: readonly Severity[] = ['high', 'medium', 'low'];
  return findings.sort((a, b) => order.indexOf(a.severity) - order.indexOf(b.severity));
}
