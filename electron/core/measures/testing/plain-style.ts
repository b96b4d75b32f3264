/** Every frame's style against every other, without a shortcut: what the yardstick is held to on boards up to 512. */
import type { Measure } from '@shared/analysis.js';
import { quantile } from '../planes.js';
import { centreOf } from '../robust.js';
import type { FrameStyle } from '../style.js';
import { ASPECTS, type Aspect, type AspectSpread, aspectVector, whitened } from '../style-aspects.js';
import type { StyleFrame } from '../style-frame.js';
import spreads from '../style-spread.json' with { type: 'json' };
import { differenceOf, usualTraits } from '../style-words.js';

const MIN_STYLE_BOARD = 4;
const GROUP_LEAVES = 2.5;
const MIN_SCENE = 4;

interface Group {
  readonly name: string;
  /** Smallest spread of one value, so that constant values do not decide. */
  readonly floor: number;
  readonly ofScene: boolean;
}

const GROUPS: readonly Group[] = [
  { name: 'colour', floor: 0.05, ofScene: true },
  { name: 'tone', floor: 0.08, ofScene: true },
  { name: 'saturation', floor: 0.04, ofScene: true },
  { name: 'line', floor: 0.06, ofScene: false },
  { name: 'texture', floor: 0.025, ofScene: false },
  { name: 'frequency', floor: 0.08, ofScene: false },
  { name: 'grain', floor: 0.06, ofScene: false },
];
/** One value further out than this counts no more: a single odd number is not a style. */
const MAX_Z = 6;
/** Robust z from which each aspect, and the judge's vision tower, flags alone; what each has of its limit adds up. */
const LIMITS = { hand: 7, colour: 12, saturation: 16, vision: 7 } as const;

export function plainStyleOf(board: readonly StyleFrame[]): Record<string, FrameStyle> {
  if (board.length < MIN_STYLE_BOARD) {
    return Object.fromEntries(
      board.map(({ takeId }) => [takeId, { score: null, measures: [], flagged: false, difference: null }]),
    );
  }
  const tower = towerDistances(board);
  const groups = [...GROUPS.map((group) => groupDistances(board, group)), tower].filter((g) => g !== null);
  const perGroup = groups.map(({ name, distances }) => ({ name, distances, zs: zOf(distances) }));
  const ratios = ratiosOf(board, tower);
  const usual = usualTraits(board.map(({ features }) => features));
  return Object.fromEntries(
    board.map(({ takeId, features }, i) => {
      const ratio = ratios[i] ?? 0;
      const flagged = ratio >= 1;
      const measures = perGroup.map(({ name, distances, zs }): Measure => {
        const z = zs[i] ?? 0;
        const value = Math.round((distances[i] ?? 0) * 1000) / 1000;
        return { name, value, unit: 'spreads', z, flagged: flagged && z >= GROUP_LEAVES };
      });
      const difference = flagged ? differenceOf(features, usual, measures) : null;
      return [takeId, { score: 1 / (1 + ratio ** 2), measures, flagged, difference }];
    }),
  );
}

/** How far each frame is towards being flagged: 1 and more flags. */
function ratiosOf(board: readonly StyleFrame[], tower: GroupDistances | null): number[] {
  const zs = Object.fromEntries(ASPECTS.map((aspect) => [aspect.name, aspectZ(board, aspect)]));
  const vision = tower ? zOf(tower.distances) : [];
  const part = (z: number | undefined, limit: number) => Math.max(0, z ?? 0) / limit;
  return board.map((_, i) => {
    const drawn = part(zs.hand?.[i], LIMITS.hand) + part(zs.saturation?.[i], LIMITS.saturation);
    return drawn + (part(zs.colour?.[i], LIMITS.colour) + part(vision[i], LIMITS.vision));
  });
}

/** Robust z of each frame's median distance to the others of its scene or board. */
function aspectZ(board: readonly StyleFrame[], aspect: Aspect): number[] {
  const spread: AspectSpread = spreads[aspect.name];
  const vectors = board.map(({ features }) => aspectVector(features, aspect));
  const length = spread.scale.length;
  if (vectors.some((vector) => vector.length !== length)) return [];
  const middle = spread.scale.map((_, f) => centreOf(vectors.map((vector) => vector[f] ?? 0)).median);
  const points = vectors.map((vector) => whitened(vector, middle, spread));
  const scenes = aspect.ofScene ? sceneMembers(board) : null;
  const everyone = board.map((_, i) => i);
  return zOf(
    points.map((point, i) => {
      const others = (scenes?.[i] ?? everyone).filter((j) => j !== i);
      return quantile(
        others.map((j) => distance(point, points[j] ?? point)).sort((a, b) => a - b),
        0.5,
      );
    }),
  );
}

