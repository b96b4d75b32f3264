/** What the canon sheet asks of an open board. */
import type { Board } from '@core/board/index.js';
import {
  clashesAmong,
  MAJORITY,
  OfferTally,
  POINTED,
  readingsFor,
  type StatedAnew,
  statedAnew,
} from '@core/canon/index.js';
import { descriptionReader } from '@core/claims/index.js';
import { type CanonOffer, type Clash, isOfferKey } from '@shared/canon-offer.js';
import { ContinuistError } from '@shared/errors.js';
import { factsOnBoard } from '@shared/out-of-date/index.js';
import { dismissedBy, isInPlay, type Shot } from '@shared/records/index.js';

/** Milliseconds after which the thread is left to others. */
const SLICE = 8;

type CanonBoard = Pick<Board, 'review' | 'shots' | 'claimsOf' | 'brief'>;

export async function lookAtCanon(board: CanonBoard): Promise<{ offers: CanonOffer[]; clashes: Clash[] }> {
  const tally = await talliedOver(board, board.shots.filter(isInPlay));
  return {
    offers: tally.offers(MAJORITY, declinedOn(board)),
    clashes: clashesAmong(factsOnBoard(board.review.records), board.shots),
  };
}

/** What the artist said no to before is offered again: they ask for it now. */
export async function learnedFrom(board: CanonBoard, shotIds: readonly string[]): Promise<CanonOffer[]> {
  const chosen = new Set(shotIds);
  const tally = await talliedOver(
    board,
    board.shots.filter(({ id }) => chosen.has(id)),
  );
  return tally.offers(POINTED, new Set());
}

async function talliedOver(board: CanonBoard, shots: readonly Shot[]): Promise<OfferTally> {
  const tally = new OfferTally(factsOnBoard(board.review.records));
  let since = performance.now();
  for (const shot of shots) {
    const verdicts = shot.pickId === null ? [] : (board.brief(shot.pickId)?.verdicts ?? []);
    tally.add({ shot, claims: board.claimsOf(shot.id), verdicts });
    if (performance.now() - since < SLICE) continue;
    await new Promise((resolve) => setImmediate(resolve));
    since = performance.now();
  }
  return tally;
}

/** What a description would say of the world that the shot's own does not say. Throws NOT_FOUND. */
export async function statedIn(
  { review: { records }, shots }: CanonBoard,
  shotId: string,
  description: string,
): Promise<StatedAnew> {
  const shot = shots.find(({ id }) => id === shotId);
  if (!shot) throw new ContinuistError('NOT_FOUND');
  const facts = factsOnBoard(records);
  await descriptionReader.prepare(readingsFor([shot, { ...shot, description }], facts));
  return statedAnew(facts, shots, shot, description);
}

const declinedOn = ({ review }: CanonBoard): Set<string> =>
  new Set(
    Object.values(review.records.decision)
      .map(dismissedBy)
      .filter((key) => key !== null && isOfferKey(key)) as string[],
  );
