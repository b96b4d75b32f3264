/** One question to which the world's geometry has the answer. */
import { wilson } from '@shared/wilson.js';
import { interval, percent, table } from '../statistics.js';

/** Null = nothing was measured. */
export type Answer = boolean | null;

export interface Trial {
  readonly measure: string;
  /** What is measured is what is so. */
  readonly right: Answer;
}

/** A row for each measure: right of those measured with a 95 % interval, how many were measured, and how many were asked. */
export function tableOf(trials: readonly Trial[]): string {
  const names = [...new Set(trials.map(({ measure }) => measure))];
  const rows = names.map((name) => {
    const own = trials.filter(({ measure }) => measure === name);
    const measured = own.filter(({ right }) => right !== null);
    const right = measured.filter((one) => one.right).length;
    const share = `${percent(right / measured.length)} (${interval(wilson(right, measured.length))})`;
    return [name, share, `${measured.length}`, `${own.length}`];
  });
  return table(['measure', 'right (95 %)', 'measured', 'asked'], rows);
}
