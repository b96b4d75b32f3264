import { defaultRangeExtractor, type Range } from '@tanstack/react-virtual';

/**
 * What is drawn of a long line stays until less than `least` of it lies beyond what is seen at either end: each change of what
 * is drawn costs the page as much again as what comes with it. For one scroller.
 */
export function steadyRange(least: number): (range: Range) => number[] {
  let last: number[] = [];
  return (range) => {
    const { startIndex, endIndex, count } = range;
    const first = last[0] ?? count;
    const end = last.at(-1) ?? -1;
    const reaches = first <= Math.max(0, startIndex - least) && end >= Math.min(count - 1, endIndex + least);
    const wanted = defaultRangeExtractor(range);
    const most = wanted.length + 2 * (range.overscan - least) + 1;
    if (!reaches || end >= count || last.length > most) last = wanted;
    return last;
  };
}
