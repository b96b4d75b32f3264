/** What was read, as far as there is room: the last few as lists, all others packed as they came. */
import { Recent } from '@shared/recent.js';
import { unpackClaims } from './packed-claims.js';
import type { ReadClaim } from './read-claim.js';

/** Lists that are kept as such: the next step, or its undo, reads them again. */
const LISTS = 512;

export class KeptReadings {
  readonly #lists = new Recent<string, readonly ReadClaim[]>(LISTS);
  readonly #packed = new Map<string, string>();
  readonly #most: number;
  #characters = 0;

  /** `most`: characters of keys and claims; the least recently used go first. */
  constructor(most: number) {
    this.#most = most;
  }

  has(key: string): boolean {
    return this.#packed.has(key);
  }

  /** The same list for the same key for some while. */
  get(key: string): readonly ReadClaim[] | undefined {
    const claims = this.#packed.get(key);
    if (claims === undefined) return undefined;
    this.#packed.delete(key);
    this.#packed.set(key, claims);
    return this.#lists.of(key, () => unpackClaims(claims));
  }

  /** `claims`: packed. What was just put is there, whatever its length. */
  put(key: string, claims: string): void {
    this.#drop(key);
    for (const oldest of this.#packed.keys()) {
      if (this.#characters + key.length + claims.length <= this.#most) break;
      this.#drop(oldest);
    }
    this.#packed.set(key, claims);
    this.#characters += key.length + claims.length;
  }

  #drop(key: string): void {
    const claims = this.#packed.get(key);
    if (claims === undefined) return;
    this.#packed.delete(key);
    this.#lists.delete(key);
    this.#characters -= key.length + claims.length;
  }
}
