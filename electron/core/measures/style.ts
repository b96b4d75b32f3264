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
  /** `faults`: measures of its picture's quality that are flagged. What they change of a style does not count. */
  of(frame: StyleFrame, sensitivity: Sensitivity, faults: readonly string[]): FrameStyle;
}

/** Boards smaller than this have no style of their own to leave. */
export const MIN_STYLE_BOARD = 4;
/** z from which a group is named as one that leaves. */
const GROUP_LEAVES = 2.5;
/**
 * How far each aspect, and the judge's vision tower, which sees the subject as much as the style, has to leave to flag
 * alone, as robust z. Light changes with the hour and the place, so colour has to leave further than the hand that
 * draws. They see different things: what each has of its limit adds up.
 */
const LIMITS = { hand: 7, colour: 12, saturation: 16, vision: 7 } as const;
/** What faults of the picture change of its style: how it is drawn, or how strong its colours are. */
const CHANGED_BY: Readonly<Record<string, readonly ('hand' | 'saturation')[]>> = {
  blur: ['hand'],
  noise: ['hand'],
  blockiness: ['hand', 'saturation'],
  upscaling: ['hand'],
  border: ['saturation'],
};

const TOO_SMALL: FrameStyle = { score: null, measures: [], flagged: false, difference: null };

/** By take. `faults`: the measures of quality, by take; those flagged count. */
export function styleOf(
  board: readonly StyleFrame[],
  sensitivity: Sensitivity = 'balanced',
  faults: Readonly<Record<string, readonly Measure[]>> = {},
): Record<string, FrameStyle> {
  const yardstick = runThrough(styleYardstick(board));
  return Object.fromEntries(
    board.map((frame) => [
      frame.takeId,
      yardstick.of(frame, sensitivity, flaggedIn(faults[frame.takeId] ?? [])),
    ]),
  );
}

/** Names of the measures that are flagged. */
export const flaggedIn = (measures: readonly Measure[]): string[] =>
  measures.flatMap(({ name, flagged }) => (flagged ? [name] : []));

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
    of(frame, sensitivity, faults) {
      const changed = new Set<string>(faults.flatMap((fault) => CHANGED_BY[fault] ?? []));
      const changedGroups = new Set(
        ASPECTS.flatMap((aspect) => (changed.has(aspect.name) ? aspect.groups : [])),
      );
      const found = all.flatMap((group) => {
        const distance = group.of(frame);
        return distance ? [{ name: group.name, ...distance }] : [];
      });
      const part = (z: number | undefined, limit: number): number => Math.max(0, z ?? 0) / limit;
      const parts = {
        hand: part(aspects.hand?.z(frame), LIMITS.hand),
        saturation: part(aspects.saturation?.z(frame), LIMITS.saturation),
      };
      const shown =
        part(aspects.colour?.z(frame), LIMITS.colour) +
        part(found.find(({ name }) => name === 'vision')?.z, LIMITS.vision);
      const counts = (name: 'hand' | 'saturation') => (changed.has(name) ? 0 : parts[name]);
      const flagged = counts('hand') + counts('saturation') + shown >= FLAGS_FROM[sensitivity];
      const measures = found.map(({ name, distance, z }): Measure => {
        const value = Math.round(distance * 1000) / 1000;
        const leaves = flagged && z >= GROUP_LEAVES && !changedGroups.has(name);
        return { name, value, unit: 'spreads', z, flagged: leaves };
      });
      const difference = flagged ? differenceOf(frame.features, usual, measures) : null;
      return { score: 1 / (1 + (parts.hand + parts.saturation + shown) ** 2), measures, flagged, difference };
    },
  };
}
