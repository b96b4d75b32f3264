/** How each measured take stands to the storyboard around it: kept take by take, and the yardstick with it. */

import type { BrandScore } from '@core/brand/index.js';
import {
  type ComparedWith,
  comparedWith,
  type FrameStyle,
  flaggedIn,
  isSampled,
  type QualityFrame,
  type QualityYardstick,
  qualityYardstick,
  type Steps,
  type StyleFrame,
  StyleKept,
  type StyleYardstick,
  styleYardstick,
} from '@core/measures/index.js';
import type { Measure } from '@shared/analysis.js';
import { sameValue } from '@shared/records/index.js';
import type { Sensitivity } from '@shared/sensitivity.js';

export interface Compared extends StyleFrame, QualityFrame {
  /** Names its tower: another for another tower. */
  readonly towerName: string;
}

export interface Standing {
  readonly quality: readonly Measure[];
  readonly style: FrameStyle;
  /** Null where there is no brand's style, or too little is known of it. */
  readonly brand: BrandScore | null;
}

interface Yardstick {
  readonly style: StyleYardstick;
  readonly quality: QualityYardstick;
  readonly compared: ComparedWith<Compared>;
  readonly sample: ReadonlySet<string>;
}

export class Yardsticks<F extends Compared = Compared> {
  readonly #frames = new Map<string, F>();
  /** Those that no others are compared with. */
  readonly #apart = new Set<string>();
  #imported = 0;
  #current: Yardstick | null = null;
  #rebuilding: Steps<Yardstick> | null = null;
  #isStale = false;
  readonly #kept = new StyleKept();

  /** A take has changed that others are compared with. */
  get isStale(): boolean {
    return this.#isStale || this.#rebuilding !== null;
  }

  /** There is one, of now or of before. */
  get isReady(): boolean {
    return this.#current !== null;
  }

  /** What is known of a take now; null where nothing was measured. `isApart`: no others are compared with it. */
  put(takeId: string, frame: F | null, isApart = false): void {
    const before = this.#counted(takeId);
    const wasSampled = this.#isSampled;
    if (frame) this.#frames.set(takeId, frame);
    else this.#frames.delete(takeId);
    if (frame && isApart) this.#apart.add(takeId);
    else this.#apart.delete(takeId);
    const after = this.#counted(takeId);
    if (before && !before.regenerated) this.#imported--;
    if (after && !after.regenerated) this.#imported++;
    if (this.#countsForOthers(before, after, wasSampled && this.#isSampled)) this.#isStale = true;
  }

  #counted(takeId: string): F | null {
    return this.#apart.has(takeId) ? null : this.frame(takeId);
  }

  /** What is known of a take; null where nothing was measured. */
  frame(takeId: string): F | null {
    return this.#frames.get(takeId) ?? null;
  }

  /**
   * A step of a few milliseconds towards the next one. `inOrder`: the takes in story order. Returns those of them that
   * may stand otherwise to it than to the one before; null until it is made.
   */
  work(inOrder: () => Iterable<string>): string[] | null {
    if (!this.#rebuilding) {
      this.#isStale = false;
      this.#rebuilding = yardstickOf(
        [...inOrder()].flatMap((takeId) => this.#counted(takeId) ?? []),
        this.#kept,
      );
    }
    const { done, value } = this.#rebuilding.next();
    if (!done) return null;
    const before = this.#current;
    this.#rebuilding = null;
    this.#current = value;
    const standsOtherwise = before ? shifts(before, value) : () => true;
    return [...inOrder()].filter((takeId) => {
      const frame = this.frame(takeId);
      return frame !== null && standsOtherwise(frame);
    });
  }

  /** By the one there is; null before there is any, and for a take that was not measured. */
  of(takeId: string, sensitivity: Sensitivity): Omit<Standing, 'brand'> | null {
    const frame = this.#frames.get(takeId);
    if (!frame || !this.#current) return null;
    const quality = this.#current.quality.of(frame, sensitivity);
    return { quality, style: this.#current.style.of(frame, sensitivity, flaggedIn(quality)) };
  }

  get #isSampled(): boolean {
    return isSampled(this.#frames.size - this.#apart.size, this.#imported);
  }

  #countsForOthers(before: Compared | null, after: Compared | null, isSampledStill: boolean): boolean {
    if (before && after && isAlike(before, after) && before.towerName === after.towerName) return false;
    if (!this.#current || !isSampledStill) return true;
    // Of imported takes alone is a large board's sample.
    if ((before ?? after)?.regenerated && (after ?? before)?.regenerated) return false;
    // Towers are compared with the sample's alone, everything else within scenes, too.
    if (!before || !after || !isAlike(before, after) || this.#rebuilding) return true;
    return this.#current.sample.has(after.takeId);
  }
}

const isAlike = (a: Compared, b: Compared): boolean =>
  a.features === b.features &&
  a.measures === b.measures &&
  a.scene === b.scene &&
  a.regenerated === b.regenerated;

function* yardstickOf(frames: readonly Compared[], kept: StyleKept): Steps<Yardstick> {
  const compared = comparedWith(frames);
  yield;
  const style = yield* styleYardstick(frames, compared, kept);
  const quality = qualityYardstick(frames, compared);
  return { style, quality, compared, sample: new Set(compared.sample.map(({ takeId }) => takeId)) };
}

/** Which frames may stand otherwise to the one than to the other: all, or those of scenes that have changed. */
function shifts(before: Yardstick, after: Yardstick): (frame: Compared) => boolean {
  const isSampleAlike = isSame(byTake(before.compared.sample), byTake(after.compared.sample), isSeenAlike);
  if (!isSampleAlike || !sameValue(before.style.usual, after.style.usual)) return () => true;
  const changed = new Map<string, boolean>();
  return ({ scene }) => {
    if (scene === null) return false;
    const known = changed.get(scene);
    if (known !== undefined) return known;
    const isChanged = !isSame(
      byTake(before.compared.scene(scene)),
      byTake(after.compared.scene(scene)),
      isPictureAlike,
    );
    changed.set(scene, isChanged);
    return isChanged;
  };
}

/** In the same order, whatever that of the story is: nothing but `usual` depends on it. */
const byTake = (frames: readonly Compared[]): Compared[] =>
  [...frames].sort((a, b) => (a.takeId < b.takeId ? -1 : 1));

const isSame = <T>(a: readonly T[], b: readonly T[], isAlike: (one: T, other: T) => boolean): boolean =>
  a.length === b.length && a.every((one, at) => isAlike(one, b[at] as T));

const isPictureAlike = (a: Compared, b: Compared): boolean =>
  a.takeId === b.takeId && a.features === b.features;

const isSeenAlike = (a: Compared, b: Compared): boolean =>
  isPictureAlike(a, b) && a.measures === b.measures && a.towerName === b.towerName;
