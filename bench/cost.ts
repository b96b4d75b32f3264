/** What contenders took for the same pictures, side by side, and against the bars. */
import { readFile } from 'node:fs/promises';
import { peakMemory } from '@inference/index.js';
import { median } from '@shared/median.js';
import { table } from './statistics.js';

export interface Sample {
  /** On the clock. */
  readonly seconds: number;
  /** Of processor time, all threads together: says more on a machine that others use; NaN where unknown. */
  readonly work: number;
}

/** What one contender took. */
export interface Figures {
  readonly name: string;
  /** Seconds. */
  readonly load: number;
  /** By the number of claims asked of a picture. */
  readonly samples: ReadonlyMap<number, readonly Sample[]>;
  /** Most bytes resident; 0 where the system does not tell. */
  readonly peak: number;
  /** Most bytes held of a card; 0 where there is none or the system does not tell. */
  readonly card: number;
}

export interface Bar {
  readonly what: string;
  readonly value: string;
  readonly bar: string;
  readonly met: boolean;
}

/** Clock ticks a second in /proc, on every Linux that Node runs on. */
const TICKS = 100;

/** Peak resident bytes and processor seconds so far of a process; 0 and NaN where the system does not tell. */
export async function processCost(pid: number | undefined): Promise<{ peak: number; work: number }> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  const [user, system] = stat
    .slice(stat.lastIndexOf(')') + 2)
    .split(' ')
    .slice(11, 13);
  return { peak: (await peakMemory(pid)) ?? 0, work: (Number(user) + Number(system)) / TICKS };
}

export const seconds = (value: number): string =>
  Number.isFinite(value) ? (value < 1 ? `${(1000 * value).toFixed(1)} ms` : `${value.toFixed(2)} s`) : '–';
export const mebibytes = (bytes: number): string =>
  bytes > 0 ? `${(bytes / 2 ** 20).toFixed(0)} MiB` : 'unknown';
export const times = (value: number): string => (Number.isFinite(value) ? `${value.toFixed(2)} ×` : '–');

const samplesOf = ({ samples }: Figures, claims: number): readonly Sample[] => samples.get(claims) ?? [];

/** The fastest picture: what other work on the machine disturbs least. */
export function best(figures: Figures, claims: number, of: keyof Sample = 'seconds'): number {
  const values = samplesOf(figures, claims).map((sample) => sample[of]);
  return values.length === 0 ? Number.NaN : Math.min(...values);
}

/** `few` and `many`: the two numbers of claims that were asked. */
export function sideBySide(all: readonly Figures[], few: number, many: number): string {
  const row = (title: string, cell: (figures: Figures) => string) => [title, ...all.map(cell)];
  const frame = (claims: number) => (figures: Figures) => {
    const samples = samplesOf(figures, claims);
    const middle = median(samples.map((sample) => sample.seconds));
    return `${seconds(best(figures, claims))} (${seconds(middle)}, ${samples.length})`;
  };
  const ratio = (of: keyof Sample) => (figures: Figures) =>
    times(best(figures, many, of) / best(figures, few, of));
  const work = (claims: number) => (figures: Figures) => seconds(best(figures, claims, 'work'));
  return table(
    ['best (median, pictures)', ...all.map(({ name }) => name)],
    [
      row('start and load', ({ load }) => seconds(load)),
      row(`a frame with ${few} claim`, frame(few)),
      row(`a frame with ${many} claims`, frame(many)),
      row(`  ${many} claims to ${few}`, ratio('seconds')),
      row(`processor time with ${few} claim`, work(few)),
      row(`processor time with ${many} claims`, work(many)),
      row(`  ${many} claims to ${few}`, ratio('work')),
      row('peak memory of the process', ({ peak }) => mebibytes(peak)),
      ...(all.some(({ card }) => card > 0)
        ? [row('peak memory of the card', ({ card }) => mebibytes(card))]
        : []),
    ],
  );
}

/** `print`: how a value is written. */
export const atMost = (what: string, value: number, bar: number, print = times): Bar => ({
  what: `${what}, at most`,
  value: print(value),
  bar: print(bar),
  met: value <= bar,
});
export const atLeast = (what: string, value: number, bar: number, print = times): Bar => ({
  what: `${what}, at least`,
  value: print(value),
  bar: print(bar),
  met: value >= bar,
});
const barLine = ({ what, value, bar, met }: Bar): string =>
  `${met ? 'met   ' : 'MISSED'} ${what} ${bar}: ${value}`;
/** Prints them, each on a line of its own. The program ends with exit code 1 when one is missed. */
export function tellBars(bars: readonly Bar[]): void {
  for (const bar of bars) console.log(barLine(bar));
  if (bars.some(({ met }) => !met)) process.exitCode = 1;
}
/** Where the bar does not hold. */
export const toldLine = ({ what, value, bar }: Bar): string => `told   ${what} ${bar}: ${value}`;
