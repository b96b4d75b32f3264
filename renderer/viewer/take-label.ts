import type { TakeSummary } from '@shared/overview.js';
import type { Take } from '@shared/records/index.js';
import type { ShotView } from '../board/index.js';
import { score } from '../ui/index.js';

/** 'Take 2 · round 1 · 91' of its shot's; with the shot's number when it is another shot's. */
export function takeLabel(
  view: ShotView | null,
  take: Take,
  summary: TakeSummary | null,
  currentShotId: string | null,
): string {
  const number = (view?.takes.findIndex((one) => one.id === take.id) ?? 0) + 1;
  const origin = take.origin.kind === 'imported' ? 'imported' : `round ${take.round}`;
  const elsewhere = take.shotId === currentShotId ? [] : [`Shot ${view?.shot.number ?? ''}`];
  return [...elsewhere, `Take ${number}`, origin, score(summary?.scores.description)].join(' · ');
}
