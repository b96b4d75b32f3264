import { relative } from 'node:path';

/** By file: every so many faults one is taken. Files that are not named are taken whole. */
export type Every = Readonly<Record<string, number>>;

/** `id`: Stryker numbers its faults in their order. `file`: absolute, in `root`. */
export const isTaken = (every: Every, root: string, file: string, id: string): boolean =>
  Number(id) % (every[relative(root, file)] ?? 1) === 0;
