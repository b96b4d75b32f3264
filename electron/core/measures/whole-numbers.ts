/** Whole numbers of 32 bits without a branch, which a processor guesses wrongly where values are as good as random. */

/** Without its sign. */
export function sizeOf(value: number): number {
  const sign = value >> 31;
  return ((value ^ sign) - sign) | 0;
}

/** The lesser of two that are not negative. */
export function lesser(one: number, other: number): number {
  const by = (one - other) | 0;
  return (other + (by & (by >> 31))) | 0;
}

/** With the sign of another. */
export function signed(value: number, like: number): number {
  const sign = like >> 31;
  return ((value ^ sign) - sign) | 0;
}

/** 1 where `one` is more than `other`, else 0. */
export const isMore = (one: number, other: number): number => (other - one) >>> 31;
