/** Why what was approved of a shot, or made of it, no longer counts: the first change of the chain that leads there. */
import {
  type Basis,
  type Decision,
  dismissedBy,
  inDecisionOrder,
  type Request,
  sameValue,
} from '../records/index.js';
import { wordsNow } from './basis-of.js';
import { referencesOf } from './references.js';
import { type BoardRecords, factsOnBoard, type ShotParts, shotParts } from './shot-parts.js';
import { standsFor } from './stands-for.js';

/** What changed; the canon with the name that it is about, '' for style; a picture to look like with what it showed. */
export type Cause =
  | { readonly kind: 'description' | 'prompt' | 'picture' | 'dismissed' }
  | { readonly kind: 'canon' | 'reference'; readonly name: string };

/** What it was given for, of which take, and when. What has no basis was approved before there was one, and counts. */
interface Approval {
  readonly takeId: string | null;
  readonly basis: Basis | undefined;
  readonly at: number;
}

const ofRequest = ({ fromTakeId, basis, createdAt }: Request): Approval => ({
  takeId: fromTakeId,
  basis,
  at: createdAt,
});

function changeSince(parts: ShotParts, { takeId, basis, at }: Approval): Cause | null {
  if (!basis) return null;
  const now = wordsNow(parts);
  if (now.description !== basis.description) return { kind: 'description' };
  const name = otherCanon(now.canon, basis.canon);
  if (name !== null) return { kind: 'canon', name };
  if (hasOtherPrompt(parts, basis, at)) return { kind: 'prompt' };
  // What was given without a picture was given for words alone.
  if (basis.picture !== null && standsFor(parts, takeId)?.sha256 !== basis.picture)
    return { kind: 'picture' };
  const other = parts.references.find(
    ({ of, changed }) => changed !== null && basis.references?.includes(of),
  );
  return other?.changed ? { kind: 'reference', name: other.changed } : null;
}

/** A prompt that was approved later is no change behind the artist's back. */
function hasOtherPrompt(parts: ShotParts, basis: Basis, at: number): boolean {
  const { prompt } = wordsNow(parts);
  return (
    prompt !== basis.prompt &&
    !parts.decisions.some((one) => one.at >= at && one.basis !== undefined && one.basis.prompt === prompt)
  );
}

/** The shot's prompt was changed since the order was approved, and not by another approval. */
const isPromptChanged = (parts: ShotParts, { basis, createdAt }: Request): boolean =>
  basis !== undefined && hasOtherPrompt(parts, basis, createdAt);

/** The first name of which the canon says something else. */
function otherCanon(now: Basis['canon'], then: Basis['canon']): string | null {
  const before = new Map(then);
  const changed = now.find(([name, said]) => before.get(name) !== said);
  if (changed) return changed[0];
  const still = new Set(now.map(([name]) => name));
  return then.find(([name]) => !still.has(name))?.[0] ?? null;
}

/** It waits to be made, or for a yes. */
const isOpen = ({ state }: Request): boolean => state === 'queued' || state === 'elsewhere';

/** Why the approval of an order of this shot no longer counts; null where it does, or where nothing waits on it. */
export function orderCause(parts: ShotParts, request: Request): Cause | null {
  if (!isOpen(request)) return null;
  const change = changeSince(parts, ofRequest(request));
  if (change) return change;
  const { length = 0 } = request.basis?.answers ?? [];
  return stillAnswered(parts, request).length < length ? { kind: 'dismissed' } : null;
}

/** Of the findings that an order is to mend, those that were not dismissed since. */
export function stillAnswered({ decisions }: ShotParts, { basis }: Request): string[] {
  const dismissed = new Set(decisions.map(dismissedBy));
  return basis?.answers.filter((key) => !dismissed.has(key)) ?? [];
}

/** The same, of requests of any shots. */
export function isOutdated(records: BoardRecords): (request: Request) => boolean {
  const facts = factsOnBoard(records);
  return (request) => {
    const parts = shotParts(records, request.shotId, facts);
    return parts !== null && orderCause(parts, request) !== null;
  };
}

export const outdatedOrders = (parts: ShotParts): Request[] =>
  parts.requests.filter((request) => orderCause(parts, request) !== null);

/** The last word on what stands: the artist's, or the order that the pick was made from. */
function lastApproval({ shot, takes, requests, decisions }: ShotParts): Approval | null {
  const origin = takes.find(({ id }) => id === shot.pickId)?.origin;
  const order =
    origin?.kind === 'regenerated' ? requests.find(({ id }) => id === origin.requestId) : undefined;
  if (shot.status !== 'approved' && !(shot.status === 'pending' && order)) return null;
  const decided = decisions.reduce<Decision | null>(
    (last, one) => (one.basis && (last === null || inDecisionOrder(last, one) < 0) ? one : last),
    null,
  );
  if (order && (decided === null || order.createdAt > decided.at)) return ofRequest(order);
  return decided && { takeId: decided.takeId, basis: decided.basis, at: decided.at };
}

/** Why an approved shot, or the picture that was made for it, no longer is what was approved; null where it is. */
export function standingCause(parts: ShotParts): Cause | null {
  const approval = lastApproval(parts);
  return approval && changeSince(parts, approval);
}

/** What an order would make if it were approved now; the same object where nothing of that changed. */
export function asItIsNow(parts: ShotParts, request: Request): Request {
  const { prompt, negativePrompt } = parts.shot;
  const isOther = isPromptChanged(parts, request) && prompt !== '';
  const fromTakeId = standsFor(parts, request.fromTakeId)?.id ?? request.fromTakeId;
  const references = referencesOf(parts, request);
  const looksElse = !sameValue(references, request.references ?? []);
  if (!isOther && !looksElse && fromTakeId === request.fromTakeId) return request;
  const { references: _, ...rest } = request;
  return {
    ...rest,
    ...(isOther && { prompt, negativePrompt }),
    ...(references.length > 0 && { references: [...references] }),
    fromTakeId,
  };
}
