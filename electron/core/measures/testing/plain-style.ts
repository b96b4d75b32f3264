/** Every frame's style against every other, without a shortcut: what the yardstick is held to on boards up to 512. */
import type { Measure } from '@shared/analysis.js';
import { quantile } from '../planes.js';
import { centreOf } from '../robust.js';
import type { FrameStyle } from '../style.js';
import type { StyleFrame } from '../style-frame.js';
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
/** Robust z from which each part, and the judge's vision tower, flags alone; what each has of its limit adds up. */
const PARTS = [
  { groups: ['line', 'texture', 'frequency', 'grain'], ofScene: false, limit: 14 },
  { groups: ['colour', 'tone', 'saturation'], ofScene: true, limit: 10 },
];
const VISION_LIMIT = 14;
const WITHOUT_TOWER = 1.4;
/** z of its colouring that a faded frame has at each such sign. */
const FADES = 3;
const HUES = 12;

export function plainStyleOf(board: readonly StyleFrame[]): Record<string, FrameStyle> {
  if (board.length < MIN_STYLE_BOARD) {
    return Object.fromEntries(
      board.map(({ takeId }) => [takeId, { score: null, measures: [], flagged: false, difference: null }]),
    );
  }
  const tower = towerDistances(board);
  const groups = [...GROUPS.map((group) => groupDistances(board, group)), tower].filter((g) => g !== null);
  const perGroup = groups.map(({ name, distances }) => ({ name, distances, zs: zOf(distances) }));
  const parts = PARTS.map((part) => partZ(board, part));
  const signs = signsOf(board, parts[1] ?? []);
  const vision = tower ? zOf(tower.distances) : [];
  const ratios = board.map((_, i) => {
    const alone = tower ? 1 : WITHOUT_TOWER;
    const [hand = 0, colouring = 0] = PARTS.map(
      ({ limit }, at) => alone * (Math.max(0, parts[at]?.[i] ?? 0) / limit),
    );
    const own = [hand, colouring * (0.75 + 0.25 * Math.min(1, hand / 0.5))];
    const seen = Math.max(0, vision[i] ?? 0) / VISION_LIMIT;
    return [...own, seen, ...(signs[i]?.shares ?? [])].reduce((sum, one) => sum + one, 0);
  });
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
      const sign = signs[i]?.sign;
      const plain = flagged ? differenceOf(features, usual, measures) : null;
      const difference = plain && sign ? { ...plain, sign } : plain;
      return [takeId, { score: 1 / (1 + ratio ** 2), measures, flagged, difference }];
    }),
  );
}

/** Robust z of each frame's mean distance to the nearest others of its scene or board, in all groups of a part. */
function partZ(board: readonly StyleFrame[], { groups, ofScene }: (typeof PARTS)[number]): number[] {
  const points = groups.map((name) => {
    const floor = GROUPS.find((group) => group.name === name)?.floor ?? 0;
    const rows = board.map(({ features }) => Array.from(features[name] ?? []));
    const centres = (rows[0] ?? []).map((_, f) => centreOf(rows.map((row) => row[f] ?? 0)));
    return rows.map((row) =>
      row.map((value, f) => {
        const { median, scale } = centres[f] ?? { median: 0, scale: 0 };
        return Math.max(-MAX_Z, Math.min(MAX_Z, (value - median) / Math.max(floor, scale)));
      }),
    );
  });
  const scenes = ofScene ? sceneMembers(board) : null;
  return zOf(nearestDistances(board, points, scenes));
}

/** `points`: of each group, of each frame. */
function nearestDistances(
  board: readonly StyleFrame[],
  points: readonly (readonly (readonly number[])[])[],
  scenes: (readonly number[] | null)[] | null,
): number[] {
  const count = points[0]?.length ?? 0;
  const everyone = Array.from({ length: count }, (_, i) => i);
  const hashOf = (i: number) => `${board[i]?.sha256} ${board[i]?.takeId}`;
  const paired = everyone.toSorted((i, j) => (hashOf(i) < hashOf(j) ? -1 : 1)).slice(0, 48);
  const usual = points.map((rows) => {
    const all = paired.flatMap((i, at) =>
      paired.slice(0, at).map((j) => apart(rows[i] ?? [], rows[j] ?? [])),
    );
    return Math.max(1e-3, quantile(all.sort(ascending), 0.5));
  });
  return everyone.map((i) => {
    const others = (scenes?.[i] ?? everyone).filter((j) => j !== i);
    const distances = others.map((j) =>
      points.reduce(
        (sum, rows, at) =>
          sum + (1 / (points.length * (usual[at] ?? 1))) * apart(rows[i] ?? [], rows[j] ?? []),
        0,
      ),
    );
    const nearest = distances.sort(ascending).slice(0, nearestOf(others.length));
    return nearest.reduce((sum, one) => sum + one, 0) / nearest.length;
  });
}

