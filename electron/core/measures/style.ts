/** How each frame's style stands to its board's: what it is compared with, made once, and the frames one by one. */
import type { Measure } from '@shared/analysis.js';
import type { Sensitivity } from '@shared/sensitivity.js';
import { type ComparedWith, comparedWith } from './compared-with.js';
import { FLAGS_FROM } from './flags-from.js';
import { runThrough, type Steps } from './steps.js';
import { type AspectDistances, aspectDistances } from './style-aspect-distances.js';
import { ASPECTS } from './style-aspects.js';
import type { StyleFrame } from './style-frame.js';
import { GROUPS, type GroupDistances, groupDistances } from './style-groups.js';
import { towerDistances } from './style-tower.js';
import { type Difference, differenceOf, usualTraits } from './style-words.js';

export interface FrameStyle {
  /** 0–1, 1 in the middle of the board; null on boards too small to compare. */
  readonly score: number | null;
  /** One per group: distance from the others, in spreads of the board. */
  readonly measures: readonly Measure[];
  readonly flagged: boolean;
  /** Of a flagged frame: what leaves the style of the others and what stays. */
  readonly difference: Difference | null;
}

export interface StyleYardstick {
  of(frame: StyleFrame, sensitivity: Sensitivity): FrameStyle;
}

/** Boards smaller than this have no style of their own to leave. */
export const MIN_STYLE_BOARD = 4;
/** z from which a group is named as one that leaves. */
const GROUP_LEAVES = 2.5;
/**
 * Robust z that flags, for each aspect and for the judge's vision tower, which sees the subject as much as the
 * style. Light changes with the hour and the place, so colour has to leave further than the hand that draws.
 */
const LIMITS = { hand: 3, colour: 7, saturation: 6.5, vision: 8 } as const;
/** The hand and the tower see different things; together they flag from this sum of their z on. */
const JOINT_LIMIT = 7;

const TOO_SMALL: FrameStyle = { score: null, measures: [], flagged: false, difference: null };

/** By take. */
export function styleOf(
  board: readonly StyleFrame[],
  sensitivity: Sensitivity = 'balanced',
): Record<string, FrameStyle> {
  const yardstick = runThrough(styleYardstick(board));
  return Object.fromEntries(board.map((frame) => [frame.takeId, yardstick.of(frame, sensitivity)]));
}

/**
 * What the frames of a board are compared with; see `comparedWith`. In steps of a few milliseconds. It keeps nothing
 * of frames but those in the sample or in a scene.
 */
export function* styleYardstick(
  board: readonly StyleFrame[],
  { sample, scene }: ComparedWith<StyleFrame> = comparedWith(board),
): Steps<StyleYardstick> {
  if (board.length < MIN_STYLE_BOARD) return { of: () => TOO_SMALL };
  const usual = usualTraits(sample.map(({ features }) => features));
  const groups: GroupDistances[] = [];
  for (const group of GROUPS) {
    const found = yield* groupDistances(group, sample, scene);
    if (found) groups.push(found);
  }
  const tower = yield* towerDistances(sample);
  const aspects: Record<string, AspectDistances | null> = {};
  for (const aspect of ASPECTS) aspects[aspect.name] = yield* aspectDistances(aspect, sample, scene);
  const all = [...groups, ...(tower ? [tower] : [])];

  return {
    of(frame, sensitivity) {
      const found = all.flatMap((group) => {
        const distance = group.of(frame);
        return distance ? [{ name: group.name, ...distance }] : [];
      });
      const ratio = ratioOf(
        Math.max(0, aspects.hand?.z(frame) ?? 0),
        aspects.colour?.z(frame) ?? 0,
        aspects.saturation?.z(frame) ?? 0,
        Math.max(0, found.find(({ name }) => name === 'vision')?.z ?? 0),
      );
      const flagged = ratio >= FLAGS_FROM[sensitivity];
      const measures = found.map(({ name, distance, z }): Measure => {
        const value = Math.round(distance * 1000) / 1000;
        return { name, value, unit: 'spreads', z, flagged: flagged && z >= GROUP_LEAVES };
      });
      const difference = flagged ? differenceOf(frame.features, usual, measures) : null;
      return { score: 1 / (1 + ratio ** 2), measures, flagged, difference };
    },
  };
}

/** How far a frame is towards being flagged, by the z of each aspect: 1 and more flags. */
const ratioOf = (hand: number, colour: number, saturation: number, vision: number): number =>
  Math.max(
    hand / LIMITS.hand,
    colour / LIMITS.colour,
    saturation / LIMITS.saturation,
    vision / LIMITS.vision,
    (Math.min(hand, vision) > 0 ? hand + vision : 0) / JOINT_LIMIT,
  );
