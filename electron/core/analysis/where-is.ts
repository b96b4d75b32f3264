/** The part of a picture that shows somebody or something, to cut it to them. */
import type { Board } from '@core/board/index.js';
import type { Inference } from '@inference/index.js';
import type { JudgeDescription } from '@models/judge/index.js';
import { CATALOGUE } from '@models/library/index.js';
import type { Verdict } from '@shared/analysis.js';
import type { Sought } from '@shared/contract/index.js';
import { ContinuistError } from '@shared/errors.js';
import { type Claim, hasPlace, type Region, type Take } from '@shared/records/index.js';
import { shown } from '@shared/sighting.js';
import { CROP_SIZE } from './crop-heat.js';
import { boxesOf, byCrops } from './evidence.js';
import { soughtBy, soughtOf } from './sought.js';

export interface Whereabouts {
  /** Null where it shows nothing of them, or none of its parts stands out. */
  readonly region: Region | null;
  /** The judge looked; one that takes long is not asked for what nobody asked for in so many words, nor for what is about any frame as a whole. */
  readonly isAsked: boolean;
}

/** Throws NOT_FOUND for a claim that is not on the board. */
export async function whereIs(
  board: Board,
  take: Take,
  sought: Sought,
  judge: JudgeDescription,
  inference: Inference,
  signal?: AbortSignal,
): Promise<Whereabouts> {
  if (take.unreadable !== null) return { region: null, isAsked: false };
  const verdicts = board.analysis(take.id)?.verdicts ?? [];
  const claim = claimFor(board, take, sought, verdicts);
  if (claim === 'everywhere') return { region: null, isAsked: false };
  // Of a picture that it does not know the judge says nothing, nor where anybody is: what is known of it stands, as what the artist drew.
  const isSilent = verdicts.every(({ p }) => p === null);
  const seen =
    claim &&
    (isSilent
      ? shown(claim.subject, board.boxesIn(take))
      : await boxesOf(board, take, claim, judge, inference, signal));
  if (seen) return { region: seen[0]?.region ?? null, isAsked: true };
  const isQuick = CATALOGUE.some(({ id, source }) => id === judge.id && source.kind === 'shipped');
  if (!isQuick || isSilent) return { region: null, isAsked: false };
  if (!claim) return { region: null, isAsked: true };
  const { box } = await byCrops(await board.fileOf(take), claim, judge.id, inference, signal);
  return { region: box && tightened(box), isAsked: true };
}

/** Neighbouring crops overlap by half, so a box of them reaches about this far beyond what they show, but at the edges. */
const BEYOND = CROP_SIZE / 4;

/** A box of evidence without what lies round what it shows. */
export function tightened({ x, y, width, height }: Region): Region {
  const along = (from: number, size: number) => {
    const [low, high] = [from > 0.01 ? BEYOND : 0, from + size < 0.99 ? BEYOND : 0];
    return [from + low, size - low - high] as const;
  };
  const [[left, wide], [upper, high]] = [along(x, width), along(y, height)];
  return { x: left, y: upper, width: wide, height: high };
}

/** 'everywhere' = it is about the whole of any frame; null = this one shows nothing of them. */
function claimFor(
  board: Board,
  take: Take,
  sought: Sought,
  verdicts: readonly Verdict[],
): Claim | 'everywhere' | null {
  const claims = board.claimsOf(take.shotId);
  if ('factIds' in sought) return soughtOf(new Set(sought.factIds), { claims, verdicts });
  const claim = board.review.records.claim[sought.claimId];
  if (!claim) throw new ContinuistError('NOT_FOUND');
  if (!hasPlace(claim)) return 'everywhere';
  // Another shot has the same words in a claim of its own.
  const here = verdicts.find(
    ({ kind, text, claimId }) => claimId === claim.id || (kind === claim.kind && text === claim.text),
  );
  return soughtBy(claim, board.claimsOf(claim.shotId), here?.outcome === 'pass');
}