const ascending = (a: number, b: number) => a - b;
const nearestOf = (others: number) => Math.min(others, Math.max(2, Math.round(0.85 * Math.sqrt(others + 1))));

/** Root of the mean square of the differences. */
const apart = (a: readonly number[], b: readonly number[]): number =>
  Math.sqrt(a.reduce((sum, value, f) => sum + (value - (b[f] ?? 0)) ** 2, 0) / a.length);

/** What each frame has of each sign's limit, and the words of the strongest that names it. */
function signsOf(
  board: readonly StyleFrame[],
  colouring: readonly number[],
): { shares: number[]; sign: { name: string; words: string } | undefined }[] {
  const of = (name: string, f: number) => board.map(({ features }) => features[name]?.[f] ?? 0);
  const sorted = (values: readonly number[]) => [...values].sort(ascending);
  const dark = of('tone', 0);
  const strong = of('saturation', 7).map((value) => Math.log(value + 0.02));
  const alone = of('levels', 0);
  const turns = turnsOf(board);
  return board.map((_, i) => {
    const lifted = ((dark[i] ?? 0) - quantile(sorted(dark), 0.75)) / 0.13;
    const paler = (quantile(sorted(strong), 0.25) - (strong[i] ?? 0)) / 0.39;
    const shares = [
      ((turns[i]?.gain ?? 0) / 0.75) ** 2,
      (Math.max(0, (alone[i] ?? 0) - quantile(sorted(alone), 0.5)) / 0.9) ** 4,
      Math.max(0, Math.min(lifted, paler, (colouring[i] ?? 0) / FADES)),
    ];
    const signs = [
      `its hues are shifted by about ${turns[i]?.degrees ?? 0}° round the colour wheel`,
      'it has only a few tones, like a poster',
      'it is faded, with lighter shadows and paler colours than the other shots',
    ];
    const most = Math.max(...shares);
    const at = shares.lastIndexOf(most);
    const name = ['turned', 'few-tones', 'faded'][at] ?? '';
    return { shares, sign: most >= 0.5 ? { name, words: signs[at] ?? '' } : undefined };
  });
}

/** By how much each frame fits the others better with its hues turned, and by how many degrees either way. */
function turnsOf(board: readonly StyleFrame[]): { gain: number; degrees: number }[] {
  const rows = board.map(({ features }) => {
    const hue = Array.from(features.hue ?? []);
    const norm = Math.max(0.15, Math.sqrt(hue.reduce((sum, value) => sum + value ** 2, 0)));
    return hue.map((value) => value / norm);
  });
  if (rows.some((row) => row.length !== 3 * HUES)) return [];
  const place = (f: number, steps: number) => f - (f % HUES) + ((f + HUES - steps) % HUES);
  return rows.map((own, i) => {
    const means = Array.from({ length: HUES }, (_, steps) => {
      const turned = own.map((_, f) => own[place(f, steps)] ?? 0);
      const likeness = rows
        .filter((_, j) => j !== i)
        .map((row) => row.reduce((sum, value, f) => sum + (turned[f] ?? 0) * value, 0))
        .sort((a, b) => b - a)
        .slice(0, nearestOf(rows.length - 1));
      return likeness.reduce((sum, one) => sum + one, 0) / likeness.length;
    });
    const most = Math.max(...means);
    const best = means.indexOf(most);
    const plain = means[0] ?? 0;
    const steps = best > HUES / 2 ? HUES - best : best;
    return { gain: best === 0 ? 0 : (most - plain) / (1.02 - plain), degrees: 30 * steps };
  });
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

/** By the directions of the towers. */
function towerDistances(board: readonly StyleFrame[]): GroupDistances | null {
  const length = board[0]?.tower.length ?? 0;
  if (length === 0 || board.some(({ tower }) => tower.length !== length)) return null;
  const units = board.map(({ tower }) => {
    const norm = Math.sqrt(Array.from(tower).reduce((s, v) => s + v ** 2, 0)) || 1;
    return Array.from(tower, (v) => v / norm);
  });
  return { name: 'vision', distances: nearestDistances(board, [units], null) };
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
