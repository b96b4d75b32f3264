/** The figures that benchmarks report, and how they are printed. */
import { type Random, seededRandom } from '@models/storybook/world/index.js';

export interface Counts {
  readonly truePositives: number;
  readonly positives: number;
  readonly trueNegatives: number;
  readonly negatives: number;
}

/** Mean of the shares of positives and of negatives that were told right; NaN without both. */
export const balancedAccuracy = ({ truePositives, positives, trueNegatives, negatives }: Counts): number =>
  (truePositives / positives + trueNegatives / negatives) / 2;

export const addCounts = (all: readonly Counts[]): Counts => ({
  truePositives: sum(all.map((one) => one.truePositives)),
  positives: sum(all.map((one) => one.positives)),
  trueNegatives: sum(all.map((one) => one.trueNegatives)),
  negatives: sum(all.map((one) => one.negatives)),
});

export const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
export const mean = (values: readonly number[]): number => sum(values) / values.length;

/** Area under the curve: how often one of `yes` lies above one of `no`; equals count half. */
export const areaUnder = (yes: readonly number[], no: readonly number[]): number =>
  (shareAbove(yes, no) + 1 - shareAbove(no, yes)) / 2;

/** Of all pairs of one and another, those in which the one is more. */
function shareAbove(ones: readonly number[], others: readonly number[]): number {
  const all = [
    ...ones.map((value) => ({ value, isOne: true })),
    ...others.map((value) => ({ value, isOne: false })),
  ];
  let [below, above] = [0, 0];
  // Of equals the ones come first, so that no other is below them.
  for (const { isOne } of all.sort((a, b) => a.value - b.value)) {
    if (isOne) above += below;
    else below++;
  }
  return above / (ones.length * others.length);
}

/** The 95 % interval of a statistic when the units (frames, boards) are drawn again, with replacement. */
export function bootstrap<T>(
  units: readonly T[],
  statistic: (sample: readonly T[]) => number,
  draws = 1000,
  random: Random = seededRandom(1),
): readonly [low: number, high: number] {
  const values: number[] = [];
  for (let draw = 0; draw < draws; draw += 1) {
    const value = statistic(units.map(() => units[Math.floor(random() * units.length)] as T));
    if (Number.isFinite(value)) values.push(value);
  }
  values.sort((a, b) => a - b);
  const at = (share: number): number =>
    values[Math.min(values.length - 1, Math.floor(values.length * share))] ?? Number.NaN;
  return [at(0.025), at(0.975)];
}

export const percent = (share: number): string =>
  Number.isFinite(share) ? `${(100 * share).toFixed(1)} %` : '–';
export const interval = ([low, high]: readonly [number, number]): string =>
  Number.isFinite(low) ? `${(100 * low).toFixed(1)}–${(100 * high).toFixed(1)}` : '–';

/** A Markdown table with its columns aligned. */
export function table(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = header.map((_, i) => Math.max(...[header, ...rows].map((row) => (row[i] ?? '').length)));
  const line = (row: readonly string[]): string =>
    `| ${widths.map((width, i) => (row[i] ?? '').padEnd(width)).join(' | ')} |`;
  return [line(header), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line)].join('\n');
}
