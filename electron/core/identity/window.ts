/** Of `length` in a row the `count` nearest around a place between them, as [from, to): what is missing on one side is made up for on the other. */
export function windowAround(place: number, length: number, count: number): readonly [number, number] {
  const from = Math.max(0, Math.min(place - Math.floor(count / 2), length - count));
  return [from, Math.min(length, from + count)];
}
