/** Which earlier pick each pick nearly repeats: worked out when asked for, and kept until it may have changed. */
import { copiesOf, HashIndex, type LayoutCopies, type Likeness, likenessOf } from '@core/measures/index.js';
import { displaced } from '@shared/displaced.js';
import { Recent } from '@shared/recent.js';
import { sameValue } from '@shared/records/index.js';

/** The picture of a pick that can be a copy or be copied. */
export interface OriginalPicture {
  readonly takeId?: string;
  readonly sha256: string;
  /** `FrameMeasures.hash`. */
  readonly hash: string;
}

export interface FoundOriginal extends Likeness {
  readonly shotId: string;
}

interface Known {
  readonly original: FoundOriginal | null;
  /** Others have close hashes: another order of the story may make one of them the original. */
  readonly isContested: boolean;
}

/** Comparisons of two pictures that are kept, and pictures that are kept ready to be compared (10 KB each). */
const KEPT = 4096;
const KEPT_READY = 128;
/** Where more shots than these change places, whom each stands before now is not gone through: it would take too long. */
const MOST_MOVED = 256;

export class Originals {
  readonly #index = new HashIndex();
  readonly #pictures = new Map<string, OriginalPicture>();
  readonly #known = new Map<string, Known>();
  /** Where each stood when its picture came or the order last changed. */
  readonly #places = new Map<string, number>();
  readonly #likeness = new Recent<string, { readonly value: number | null }>(KEPT);
  readonly #ready = new Recent<string, { readonly copies: LayoutCopies | null }>(KEPT_READY);
  readonly #layoutOf: (sha256: string) => ArrayLike<number>;
  readonly #positionOf: (shotId: string) => number;

  /**
   * `layoutOf`: of a picture, asked for only where two hashes are close; [] where it has none. `positionOf`: of a shot
   * in the story.
   */
  constructor(layoutOf: (sha256: string) => ArrayLike<number>, positionOf: (shotId: string) => number) {
    this.#layoutOf = layoutOf;
    this.#positionOf = positionOf;
  }

  /** What a shot's pick shows now; null where that is no copy of anything. Returns shots whose original may be another. */
  put(shotId: string, picture: OriginalPicture | null): string[] {
    const before = this.#pictures.get(shotId);
    if (sameValue(before ?? null, picture)) return [];
    const hashes = [before, picture].flatMap((one) => (one ? [one.hash] : []));
    // Only what is known can come into doubt.
    const near =
      this.#known.size === 0 ? [] : hashes.flatMap((hash) => this.#index.near(hash).map(({ id }) => id));
    if (picture) {
      this.#index.put(shotId, picture.hash);
      this.#pictures.set(shotId, picture);
      this.#places.set(shotId, this.#positionOf(shotId));
    } else {
      this.#index.remove(shotId);
      this.#pictures.delete(shotId);
      this.#places.delete(shotId);
    }
    this.#known.delete(shotId);
    const doubtful = [...new Set(near)].filter(
      (other) => other !== shotId && this.#isDoubtful(other, shotId),
    );
    for (const other of doubtful) this.#known.delete(other);
    return doubtful;
  }

  /** The first pick before this one that shows nearly the same. */
  of(shotId: string): FoundOriginal | null {
    const known = this.#known.get(shotId);
    if (known) return known.original;
    const picture = this.#pictures.get(shotId);
    const found = picture ? this.#find(shotId, picture) : { original: null, isContested: false };
    this.#known.set(shotId, found);
    return found.original;
  }

  /** The same, if this picture were the shot's pick. */
  ofPicture(shotId: string, picture: OriginalPicture): FoundOriginal | null {
    return this.#find(shotId, picture).original;
  }

  /** After the story's order changed. Returns shots whose original may be another. */
  reordered(): string[] {
    const shots = [...this.#places.keys()].sort((a, b) => this.#positionOf(a) - this.#positionOf(b));
    const were = shots.map((shotId) => this.#places.get(shotId) as number);
    const moved = displaced(were).map((at) => shots[at] as string);
    const doubtful = moved.length > MOST_MOVED ? this.#contested() : this.#doubtfulFor(moved);
    for (const shotId of doubtful) this.#known.delete(shotId);
    for (const shotId of shots) this.#places.set(shotId, this.#positionOf(shotId));
    return doubtful;
  }

  #contested(): string[] {
    return [...this.#known].flatMap(([shotId, { isContested }]) => (isContested ? [shotId] : []));
  }

  /** These changed places, and all others stand in the order in which they stood. */
  #doubtfulFor(moved: readonly string[]): string[] {
    const doubtful = new Set<string>();
    for (const shotId of moved) {
      if (this.#known.get(shotId)?.isContested === false) continue;
      doubtful.add(shotId);
      const { hash } = this.#pictures.get(shotId) as OriginalPicture;
      for (const { id } of this.#index.near(hash)) if (this.#hasOvertaken(shotId, id)) doubtful.add(id);
    }
    return [...doubtful];
  }

  /** Whether `moved` was the original of `shotId`, or stands before that now, or before it where it has none. */
  #hasOvertaken(moved: string, shotId: string): boolean {
    const known = this.#known.get(shotId);
    if (!known) return false;
    const first = known.original?.shotId ?? shotId;
    const placeOf = (id: string): number => this.#places.get(id) ?? -1;
    const isBefore = this.#positionOf(moved) < this.#positionOf(first);
    return moved === first || (isBefore && placeOf(moved) > placeOf(first));
  }

  #find(shotId: string, picture: OriginalPicture): Known {
    const position = this.#positionOf(shotId);
    const near = this.#index.near(picture.hash).filter(({ id }) => id !== shotId);
    const earlier = near.filter(({ id }) => this.#positionOf(id) < position);
    earlier.sort((a, b) => this.#positionOf(a.id) - this.#positionOf(b.id));
    const isContested = near.length > 0;
    for (const { id, bits } of earlier) {
      const { sha256 } = this.#pictures.get(id) as OriginalPicture;
      const likeness = this.#likenessOf(sha256, picture.sha256);
      if (likeness !== null) return { original: { shotId: id, bits, likeness }, isContested };
    }
    return { original: null, isContested };
  }

  /** Whether the picture of `changed` may make a difference to `shotId`: not where that has an earlier original. */
  #isDoubtful(shotId: string, changed: string): boolean {
    const known = this.#known.get(shotId);
    if (!known) return false;
    const own = known.original?.shotId;
    return own === undefined || this.#positionOf(changed) <= this.#positionOf(own);
  }

  #likenessOf(first: string, second: string): number | null {
    return this.#likeness.of(`${first} ${second}`, () => {
      const [one, other] = [this.#copiesOf(first), this.#copiesOf(second)];
      return { value: one && other && likenessOf(one, other) };
    }).value;
  }

  #copiesOf(sha256: string): LayoutCopies | null {
    return this.#ready.of(sha256, () => ({ copies: copiesOf(this.#layoutOf(sha256)) })).copies;
  }
}
