/** Seconds of a shot as they are written and dragged: whole frames, one at least. */
import { type FrameRate, framesOf, LONGEST_SECONDS } from '@shared/frame-rate.js';

/** The whole frames nearest to it. */
export const wholeFrames = (seconds: number, rate: FrameRate): number =>
  framesOf(Math.min(LONGEST_SECONDS, Math.max(0, seconds)), rate) / rate.exact;

/** For a field: no more decimals than a frame needs; '' = none is set. */
export const durationOf = (seconds: number | null): string =>
  seconds === null ? '' : String(Number(seconds.toFixed(2)));

/** What is typed: null = none, undefined = it cannot be one. A comma is a point. */
export function readDuration(text: string, rate: FrameRate): number | null | undefined {
  const trimmed = text.trim().replace(/\s*s$/, '').replace(',', '.');
  if (trimmed === '') return null;
  const seconds = /^\d*\.?\d+$|^\d+\.$/.test(trimmed) ? Number(trimmed) : Number.NaN;
  return seconds > 0 && seconds <= LONGEST_SECONDS ? wholeFrames(seconds, rate) : undefined;
}