function distance(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += ((a[i] ?? 0) - (b[i] ?? 0)) ** 2;
  return Math.sqrt(sum);
}

interface GroupDistances {
  readonly name: string;
  readonly distances: readonly number[];
}

/** Root mean square, over a group's values, of the distance to the others' median in spreads of the board. */
function groupDistances(board: readonly StyleFrame[], group: Group): GroupDistances | null {
  const length = board[0]?.features[group.name]?.length ?? 0;
  if (length === 0) return null;
  const squares = new Float64Array(board.length);
  const scenes = group.ofScene ? sceneMembers(board) : null;
  for (let f = 0; f < length; f++) {
    const column = board.map((frame) => frame.features[group.name]?.[f] ?? 0);
    const { scale } = centreOf(column);
    const spread = Math.max(group.floor, scale);
    const medianOf = mediansWithout(column, scenes);
    for (let i = 0; i < board.length; i++) {
      const z = Math.min(MAX_Z, Math.abs((column[i] ?? 0) - medianOf(i)) / spread);
      squares[i] = (squares[i] ?? 0) + (z * z) / length;
    }
  }
  return { name: group.name, distances: Array.from(squares, Math.sqrt) };
}

/** For each frame the indices of its scene, where that is large enough; null where the board is the yardstick. */
function sceneMembers(board: readonly StyleFrame[]): (readonly number[] | null)[] {
  const members = new Map<string, number[]>();
  board.forEach(({ scene }, i) => {
    if (scene !== null) members.set(scene, [...(members.get(scene) ?? []), i]);
  });
  return board.map(({ scene }) => {
    const list = scene === null ? undefined : members.get(scene);
    return list && list.length >= MIN_SCENE ? list : null;
  });
}

/** Median of a column without one of its entries, among the entry's scene or all. */
function mediansWithout(
  column: readonly number[],
  scenes: (readonly number[] | null)[] | null,
): (i: number) => number {
  const sorted = [...column].sort((a, b) => a - b);
  const bySet = new Map<readonly number[], number[]>();
  return (i) => {
    const scene = scenes?.[i] ?? null;
    if (!scene) return medianWithout(sorted, column[i] ?? 0);
    let own = bySet.get(scene);
    if (!own) {
      own = scene.map((j) => column[j] ?? 0).sort((a, b) => a - b);
      bySet.set(scene, own);
    }
    return medianWithout(own, column[i] ?? 0);
  };
}

/** Median of a sorted list after one of its values is taken out, without making the shorter list. */
function medianWithout(sorted: readonly number[], value: number): number {
  const rest = sorted.length - 1;
  const low = (rest - 1) >> 1;
  const at = (rank: number) => {
    // Entries from the removed one upwards move down by one; equal values need no telling apart.
    const v = sorted[rank] ?? 0;
    return v < value ? v : (sorted[rank + 1] ?? v);
  };
  return rest % 2 === 1 ? at(low) : (at(low) + at(low + 1)) / 2;
}

/** Cosine distance to the middle direction of the other frames, over the board's own median distance. */
function towerDistances(board: readonly StyleFrame[]): GroupDistances | null {
  const length = board[0]?.tower.length ?? 0;
  if (length === 0 || board.some(({ tower }) => tower.length !== length)) return null;
  const units = board.map(({ tower }) => {
    const norm = Math.sqrt(Array.from(tower).reduce((s, v) => s + v * v, 0)) || 1;
    return Array.from(tower, (v) => v / norm);
  });
  const dots = new Float64Array(board.length);
  const norms = new Float64Array(board.length);
  for (let f = 0; f < length; f++) {
    const column = units.map((unit) => unit[f] ?? 0);
    const medianOf = mediansWithout(column, null);
    for (let i = 0; i < board.length; i++) {
      const middle = medianOf(i);
      dots[i] = (dots[i] ?? 0) + middle * (column[i] ?? 0);
      norms[i] = (norms[i] ?? 0) + middle * middle;
    }
  }
  const raw = Array.from(dots, (dot, i) => Math.max(0, 1 - dot / (Math.sqrt(norms[i] ?? 0) || 1)));
  const { median } = centreOf(raw);
  const usual = Math.max(1e-3, median);
  return { name: 'vision', distances: raw.map((d) => Math.min(MAX_Z, d / usual)) };
}

/**
 * Robust z of distances. A distance spreads by about a seventh of itself on boards of one hand; the board's own
 * spread counts where it is larger.
 */
function zOf(distances: readonly number[]): number[] {
  const { median, scale } = centreOf(distances);
  const spread = Math.max(0.8 * scale, 0.15 * median, 0.02);
  return distances.map((d) => (d - median) / spread);
}
