import { groupBy } from './group-by.js';
import { listed } from './listed.js';

/** What went wrong with the picture of one shot, as two sentences. */
export interface FailedShot {
  readonly number: string;
  readonly message: string;
  readonly hint: string;
}

/** Reasons, and the shots of one, that are named. */
const REASONS = 3;
const SHOTS = 12;

/** Each reason once, with the shots that it is of, and behind all that are mended alike what to do; what most failed by first. '' for none. */
export function failuresTold(failed: readonly FailedShot[]): string {
  const kinds = [...groupBy(failed, ({ hint }) => hint)].sort(([, a], [, b]) => b.length - a.length);
  return kinds.map(([hint, those]) => `${reasonsTold(those)} ${hint}`).join(' ');
}

function reasonsTold(failed: readonly FailedShot[]): string {
  const reasons = [...groupBy(failed, ({ message }) => message)].sort(([, a], [, b]) => b.length - a.length);
  // One more takes no more room than to say that there is one.
  const most = reasons.length === REASONS + 1 ? reasons.length : REASONS;
  const named = reasons.slice(0, most).map(([message, those]) => `${shotsNamed(those)}: ${message}`);
  const others = reasons.slice(most).flatMap(([, those]) => those);
  if (others.length > 0) named.push(`${shotsNamed(others)} failed too, each for a reason of its own.`);
  return named.join(' ');
}

function shotsNamed(failed: readonly FailedShot[]): string {
  const numbers = [...new Set(failed.map(({ number }) => number))];
  return `${numbers.length === 1 ? 'Shot' : 'Shots'} ${listed(numbers, SHOTS)}`;
}
