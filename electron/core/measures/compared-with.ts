/** Which frames of a board the others are compared with. */
import { groupBy } from '@shared/group-by.js';

export interface Comparable {
  readonly takeId: string;
  /** Of the picture; decides whether the frame is in the sample of a large board. */
  readonly sha256: string;
  readonly scene: string | null;
  /** Made here from another take. */
  readonly regenerated: boolean;
}

/** Up to this many frames, each is compared with every other. */
export const LARGEST_WHOLE = 512;

export interface ComparedWith<F extends Comparable> {
  /** Whom every frame is compared with, in the board's order. */
  readonly sample: readonly F[];
  /** Whom the frames of a scene are compared with where the scene is what counts. */
  scene(name: string): readonly F[];
}

/**
 * Up to LARGEST_WHOLE frames the sample is everyone, and so is a scene's. On a larger board it is LARGEST_WHOLE of the
 * imported takes, those with the lowest hashes: always the same ones, whatever is regenerated, so that a new take
 * changes nothing about the others. Of a scene it is its imported takes, sampled likewise if they are as many.
 */
export function comparedWith<F extends Comparable>(frames: readonly F[]): ComparedWith<F> {
  const scenes = groupBy(frames, ({ scene }) => scene);
  if (frames.length <= LARGEST_WHOLE) return { sample: frames, scene: (name) => scenes.get(name) ?? [] };
  const imported = frames.filter(({ regenerated }) => !regenerated);
  const known = new Map<string, readonly F[]>();
  return {
    // A board that lacks imported takes is its own yardstick.
    sample: lowestHashes(isSampled(frames.length, imported.length) ? imported : frames),
    scene(name) {
      const found =
        known.get(name) ?? lowestHashes((scenes.get(name) ?? []).filter(({ regenerated }) => !regenerated));
      known.set(name, found);
      return found;
    },
  };
}

/** Fewer imported takes than this are no yardstick. */
const LEAST_IMPORTED = 4;

/** Whether a board of so many frames, so many of them imported, is compared with imported takes alone. */
export const isSampled = (frames: number, imported: number): boolean =>
  frames > LARGEST_WHOLE && imported >= LEAST_IMPORTED;

/** So many of them at most, those with the lowest hashes, in the order in which they came. */
export function lowestHashes<F extends Comparable>(
  frames: readonly F[],
  most: number = LARGEST_WHOLE,
): readonly F[] {
  if (frames.length <= most) return frames;
  // The first digits decide nearly always, and numbers are quickly sorted.
  const starts = Float64Array.from(frames, startOf);
  const limit = starts.slice().sort()[most - 1] as number;
  const close = frames.filter((_, at) => (starts[at] as number) <= limit);
  const taken = new Set(close.sort(byHash).slice(0, most));
  return frames.filter((frame) => taken.has(frame));
}

const startOf = ({ sha256 }: Comparable): number => Number.parseInt(sha256.slice(0, 8), 16) || 0;
const byHash = (a: Comparable, b: Comparable): number =>
  compare(a.sha256, b.sha256) || compare(a.takeId, b.takeId);
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
