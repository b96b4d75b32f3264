import type { Records, StyleExample } from '@shared/records/index.js';

const known = new WeakMap<Records['styleExample'], ReadonlyMap<string, StyleExample>>();

/** Takes that are examples of the brand's style, or of what is off it. */
export function styleMarks(examples: Records['styleExample']): ReadonlyMap<string, StyleExample> {
  const made =
    known.get(examples) ??
    new Map(
      Object.values(examples).flatMap((one) => (one.takeId === null ? [] : [[one.takeId, one] as const])),
    );
  known.set(examples, made);
  return made;
}
