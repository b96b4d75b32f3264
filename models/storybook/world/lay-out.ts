import { APART } from './claim-meaning.js';
import type { Random } from './random.js';
import { heldAt } from './sample.js';
import type { Colour, Kind, Mood, Pose, Subject } from './scene.js';
import type { Side } from './vocabulary.js';

/** A subject whose place in the frame is still open. */
export interface Cast {
  kind: Kind;
  colour: Colour;
  mood: Mood;
  pose: Pose;
  facing: -1 | 1;
  /** `of` and `heldBy`: index in the cast. */
  side?: { side: Side; of?: number };
  heldBy?: number;
  /** Where it was in the scene that this one starts from. */
  x?: number;
}

/** A seeded stream for one decision. */
type Stream = (...what: (string | number)[]) => Random;

/** Places everybody who stands, and puts what is held into the holder's hand. */
export function layOut(cast: readonly Cast[], stream: Stream): Subject[] {
  const standing = cast.filter(({ heldBy }) => heldBy === undefined);
  const order = orderOf(standing, cast, stream);
  const slots = slotsOf(order, stream);
  const positions = new Map(order.map((own, slot) => [own, slots[slot] ?? 0.5]));
  return cast.map((own): Subject => {
    const { kind, colour, mood, pose, facing } = own;
    const holder = own.heldBy === undefined ? undefined : cast[own.heldBy];
    if (holder && own.heldBy !== undefined) {
      const x = heldAt({ x: positions.get(holder) ?? 0.5, facing: holder.facing });
      return { kind, colour, mood, pose, facing: holder.facing, x, heldBy: own.heldBy };
    }
    return { kind, colour, mood, pose, facing, x: positions.get(own) ?? 0.5 };
  });
}

/** From left to right: sides of the frame first, then the base's order or the seed's, then sides of one another. */
function orderOf(standing: readonly Cast[], cast: readonly Cast[], stream: Stream): Cast[] {
  const rank = (own: Cast): number => {
    if (own.side && own.side.of === undefined) return { left: -1, centre: 0.5, right: 2 }[own.side.side];
    return own.x ?? stream('order', own.kind)();
  };
  const order = [...standing].sort((a, b) => rank(a) - rank(b));
  for (const own of standing) {
    const of = own.side?.of;
    const named = of === undefined ? undefined : cast[of];
    const other = named?.heldBy === undefined ? named : cast[named.heldBy];
    if (!other || other === own || !own.side || own.side.side === 'centre') continue;
    const from = order.indexOf(own);
    const isRight = own.side.side === 'left' ? from < order.indexOf(other) : from > order.indexOf(other);
    if (isRight) continue;
    order.splice(from, 1);
    order.splice(order.indexOf(other) + (own.side.side === 'left' ? 0 : 1), 0, own);
  }
  return order;
}

function slotsOf(order: readonly Cast[], stream: Stream): number[] {
  // A re-take stays where it was as long as that agrees with the words.
  const kept = order.map(({ x }) => x);
  const agrees = (own: Cast): boolean => {
    if (!own.side || own.side.of !== undefined || own.x === undefined) return true;
    return own.side.side === 'left' ? own.x < 0.4 : own.side.side === 'right' ? own.x > 0.6 : true;
  };
  const isApart = kept.every((x, i) => x !== undefined && (i === 0 || x - (kept[i - 1] ?? 1) >= APART));
  if (isApart && order.every(agrees)) return kept.map((x) => x ?? 0.5);
  const random = stream('slots');
  const jitter = (x: number, by: number): number => x + (random() * 2 - 1) * by;
  const [only] = order;
  if (order.length === 1) {
    const side = only?.side?.of === undefined ? only?.side?.side : undefined;
    if (side === 'left') return [jitter(0.3, 0.05)];
    return side === 'right' ? [jitter(0.7, 0.05)] : [jitter(0.5, 0.12)];
  }
  if (order.length === 2) return [jitter(0.3, 0.05), jitter(0.7, 0.05)];
  if (order.length === 3) return [jitter(0.2, 0.04), jitter(0.5, 0.05), jitter(0.8, 0.04)];
  return [jitter(0.14, 0.015), jitter(0.38, 0.015), jitter(0.62, 0.015), jitter(0.86, 0.015)];
}
