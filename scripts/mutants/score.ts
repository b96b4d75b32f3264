import { wilson } from '../../shared/wilson.js';

/** What became of one planted fault. `line` is the trimmed source line it starts on. */
export interface Mutant {
  file: string;
  row: number;
  line: string;
  becomes: string;
  noticed: boolean;
  /** Noticed because the tests ran into their time limit. */
  byTimeout?: boolean;
  /** Not noticed in the time that one fault has: tests that were not run might have. */
  isCut?: boolean;
}

/** A planted fault that changes nothing anyone could see, and why. */
export interface Equivalent {
  file: string;
  line: string;
  becomes: string;
  reason: string;
}

export interface FileScore {
  file: string;
  planted: number;
  noticed: number;
  byTimeout: number;
  equivalent: number;
  /** Of those that were not noticed. */
  cut: number;
  missed: Mutant[];
  /** Noticed of those that could be noticed, 0–1. */
  score: number;
}

/** Share of planted faults that the tests of a rule file must notice. */
export const BAR = 0.85;

const isSame = (mutant: Pick<Mutant, 'file' | 'line' | 'becomes'>, named: Equivalent) =>
  named.file === mutant.file && named.line === mutant.line && named.becomes === mutant.becomes;

/** One score a file, worst first. An equivalent that a test notices after all counts as noticed. */
export function scoresOf(mutants: Mutant[], equivalents: Equivalent[]): FileScore[] {
  const files = [...new Set(mutants.map(({ file }) => file))];
  return files
    .map((file) => {
      const planted = mutants.filter((mutant) => mutant.file === file);
      const noticed = planted.filter((mutant) => mutant.noticed);
      const unnoticed = planted.filter((mutant) => !mutant.noticed);
      const missed = unnoticed.filter((mutant) => !equivalents.some((named) => isSame(mutant, named)));
      return {
        file,
        planted: planted.length,
        noticed: noticed.length,
        byTimeout: noticed.filter((mutant) => mutant.byTimeout).length,
        equivalent: unnoticed.length - missed.length,
        cut: missed.filter(({ isCut }) => isCut).length,
        missed,
        score: noticed.length + missed.length === 0 ? 1 : noticed.length / (noticed.length + missed.length),
      };
    })
    .sort((a, b) => a.score - b.score || a.file.localeCompare(b.file));
}

/** Entries of the list that name no unnoticed fault in the files that were run: outdated, to be removed. */
export function outdated(mutants: Mutant[], equivalents: Equivalent[]): Equivalent[] {
  const files = new Set(mutants.map(({ file }) => file));
  return equivalents.filter(
    (named) => files.has(named.file) && !mutants.some((mutant) => !mutant.noticed && isSame(mutant, named)),
  );
}

/** Entries of the list that name what one before them names. */
export const doubled = (equivalents: Equivalent[]): Equivalent[] =>
  equivalents.filter((one, at) => equivalents.findIndex((other) => isSame(one, other)) < at);

const percent = (share: number): string => (100 * share).toFixed(0);

/** The table a person reads. Where faults were cut off, the share is the least it can be. `all`: how many faults there are in a file of which only some were planted. */
export function table(scores: FileScore[], all: Readonly<Record<string, number>> = {}): string {
  const head = ['rule file', 'planted', 'noticed', 'by time-out', 'equivalent', 'cut off', 'score', 'bar'];
  const rows = scores.map((score) => [
    score.file,
    all[score.file] === undefined ? `${score.planted}` : `${score.planted} of ${all[score.file]}`,
    `${score.noticed}`,
    `${score.byTimeout}`,
    `${score.equivalent}`,
    `${score.cut}`,
    `${percent(score.score)} %${all[score.file] === undefined ? '' : ` (${likely(score)})`}`,
    score.score >= BAR ? 'met' : 'MISSED',
  ]);
  const widths = head.map((_, column) => Math.max(...[head, ...rows].map((row) => row[column]?.length ?? 0)));
  const line = (row: string[]) =>
    row
      .map((cell, column) =>
        column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0),
      )
      .join('  ');
  return [head, ...rows].map(line).concat('', sum(scores)).join('\n');
}

/** Of a sample: between which shares, in per cent, that of the whole file lies. */
function likely({ planted, equivalent, noticed }: FileScore): string {
  return wilson(noticed, planted - equivalent)
    .map(percent)
    .join('–');
}

/** All files in one line. */
function sum(scores: FileScore[]): string {
  const of = (figure: (score: FileScore) => number) => scores.reduce((all, score) => all + figure(score), 0);
  const noticed = of((score) => score.noticed);
  const counted = noticed + of(({ missed }) => missed.length);
  const share = counted === 0 ? '' : ` (${percent(noticed / counted)} %)`;
  const met = scores.filter(({ score }) => score >= BAR).length;
  return `${scores.length} files, ${met} of them at the bar; ${noticed} of ${counted} faults noticed${share}, ${of(({ cut }) => cut)} cut off`;
}
