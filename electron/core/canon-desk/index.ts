/** What the canon sheet asks of an open board. */
import type { Board } from '@core/board/index.js';
import { clashesAmong, MAJORITY, OfferTally, POINTED } from '@core/canon/index.js';
import { type CanonOffer, type Clash, isOfferKey } from '@shared/canon-offer.js';
import { factsOnBoard } from '@shared/out-of-date/index.js';
import { dismissedBy, type Shot } from '@shared/records/index.js';

/** Milliseconds after which the thread is left to others. */
const SLICE = 8;

type CanonBoard = Pick<Board, 'review' | 'shots' | 'claimsOf' | 'brief'>;

export async function lookAtCanon(board: CanonBoard): Promise<{ offers: CanonOffer[]; clashes: Clash[] }> {
  const tally = await talliedOver(board, board.shots);
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

const declinedOn = ({ review }: CanonBoard): Set<string> =>
  new Set(
    Object.values(review.records.decision)
      .map(dismissedBy)
      .filter((key) => key !== null && isOfferKey(key)) as string[],
  );
