/** Where the share of all most likely lies, at 95 %, when `hits` of a sample of `amount` are (Wilson's score). 0–1. */
export function wilson(hits: number, amount: number): readonly [low: number, high: number] {
  if (amount === 0) return [0, 1];
  const z = 1.96;
  const share = hits / amount;
  const middle = share + z ** 2 / (2 * amount);
  const reach = z * Math.sqrt((share * (1 - share)) / amount + z ** 2 / (4 * amount ** 2));
  const scale = 1 + z ** 2 / amount;
  return [Math.max(0, (middle - reach) / scale), Math.min(1, (middle + reach) / scale)];
}
