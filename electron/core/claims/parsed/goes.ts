/**
 * Pairs of words that the parser weighs in one go. Each takes it some 300 bytes, and a short list is filled up to the
 * longest of its go.
 */
const PAIRS = 100_000;
/** Words that shorter lists are filled up by; a run of their own costs as much as about so many. */
const FILLING = 7;

/** Which lists the parser reads together: those of like lengths, as many as there is room for. By their places, the longest of each go first. */
export function goesOf(lengths: readonly number[]): number[][] {
  const goes: number[][] = [];
  let room = 0;
  let filling = 0;
  for (const at of lengths.map((_, i) => i).sort((a, b) => (lengths[b] as number) - (lengths[a] as number))) {
    const length = lengths[at] as number;
    const last = goes.at(-1);
    filling += (lengths[last?.[0] ?? at] as number) - length;
    if (last && room > 0 && filling <= FILLING) {
      last.push(at);
      room--;
    } else {
      goes.push([at]);
      filling = 0;
      room = Math.floor(PAIRS / (length * length + 1)) - 1;
    }
  }
  return goes;
}
