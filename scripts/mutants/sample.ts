import { relative } from 'node:path';

/** By file: every so many faults one is taken. Files that are not named are taken whole. */
export type Every = Readonly<Record<string, number>>;

/** `id`: Stryker numbers its faults in their order. `file`: absolute, in `root`. */
export const isTaken = (every: Every, root: string, file: string, id: string): boolean =>
  Number(id) % (every[relative(root, file)] ?? 1) === 0;

/** Where the share of all most likely lies, at 95 %, when `hits` of a sample of `taken` are (Wilson's interval). 0–1. */
export function interval(hits: number, taken: number): readonly [number, number] {
  if (taken === 0) return [0, 1];
  const z = 1.96;
  const share = hits / taken;
  const middle = (share + z ** 2 / (2 * taken)) / (1 + z ** 2 / taken);
  const half =
    (z * Math.sqrt((share * (1 - share)) / taken + z ** 2 / (4 * taken ** 2))) / (1 + z ** 2 / taken);
  return [Math.max(0, middle - half), Math.min(1, middle + half)];
}
