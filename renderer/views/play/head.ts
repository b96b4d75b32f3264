/** Where an animatic stands and how fast it goes. It is told by when it was last set going, so that nothing counts along. */
import type { Range } from './timeline.js';

export interface Head {
  /** Seconds into the board, when it was last set going or stopped. */
  readonly at: number;
  /** Milliseconds on the window's clock when that was; null while it stands. */
  readonly since: number | null;
  /** Times the speed of the board; backwards below 0. */
  readonly speed: number;
}

export const AT_START: Head = { at: 0, since: null, speed: 1 };

/** As J and L go faster with each press. */
const FASTEST = 8;

export interface Place {
  /** Within the range, its end left out where it goes round. */
  readonly seconds: number;
  /** It reached the end that it was going for, and does not go round. */
  readonly ended: boolean;
}

/** Where it is at `now`, milliseconds on the same clock. */
export function placeOf({ at, since, speed }: Head, now: number, range: Range, goesRound: boolean): Place {
  const { start, end } = range;
  const length = end - start;
  if (since === null) return { seconds: at, ended: false };
  const seconds = at + (speed * (now - since)) / 1000;
  if (length <= 0) return { seconds: start, ended: true };
  if (goesRound) return { seconds: start + ((((seconds - start) % length) + length) % length), ended: false };
  if (speed > 0 && seconds >= end) return { seconds: end, ended: true };
  if (speed < 0 && seconds <= start) return { seconds: start, ended: true };
  return { seconds, ended: false };
}

/** Set going from where it is, from the other end where it stands at the one it would go for. */
export function going(speed: number, seconds: number, now: number, { start, end }: Range): Head {
  const isOver = speed > 0 ? seconds >= end || seconds < start : seconds <= start || seconds > end;
  return { at: isOver ? (speed > 0 ? start : end) : seconds, since: now, speed };
}

export const standing = (seconds: number): Head => ({ at: seconds, since: null, speed: 1 });

/** The speed after one more press of the key for a direction. */
export function faster({ since, speed }: Head, direction: 1 | -1): number {
  if (since === null || Math.sign(speed) !== direction) return direction;
  return direction * Math.min(FASTEST, Math.abs(speed) * 2);
}

/** Some frames on, on the frame's own beginning, within the range and short of its end. */
export function stepped(seconds: number, frames: number, perSecond: number, { start, end }: Range): number {
  const first = Math.max(0, Math.ceil(start * perSecond - 1e-6));
  const last = Math.max(first, Math.ceil(end * perSecond - 1e-6) - 1);
  const frame = Math.floor(seconds * perSecond + 1e-6) + frames;
  return Math.min(last, Math.max(first, frame)) / perSecond;
}
