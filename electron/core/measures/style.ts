/** How each frame's style stands to its board's: what it is compared with, made once, and the frames one by one. */
import type { Measure } from '@shared/analysis.js';
import type { Sensitivity } from '@shared/sensitivity.js';
import { type ComparedWith, comparedWith } from './compared-with.js';
import { STYLE_FLAGS_FROM } from './flags-from.js';
import { runThrough, type Steps } from './steps.js';
import type { Distances, Usual } from './style-distance.js';
import type { StyleFrame } from './style-frame.js';
import { GROUPS, type GroupDistances, groupDistances } from './style-groups.js';
import { StyleKept } from './style-kept.js';
import { PARTS, type Part, partDistances } from './style-parts.js';
import { type Signature, type Signed, signatures } from './style-signatures.js';
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
  /** By all that frames are compared in. Besides these a frame's style follows from the sample and from its scene alone. */
  readonly usual: readonly Usual[];
  /** `faults`: measures of its picture's quality that are flagged. What they change of a style does not count. */
  of(frame: StyleFrame, sensitivity: Sensitivity, faults: readonly string[]): FrameStyle;
}

/** Boards smaller than this have no style of their own to leave. */
export const MIN_STYLE_BOARD = 4;
/** z from which a group is named as one that leaves. */
const GROUP_LEAVES = 2.5;
/**
 * How far each part has to leave to flag alone, as robust z. Frames of one story are drawn alike less than they are
 * coloured alike, and the judge's vision tower sees the subject as much as the style. They see different things: what
 * each has of its limit adds up, and so do the signs.
 */
const LIMITS = { hand: 14, colouring: 10, vision: 14 } as const;
/** Other light or another part of the place colours a frame otherwise: colouring counts so much where the hand stays, */
const COLOURS_ALONE = 0.75;
/** and in full where the hand has so much of its own limit. */
const HAND_LEAVES = 0.5;
/** z of its colouring that a faded frame has at each such sign: one that is coloured like some others is only pale. */
const FADES = 3;
/** So much more counts what is measured before a judge has looked: it has to flag alone. */
const WITHOUT_TOWER = 1.4;
/**
 * Of the limit, where a fault can account for any hand: what is left is one part fewer, and by it as many frames without
 * another style are over so much as are over the whole limit by all parts.
 */
const WITHOUT_HAND = 0.83;
/** From which a sign names a flagged frame, where no other one is stronger. */
const NAMES = 0.5;

type Named = Part['name'] | Signature;
/** What a fault can account for whatever it is. */
const ALL = Number.POSITIVE_INFINITY;
/**
 * What faults of the picture change of its style: how it is drawn, its colours and tones, or how many of them it has;
 * by how much of its limit at most. Beyond that it is another style: enlarging leaves most of a hand as it was.
 */
const CHANGED_BY: Readonly<Record<string, Readonly<Partial<Record<Named, number>>>>> = {
  blur: { hand: ALL },
  noise: { hand: ALL },
  blockiness: { hand: ALL, 'few-tones': ALL },
  upscaling: { hand: 0.6 },
  ringing: { hand: ALL },
  banding: { 'few-tones': ALL },
  loneLevels: { 'few-tones': ALL },
  border: { colouring: ALL },
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
 * of frames but those in the sample or in a scene. `kept`: from the yardstick before, for the next one.
 */
export function* styleYardstick(
  board: readonly StyleFrame[],
  { sample, scene }: ComparedWith<StyleFrame> = comparedWith(board),
  kept = new StyleKept(),
): Steps<StyleYardstick> {
  if (board.length < MIN_STYLE_BOARD) return { usual: [], of: () => TOO_SMALL };
  const usual = usualTraits(sample.map(({ features }) => features));
  const groups: GroupDistances[] = [];
  for (const group of GROUPS) {
    const found = yield* groupDistances(group, sample, scene);
    if (found) groups.push(found);
  }
  const tower = yield* towerDistances(sample, kept.vision);
  const parts: Partial<Record<Part['name'], Distances<StyleFrame> | null>> = {};
  for (const part of PARTS)
    parts[part.name] = yield* partDistances(part, sample, scene, kept.parts[part.name]);
  const signs = yield* signatures(sample, kept.turns);
  const all = [...groups, ...(tower ? [tower] : [])];

  return {
    usual: [...all, ...Object.values(parts)].flatMap((distances) => distances?.usual ?? []),
    of(frame, sensitivity, faults) {
      const accounted = (name: string): number =>
        Math.max(0, ...faults.map((fault) => CHANGED_BY[fault]?.[name as Named] ?? 0));
      const found = all.flatMap((group) => {
        const distance = group.of(frame);
        return distance ? [{ name: group.name, ...distance }] : [];
      });
      const share = (z: number | undefined, limit: number): number => Math.max(0, z ?? 0) / limit;
      const alone = tower ? 1 : WITHOUT_TOWER;
      const coloured = parts.colouring?.of(frame)?.z;
      const plain = signs.of(frame);
      const signed: Signed = { ...plain, faded: Math.min(plain.faded, share(coloured, FADES)) };
      const ofHand = alone * share(parts.hand?.of(frame)?.z, LIMITS.hand);
      const counts = COLOURS_ALONE + (1 - COLOURS_ALONE) * Math.min(1, ofHand / HAND_LEAVES);
      const shares: readonly (readonly [name: string, is: number])[] = [
        ['hand', ofHand],
        ['colouring', alone * share(coloured, LIMITS.colouring) * counts],
        ['vision', share(found.find(({ name }) => name === 'vision')?.z, LIMITS.vision)],
        ...Object.entries(signed),
      ];
      /** What no fault accounts for. */
      const left = new Map(shares.map(([name, is]) => [name, Math.max(0, is - accounted(name))]));
      const sumOf = (some: Iterable<number>) => [...some].reduce((sum, is) => sum + is, 0);
      const limit = STYLE_FLAGS_FROM[sensitivity] * (accounted('hand') === ALL ? WITHOUT_HAND : 1);
      const flagged = sumOf(left.values()) >= limit;
      const changedGroups = new Set(
        PARTS.flatMap(({ name, groups }) => (accounted(name) > 0 && left.get(name) === 0 ? groups : [])),
      );
      const measures = found.map(({ name, distance, z }): Measure => {
        const value = Math.round(distance * 1000) / 1000;
        const leaves = flagged && z >= GROUP_LEAVES && !changedGroups.has(name);
        return { name, value, unit: 'spreads', z, flagged: leaves };
      });
      const score = 1 / (1 + sumOf(shares.map(([, is]) => is)) ** 2);
      if (!flagged) return { score, measures, flagged, difference: null };
      const sign = strongestOf(signed, left);
      const difference = differenceOf(frame.features, usual, measures);
      const said =
        sign === null ? difference : { ...difference, sign: { name: sign, words: signs.words(sign, frame) } };
      return { score, measures, flagged, difference: said };
    },
  };
}

function strongestOf(signed: Signed, left: ReadonlyMap<string, number>): Signature | null {
  let strongest: Signature | null = null;
  for (const [name, is] of Object.entries(signed) as [Signature, number][])
    if (left.get(name) === is && is >= Math.max(NAMES, strongest ? signed[strongest] : 0)) strongest = name;
  return strongest;
}
