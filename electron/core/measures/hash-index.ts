/** Perceptual hashes by what they are of, to find those that are close without taking each apart. */
import { MAX_BITS } from './duplicates.js';

export interface NearHash {
  readonly id: string;
  /** Bits that differ, 0–64. */
  readonly bits: number;
}

export class HashIndex {
  readonly #ids: string[] = [];
  readonly #indices = new Map<string, number>();
  /** Two 32-bit halves of each hash. */
  #hashes = new Uint32Array(64);

  /** `hash`: `FrameMeasures.hash`. Replaces what `id` had. */
  put(id: string, hash: string): void {
    const at = this.#indices.get(id) ?? this.#ids.length;
    if (2 * at === this.#hashes.length) {
      const larger = new Uint32Array(2 * this.#hashes.length);
      larger.set(this.#hashes);
      this.#hashes = larger;
    }
    this.#indices.set(id, at);
    this.#ids[at] = id;
    this.#hashes.set(halvesOf(hash), 2 * at);
  }

  remove(id: string): void {
    const at = this.#indices.get(id);
    const moved = this.#ids.at(-1);
    if (at === undefined || moved === undefined) return;
    // The last one moves into the gap.
    const last = this.#ids.length - 1;
    this.#hashes.copyWithin(2 * at, 2 * last, 2 * last + 2);
    this.#ids[at] = moved;
    this.#indices.set(moved, at);
    this.#indices.delete(id);
    this.#ids.pop();
  }

  /** All whose hash differs from this one in so few bits that the pictures may show the same, in no order. */
  near(hash: string): NearHash[] {
    const [high, low] = halvesOf(hash);
    const found: NearHash[] = [];
    for (let at = 0; at < this.#ids.length; at++) {
      const bits =
        ones((this.#hashes[2 * at] as number) ^ high) + ones((this.#hashes[2 * at + 1] as number) ^ low);
      if (bits <= MAX_BITS) found.push({ id: this.#ids[at] as string, bits });
    }
    return found;
  }
}

const halvesOf = (hash: string): [high: number, low: number] => [
  Number.parseInt(hash.slice(0, 8), 16) || 0,
  Number.parseInt(hash.slice(8, 16), 16) || 0,
];

/** Bits that are set in a 32-bit number. */
function ones(bits: number): number {
  let n = bits - ((bits >>> 1) & 0x55555555);
  n = (n & 0x33333333) + ((n >>> 2) & 0x33333333);
  return Math.imul((n + (n >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
