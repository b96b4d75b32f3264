/** Every finding of a storyboard's picks, worst first, with what the artist has dismissed marked. */
import type { FrameStyle } from '@core/measures/index.js';
import type { Finding, FrameMeasures, Measure, Severity, Verdict } from '@shared/analysis.js';
import type { Claim, Records, Shot, Take } from '@shared/records/index.js';
import { claimFindings, type ShotVerdicts } from './claims.js';
import { type PixelFrame, pixelFindings } from './pixels.js';

/** The pick of one shot with what is known of it. */
export interface PickedTake {
  readonly shot: Shot;
  readonly take: Take;
  readonly claims: readonly Claim[];
  readonly verdicts: readonly Verdict[];
  readonly measures: FrameMeasures | null;
}

export interface FindingsInput {
  readonly records: Pick<Records, 'fact' | 'decision'>;
  /** In story order. */
  readonly picks: readonly PickedTake[];
  /** By take. */
  readonly quality: Readonly<Record<string, readonly Measure[]>>;
  readonly style: Readonly<Record<string, FrameStyle>>;
  /** What went wrong with a take's picture, by take. */
  readonly failed: ReadonlyMap<string, string>;
}

const ORDER: readonly Severity[] = ['high', 'medium', 'low'];

export function findingsOf({ records, picks, quality, style, failed }: FindingsInput): Finding[] {
  const facts = Object.values(records.fact);
  const boardVerdicts: ShotVerdicts[] = picks.map(({ shot, take, verdicts }) => ({
    shotId: shot.id,
    takeId: take.id,
    number: shot.number,
    verdicts,
  }));
  const frames: PixelFrame[] = picks.flatMap(({ shot, take, measures }) =>
    measures
      ? [{ shotId: shot.id, takeId: take.id, number: shot.number, description: shot.description, measures }]
      : [],
  );
  const found = [
    ...picks.flatMap((pick) => claimFindings({ ...pick, facts, boardVerdicts })),
    ...pixelFindings({ frames, quality, style }),
    ...picks.flatMap((pick) => unreadableFinding(pick, failed)),
  ];
  const dismissed = dismissedKeys(records);
  const position = new Map(picks.map(({ shot }, index) => [shot.id, index]));
  return found
    .map((finding) => ({ ...finding, dismissed: dismissed.has(finding.key) }))
    .sort(
      (a, b) =>
        ORDER.indexOf(a.severity) - ORDER.indexOf(b.severity) ||
        (position.get(a.shotId) ?? 0) - (position.get(b.shotId) ?? 0),
    );
}

function unreadableFinding({ shot, take }: PickedTake, failed: ReadonlyMap<string, string>): Finding[] {
  const why = take.unreadable ?? failed.get(take.id);
  if (why === undefined) return [];
  return [
    {
      key: `unreadable:${shot.id}`,
      kind: 'unreadable',
      severity: 'high',
      shotId: shot.id,
      takeId: take.id,
      message: 'This picture could not be judged.',
      claimIds: [],
      factId: null,
      evidence: { items: [], detail: why },
      dismissed: false,
    },
  ];
}

const dismissedKeys = (records: FindingsInput['records']): ReadonlySet<string> =>
  new Set(
    Object.values(records.decision).flatMap(({ kind, findingKey }) =>
      kind === 'dismiss' && findingKey !== null ? [findingKey] : [],
    ),
  );
