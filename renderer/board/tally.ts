import type { ShotView } from './shot-view.js';

/**
 * A way to count of how many shots each of `tests`, which ask nothing but the shot, holds. From one list to the next only
 * shots that are others are asked: of ten thousand a decision changes one. The same counts are the same object.
 */
export function tallyOf<Name extends string>(
  tests: Readonly<Record<Name, (view: ShotView) => boolean>>,
): (views: readonly ShotView[]) => Readonly<Record<Name, number>> {
  const names = Object.keys(tests) as Name[];
  let last: readonly ShotView[] = [];
  let counts = Object.fromEntries(names.map((name) => [name, 0])) as Record<Name, number>;
  return (views) => {
    if (views === last) return counts;
    const now = { ...counts };
    const count = (view: ShotView | undefined, by: 1 | -1): void => {
      if (view) for (const name of names) if (tests[name](view)) now[name] += by;
    };
    for (let at = 0; at < Math.max(last.length, views.length); at++) {
      if (last[at] === views[at]) continue;
      count(last[at], -1);
      count(views[at], 1);
    }
    last = views;
    if (names.some((name) => now[name] !== counts[name])) counts = now;
    return counts;
  };
}
