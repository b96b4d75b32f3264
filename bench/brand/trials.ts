import { seededRandom, seedFrom } from '@models/storybook/world/index.js';

/** Examples of both sides, and frames that are none of them. */
export interface Trial<T> {
  readonly on: readonly T[];
  readonly off: readonly T[];
  readonly tests: {
    readonly on: readonly T[];
    /** Of the styles that examples off style are of. */
    readonly off: readonly T[];
    /** Of styles that no example is of. */
    readonly unmarked: readonly T[];
  };
}

/** Frames of a style that are left to be told. */
const LEAST_TESTS = 4;
const DRAWS = 3;

/**
 * Each group in turn is the brand, `DRAWS` times: against one other group, and against half of the others mixed. Groups
 * with too few frames are the brand of none.
 */
export function trialsOf<T>(
  groups: ReadonlyMap<string, readonly T[]>,
  size: number,
  seed: number,
): Trial<T>[] {
  return [...groups].flatMap(([name, frames]) => {
    if (frames.length < size + LEAST_TESTS) return [];
    return Array.from({ length: DRAWS }, (_, draw) => {
      const random = seededRandom(seedFrom('trials', `${name} ${size} ${draw} ${seed}`));
      const shuffled = <V>(all: readonly V[]): V[] =>
        all
          .map((one) => [random(), one] as const)
          .sort(([a], [b]) => a - b)
          .map(([, one]) => one);
      const others = shuffled([...groups.keys()].filter((other) => other !== name));
      return [1, Math.ceil(others.length / 2)].flatMap((amount): Trial<T>[] => {
        const marked = others.slice(0, amount);
        const offs = shuffled(marked.flatMap((other) => groups.get(other) ?? []));
        if (offs.length < size + LEAST_TESTS) return [];
        const ons = shuffled(frames);
        const unmarked = others.slice(amount).flatMap((other) => groups.get(other) ?? []);
        return [
          {
            on: ons.slice(0, size),
            off: offs.slice(0, size),
            tests: { on: ons.slice(size), off: offs.slice(size), unmarked },
          },
        ];
      });
    }).flat();
  });
}
