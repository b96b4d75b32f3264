import type { Sureness } from '@shared/brand.js';
import { wilson } from '@shared/wilson.js';

/**
 * Of examples that were each tried without themselves: `p` is the probability that each is on style. The two sides'
 * intervals are joined as those of independent shares (Newcombe's way).
 */
export function surenessOf(p: readonly number[], isOn: readonly boolean[]): Sureness {
  const share = (on: boolean) => {
    const side = p.filter((_, at) => isOn[at] === on);
    const hits = side.filter((one) => one >= 0.5 === on).length;
    const [low, high] = wilson(hits, side.length);
    const middle = hits / side.length;
    return { middle, below: middle - low, above: high - middle };
  };
  const [on, off] = [share(true), share(false)];
  const accuracy = (on.middle + off.middle) / 2;
  return {
    accuracy,
    low: accuracy - Math.hypot(on.below, off.below) / 2,
    high: accuracy + Math.hypot(on.above, off.above) / 2,
  };
}
