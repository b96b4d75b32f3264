/** Shots in another order. */
import { z } from 'zod';
import {
  id,
  keepStretches,
  need,
  put,
  type Records,
  type Shot,
  shotsInOrder,
  type Write,
} from '../records/index.js';
import { define } from './definition.js';

export const shotIds = z.array(id).min(1).max(100_000);

/** Where shots go: to the one side or the other of a shot. */
export const place = { beside: id, side: z.enum(['before', 'after']) };
export type Place = z.infer<z.ZodObject<typeof place>>;

const idsOf = (shots: readonly Shot[]): string[] => shots.map(({ id }) => id);

/** The shots of these ids, each once, in story order. Throws NOT_FOUND. */
export const shotsOfIds = (records: Records, ids: readonly string[]): Shot[] =>
  [...new Set(ids)].map((id) => need(records, 'shot', id)).sort((a, b) => a.position - b.position);

/** The storyboard with its shots as `after`, in that order; facts go on holding for the shots that they held for. */
export function inOrder(records: Records, after: readonly Shot[], moved: readonly string[]): Write[] {
  const placed = after.map((shot, position) => (shot.position === position ? shot : { ...shot, position }));
  const changed = placed.filter((shot) => records.shot[shot.id] !== shot).map((shot) => put('shot', shot));
  // Where nothing went anywhere, no stretch has another end.
  if (placed.every(({ id, position }) => records.shot[id]?.position === position)) return changed;
  const before = idsOf(shotsInOrder(records));
  const facts = keepStretches(records.fact, before, idsOf(after), new Set(moved));
  return [...changed, ...Object.values(facts).map((fact) => put('fact', fact))];
}

/**
 * The shots gather at that place in their own order, and are of the scene there. Beside one of themselves, they gather
 * where that one stands. Throws NOT_FOUND.
 */
export function gathered(records: Records, moving: readonly Shot[], { beside, side }: Place): Shot[] {
  const there = need(records, 'shot', beside);
  const isMoving = new Set(idsOf(moving));
  const after = shotsInOrder(records).filter(({ id }) => !isMoving.has(id));
  const last = there.position - (side === 'before' || isMoving.has(beside) ? 1 : 0);
  const at = after.findLastIndex(({ position }) => position <= last) + 1;
  const own = moving.map((shot) => (shot.scene === there.scene ? shot : { ...shot, scene: there.scene }));
  after.splice(at, 0, ...own);
  return after;
}

export const moveShots = define(
  'move-shots',
  { shotIds, ...place },
  {
    apply: (records, { shotIds, ...place }) =>
      inOrder(records, gathered(records, shotsOfIds(records, shotIds), place), shotIds),
    label: ({ beside, side }, shots, records) =>
      `Move ${shots} ${side} shot ${records.shot[beside]?.number ?? '?'}`,
    shots: ({ shotIds }) => shotIds,
  },
);
