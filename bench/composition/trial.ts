/** One question to which the world's geometry has the answer. */
import { wilson } from '@shared/wilson.js';

/** Null = nothing was measured. */
export type Answer = boolean | null;

export interface Trial {
  readonly measure: string;
  /** What is measured is what is so. */
  readonly right: Answer;
}

/** A line for each measure: right of those measured with a 95 % interval, and how many were measured. */
export function table(trials: readonly Trial[]): string[] {
  const names = [...new Set(trials.map(({ measure }) => measure))];
  return names.map((name) => {
    const own = trials.filter(({ measure }) => measure === name);
    const measured = own.filter(({ right }) => right !== null);
    const right = measured.filter((one) => one.right).length;
    const [low, high] = wilson(right, measured.length);
    const share = measured.length === 0 ? '–' : (right / measured.length).toFixed(3);
    return `${name.padEnd(34)} ${share}  [${low.toFixed(3)}–${high.toFixed(3)}]  ${right} of ${measured.length} measured, ${own.length} asked`;
  });
}
