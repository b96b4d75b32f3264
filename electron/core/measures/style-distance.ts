/** One kind of distance of a frame from the others of its board. */
import { Recent } from '@shared/recent.js';
import type { Comparable } from './compared-with.js';
import { centreOf } from './robust.js';

export interface Distances<F> {
  readonly usual: Usual;
  /** The distance, and how far out that is; null for a frame that cannot be compared in this. */
  of(frame: F): { readonly distance: number; readonly z: number } | null;
}

/** What the distances of a board are held against. */
export interface Usual {
  readonly median: number;
  readonly spread: number;
  /** What each part of a distance counts, where it has parts. */
  readonly shares?: readonly number[];
}

/**
 * A distance spreads by about a seventh of itself on boards of one hand; the board's own spread counts where it is
 * larger. `sample`: the distances of the frames that are the yardstick.
 */
export function usualIn(sample: ArrayLike<number>): Usual {
  const { median, scale } = centreOf(sample);
  return { median, spread: Math.max(0.8 * scale, 0.15 * median, 0.02) };
}

/** Robust z of a distance. */
export const zAgainst = ({ median, spread }: Usual, distance: number): number => (distance - median) / spread;

/** Index of each of the frames, by take. */
export const indicesOf = (frames: readonly { readonly takeId: string }[]): ReadonlyMap<string, number> =>
  new Map(frames.map(({ takeId }, at) => [takeId, at]));

/** Frames of one scene needed, itself among them, before a frame is compared within the scene alone. */
const MIN_SCENE = 4;

/** Scenes of which what frames are compared with is kept; frames come in story order, so each scene is made once. */
const SCENES_KEPT = 16;

/** What frames are compared with, and which frames those are, by take. */
interface Members {
  readonly members: Pick<ReadonlySet<string>, 'has' | 'size'>;
}

/** What a frame is compared with: its scene where that is large enough, else `everyone`. `ofScene`: null = always everyone. */
export function amongScenes<T extends Members>(
  everyone: T,
  ofScene: ((scene: string) => T) | null,
): (frame: Pick<Comparable, 'takeId' | 'scene'>) => T {
  const scenes = new Recent<string, T>(SCENES_KEPT);
  return ({ takeId, scene }) => {
    if (!ofScene || scene === null) return everyone;
    const own = scenes.of(scene, () => ofScene(scene));
    const others = own.members.size - (own.members.has(takeId) ? 1 : 0);
    return others + 1 < MIN_SCENE ? everyone : own;
  };
}
