import { byShot, type Records, type Shot, shotsInPlay } from './records/index.js';

export interface Gaps {
  /** Shots without any picture, in story order; those that are left out of play lack nothing. */
  readonly pictures: readonly Shot[];
  /** Shots without a description: nothing can be judged of them. */
  readonly descriptions: readonly Shot[];
}

/** What shots lack to be judged. */
export function gapsOf(records: Pick<Records, 'shot' | 'take'>): Gaps {
  const shots = shotsInPlay(records);
  const takes = byShot(records.take);
  return {
    pictures: shots.filter(({ id }) => !takes.has(id)),
    descriptions: shots.filter(({ description }) => description.trim() === ''),
  };
}

/** A longer list is cut. */
const NAMED = 12;

/** "Shot 3 has no picture.", "2 shots have no picture: 3 and 7.": what a person is told of them. */
export const gapsTold = ({ pictures, descriptions }: Gaps): string[] => [
  ...told(pictures, 'no picture'),
  ...told(descriptions, 'no description to be judged by'),
];

function told(shots: readonly Shot[], lack: string): string[] {
  const names = shots.slice(0, NAMED).map(({ number }) => number);
  if (shots.length < 2) return names.map((number) => `Shot ${number} has ${lack}.`);
  const rest = shots.length - names.length;
  const last = rest > 0 ? `${rest} more` : names.pop();
  return [`${shots.length} shots have ${lack}: ${names.join(', ')} and ${last}.`];
}
