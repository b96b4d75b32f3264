/** What commands on a shot share. */
import { z } from 'zod';
import { ContinuistError } from '../errors.js';
import { type ShotParts, shotParts } from '../out-of-date/index.js';
import {
  add,
  byShot,
  type Decision,
  type DecisionKind,
  id,
  need,
  nextOrder,
  put,
  type RecordOf,
  type Records,
  type Request,
  roundOf,
  roundsUsed,
  type Shot,
  takesRound,
  type Write,
} from '../records/index.js';
import type { Inputs } from './inputs.js';

export const onShot = { shotId: id };
export const reason = z.string().max(500);
/** The score that it follows from; absent = decided by hand. */
export const byScore = z.number().min(0).max(1).exactOptional();

/** Changes some fields of a shot. Throws NOT_FOUND. */
export const setShot = (records: Records, shotId: string, fields: Partial<Omit<Shot, 'id'>>): Write =>
  put('shot', { ...need(records, 'shot', shotId), ...fields });

/** All that is asked of a shot to know what hangs on it. Throws NOT_FOUND. */
export function partsOf(records: Records, shotId: string): ShotParts {
  const parts = shotParts(records, shotId);
  if (!parts) throw new ContinuistError('NOT_FOUND', 'shot', { table: 'shot', id: shotId });
  return parts;
}

/** The take, if it is of this shot. Throws NOT_FOUND. */
export function needTake(records: Records, shotId: string, takeId: string): RecordOf<'take'> {
  const take = need(records, 'take', takeId);
  if (take.shotId !== shotId) throw new ContinuistError('NOT_FOUND', 'take', { table: 'take', id: takeId });
  return take;
}

/** The number of the shot's next regeneration. Throws LIMIT_REACHED, and NOT_FOUND. */
export function roundAfter(records: Records, shotId: string, { rounds }: Pick<Inputs, 'rounds'>): number {
  const { number } = need(records, 'shot', shotId);
  const round = roundsUsed(records, shotId) + 1;
  if (round <= rounds) return round;
  throw new ContinuistError('LIMIT_REACHED', `shot ${number}, ${rounds} of ${rounds}`, { shotId, rounds });
}

/** The round of one of the shot's requests that is ordered again: its own set's, where others of it count. Throws as above. */
export function roundFor(records: Records, request: Request, inputs: Pick<Inputs, 'rounds'>): number {
  const counts = (other: Request) => takesRound(other.state) && roundOf(other) === roundOf(request);
  const ofSet = byShot(records.request).get(request.shotId)?.find(counts);
  return ofSet?.round ?? roundAfter(records, request.shotId, inputs);
}

/** Notes what the artist decided on a shot. */
export const decide = (
  records: Records,
  inputs: Inputs,
  kind: DecisionKind,
  of: Pick<Decision, 'shotId'> & Partial<Decision>,
): Write =>
  add(records, 'decision', {
    takeId: need(records, 'shot', of.shotId).pickId,
    reason: '',
    acceptedEdits: [],
    prompt: null,
    negativePrompt: null,
    findingKey: null,
    ...of,
    id: inputs.id,
    kind,
    who: inputs.who,
    at: inputs.at,
    order: nextOrder(records, of.shotId),
  });
