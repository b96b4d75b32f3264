import { relative } from 'node:path';

/** By file: every so many faults one is taken. Files that are not named are taken whole. */
export type Every = Readonly<Record<string, number>>;

/** So that of no file more than `most` are taken. `counts`: the faults there are, by file. */
export const everyOf = (counts: Readonly<Record<string, number>>, most: number): Every =>
  Object.fromEntries(
    Object.entries(counts).map(([file, count]) => [file, Math.max(1, Math.ceil(count / most))]),
  );

/** `id`: Stryker numbers its faults in their order. `file`: absolute, in `root`. */
export const isTaken = (every: Every, root: string, file: string, id: string): boolean =>
  Number(id) % (every[relative(root, file)] ?? 1) === 0;
