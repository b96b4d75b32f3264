/** Which faults are planted. They are named by where they stand, so that a run can be gone on with later. */
import { relative } from 'node:path';

export interface Place {
  readonly line: number;
  readonly column: number;
}

/** A fault as Stryker knows it, with its place counted from 0 or from 1. */
export interface Fault {
  readonly mutatorName: string;
  readonly replacement?: string;
  readonly location: { readonly start: Place; readonly end: Place };
}

/** Names of faults by file. */
export type Plan = Readonly<Record<string, readonly string[]>>;

/** Within its file. `first`: what the first line and the first column are called. */
export function nameOf({ mutatorName, replacement = '', location }: Fault, first: 0 | 1): string {
  const at = ({ line, column }: Place) => `${line - first}:${column - first}`;
  return `${at(location.start)}-${at(location.end)} ${mutatorName} ${replacement}`;
}

/** At most so many of the list, evenly out of all of it. */
export function sampleOf<T>(all: readonly T[], most: number): T[] {
  if (all.length <= most) return [...all];
  return Array.from({ length: most }, (_, n) => all[Math.floor(((n + 0.5) * all.length) / most)] as T);
}

/** `file`: absolute, in `root`. */
export const isPlanned = (plan: Plan, root: string, file: string, name: string): boolean =>
  plan[relative(root, file)]?.includes(name) ?? false;
