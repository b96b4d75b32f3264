/** Questions that several parts ask of the records. */

import { groupBy } from '../group-by.js';
import { byShot } from './by-shot.js';
import type { Decision } from './decision.js';
import { sameValue } from './diff.js';
import type { Drawing } from './drawing.js';
import type { Note } from './note.js';
import type { Portrait } from './portrait.js';
import type { Pictured } from './reference.js';
import type { Request, RequestState } from './request.js';
import { isInPlay, type Shot } from './shot.js';
import type { Records } from './tables.js';
import type { Take } from './take.js';

/** Shots in story order. */
export function shotsInOrder(all: Pick<Records, 'shot'>): Shot[] {
  const shots = Object.values(all.shot);
  // Positions are dense, so that each shot has its place; sorting ten thousand takes longer than an answer may.
  const placed: Shot[] = new Array(shots.length);
  for (const shot of shots) {
    const { position } = shot;
    if (!(position >= 0 && position < shots.length) || placed[position] !== undefined)
      return shots.sort((a, b) => a.position - b.position);
    placed[position] = shot;
  }
  return placed;
}

/** The shots that are part of the story, in its order. */
export const shotsInPlay = (all: Pick<Records, 'shot'>): Shot[] => shotsInOrder(all).filter(isInPlay);

/** Takes of a shot, oldest first. */
export function takesOf(all: Pick<Records, 'take'>, shotId: string): Take[] {
  return [...(byShot(all.take).get(shotId) ?? [])].sort(
    (a, b) => a.round - b.round || a.createdAt - b.createdAt,
  );
}

/** Decisions on a shot, as they followed each other, whatever the clock said. */
export function decisionsOf(all: Pick<Records, 'decision'>, shotId: string): Decision[] {
  return [...(byShot(all.decision).get(shotId) ?? [])].sort(inDecisionOrder);
}

/** Of decisions on one shot. */
export const inDecisionOrder = (
  a: Pick<Decision, 'id' | 'at' | 'order'>,
  b: Pick<Decision, 'id' | 'at' | 'order'>,
): number => orderOf(a) - orderOf(b) || a.at - b.at || (a.id < b.id ? -1 : 1);

/** Those of earlier versions come before all others. */
const orderOf = ({ order = 0 }: Pick<Decision, 'order'>): number => order;

/** The place of the next decision on a shot. */
export const nextOrder = (all: Pick<Records, 'decision'>, shotId: string): number =>
  1 + Math.max(0, ...(byShot(all.decision).get(shotId) ?? []).map(orderOf));

/** The key of the finding that a decision dismisses; null where it decides something else. */
export const dismissedBy = ({ kind, findingKey }: Pick<Decision, 'kind' | 'findingKey'>): string | null =>
  kind === 'dismiss' ? findingKey : null;

/** Notes, or what is drawn, oldest first: what was drawn later lies on top. Those of one moment in one order always. */
export const oldestFirst = <T extends Pick<Note | Drawing, 'at' | 'id'>>(all: readonly T[]): T[] =>
  [...all].sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));

/** What says which picture it is, and nothing else. */
export const picturedBy = (one: Pictured): Pictured =>
  'takeId' in one
    ? { takeId: one.takeId, region: one.region }
    : { portraitId: one.portraitId, region: one.region };

/** Whether both are the same part of the same picture. */
export const showsSame = (a: Pictured, b: Pictured): boolean => sameValue(picturedBy(a), picturedBy(b));

/** Whose picture it is; null where that is gone. */
export const pictureOf = (all: Pick<Records, 'take' | 'portrait'>, one: Pictured): Take | Portrait | null =>
  ('takeId' in one ? all.take[one.takeId] : all.portrait[one.portraitId]) ?? null;

/** Regenerations a shot has had or has under way. */
export function roundsUsed(all: Pick<Records, 'request'>, shotId: string): number {
  return roundsAmong(byShot(all.request).get(shotId) ?? []);
}

/** The same, of the requests of one shot. */
export const roundsAmong = (requests: readonly Request[]): number =>
  new Set(requests.filter(({ state }) => takesRound(state)).map(roundOf)).size;

/** What a request is a round of its shot by: candidates that were ordered together are one. */
export const roundOf = ({ id, setId }: Pick<Request, 'id' | 'setId'>): string => setId ?? id;

/** Names of the requests of one set; the first is named as the set. */
export const candidateIds = (setId: string, candidates: number): string[] =>
  Array.from({ length: candidates }, (_, n) => (n === 0 ? setId : `${setId}.${n + 1}`));

/** Of the requests of a shot, the round that was ordered last, of those that `counts` says count; [] = there is none. */
export const lastRound = (
  requests: readonly Request[],
  counts: (round: readonly Request[]) => boolean = () => true,
): readonly Request[] =>
  [...groupBy(requests, roundOf).values()]
    .filter(counts)
    .reduce<readonly Request[]>((a, b) => (orderedAt(b) >= orderedAt(a) ? b : a), []);

const orderedAt = (round: readonly Request[]): number =>
  Math.max(0, ...round.map(({ createdAt }) => createdAt));

/** It ended without a picture, and can be ordered again as it stands. */
export const madeNothing = ({ state }: Pick<Request, 'state'>): boolean =>
  state === 'failed' || state === 'unknown';

/** Whether a request in this state counts as a round of its shot. */
export const takesRound = (state: RequestState): boolean =>
  state === 'queued' || state === 'running' || state === 'done';

/** Nothing more is needed for it to be made. */
export const isUnderWay = ({ state }: Pick<Request, 'state'>): boolean =>
  state === 'queued' || state === 'running';
