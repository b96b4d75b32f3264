/** Numbers as the artist reads them. */

/** 0–1 as a score of 0–100; a dash where nothing was judged. */
export const score = (value: number | null | undefined): string =>
  value == null ? '–' : String(Math.round(value * 100));

/** As a sentence or a heading begins. */
export { capitalised } from '@shared/capitalised.js';

/** A probability, two decimals. */
export const probability = (p: number | null): string => (p === null ? 'not judged' : `p ${p.toFixed(2)}`);

/** A measure, with as many decimals as it needs. */
export function amount(value: number): string {
  const size = Math.abs(value);
  return size >= 100 ? value.toFixed(0) : size >= 10 ? value.toFixed(1) : value.toFixed(2);
}

/** Seconds as '0:12' or '1:04:00'. */
export function clock(seconds: number): string {
  const all = Math.max(0, Math.round(seconds));
  const hours = Math.floor(all / 3600);
  const minutes = Math.floor(all / 60) % 60;
  const rest = String(all % 60).padStart(2, '0');
  return hours > 0 ? `${hours}:${String(minutes).padStart(2, '0')}:${rest}` : `${minutes}:${rest}`;
}

export const count = (amountOf: number, one: string, many = `${one}s`): string =>
  `${amountOf} ${amountOf === 1 ? one : many}`;

// Each takes longer to make than what is drawn beside it.
const days = new Intl.DateTimeFormat(undefined, { month: 'short', day: 'numeric' });
const moments = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' });

export const day = (at: number): string => days.format(at);

export const moment = (at: number): string => moments.format(at);

/** A duration in seconds, with as many decimals as it needs. */
export const duration = (seconds: number): string => `${seconds.toFixed(seconds < 10 ? 2 : 0)} s`;
