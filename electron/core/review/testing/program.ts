/** What the program does to a review by itself, as far as undo meets it. */
import type { Records, Request, Shot, Take } from '@shared/records/index.js';
import { aRequest, aTake } from '@testing/records.js';
import type { Review } from '../index.js';

/** An order for a picture of shot `n`, as an approval of its take makes it. */
export const anOrder = (id: string, n: number, fields: Partial<Request> = {}): Request =>
  aRequest(id, {
    shotId: `shot-${n}`,
    fromTakeId: `take-${n}`,
    prompt: 'a girl under a RED umbrella',
    strength: 0.5,
    generator: 'none',
    createdAt: 1_700_000_000_000,
    ...fields,
  });

export const setShot = (records: Records, id: string, fields: Partial<Shot>): Records => ({
  ...records,
  shot: { ...records.shot, [id]: { ...(records.shot[id] as Shot), ...fields } },
});

export const setRequest = (review: Review, { id }: Request, fields: Partial<Request>): void =>
  void review.system('Request', (records) => ({
    ...records,
    request: { ...records.request, [id]: { ...(records.request[id] as Request), ...fields } },
  }));

/** As regeneration does: the picture comes, becomes a take, and, where it is the better one, the pick. */
export function makePicture(review: Review, request: Request, better = true): string {
  const { id, shotId, round, fromTakeId } = request;
  const take: Take = {
    ...aTake(0),
    id: `made-${id}`,
    shotId,
    round,
    origin: { kind: 'regenerated', fromTakeId, requestId: id },
  };
  review.system('Add take', (records) => ({ ...records, take: { ...records.take, [take.id]: take } }));
  setRequest(review, request, { state: 'done', resultTakeId: take.id });
  review.system('Settle', (records) => {
    const picked = better && records.shot[shotId]?.pickId === fromTakeId;
    return setShot(records, shotId, { status: 'pending', ...(picked && { pickId: take.id }) });
  });
  return take.id;
}
