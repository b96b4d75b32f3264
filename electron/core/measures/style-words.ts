import type { Measure } from '@shared/analysis.js';
import { centreOf } from './robust.js';
import type { Features } from './style-aspects.js';

/** One number of a group that an artist can picture, from the group's vector. */
interface Trait {
  readonly label: string;
  readonly digits: number;
  readonly of: (values: ArrayLike<number>) => number;
  /** What the picture has more of where the number is larger than usual, and where it is smaller. */
  readonly more: string;
  readonly less: string;
}

const TRAITS: Readonly<Record<string, Trait>> = {
  colour: {
    label: 'warmth',
    digits: 2,
    of: (v) => (v[65] ?? 0) * 0.7 + (v[64] ?? 0) * 0.3,
    more: 'warmer colours',
    less: 'colder colours',
  },
  tone: {
    label: 'middle grey',
    digits: 2,
    of: (v) => v[3] ?? 0,
    more: 'lighter tones',
    less: 'darker tones',
  },
  saturation: {
    label: 'saturation',
    digits: 2,
    of: (v) => v[0] ?? 0,
    more: 'stronger colours',
    less: 'paler colours',
  },
  line: {
    label: 'share of strong edges',
    digits: 3,
    of: (v) => 10 ** (v[1] ?? 0),
    more: 'more hard lines',
    less: 'fewer hard lines',
  },
  texture: {
    label: 'smooth area',
    digits: 2,
    of: (v) => (v[0] ?? 0) ** 2,
    more: 'smoother surfaces',
    less: 'rougher surfaces',
  },
  frequency: {
    label: 'fall-off of fine detail',
    digits: 2,
    of: (v) => v[9] ?? 0,
    more: 'more fine detail',
    less: 'less fine detail',
  },
  grain: {
    label: 'grain in levels',
    digits: 1,
    of: (v) => Math.max(0, 10 ** (v[1] ?? 0) - 0.3),
    more: 'more grain',
    less: 'less grain',
  },
};
/** Robust z from which a group leaves the board's style, and below which it stays in it. */
const LEAVES = 2;
const STAYS = 1.5;
/** Of a trait, as a share of its usual number, and at all: where frames are all alike, little is no difference. */
const LEAST_SPREAD = 0.05;
/** Traits that a sentence can hold. */
const SAID = 2;

/** The usual number of each group on a board. */
export function usualTraits(board: readonly Features[]): ReadonlyMap<string, number> {
  return new Map(
    Object.entries(TRAITS).map(([name, trait]) => [
      name,
      centreOf(board.map((features) => trait.of(features[name] ?? []))).median,
    ]),
  );
}

/** How one frame looks different from the others. */
export interface Difference {
  /** With numbers: "colour leaves, line stays: saturation 0.08, board 0.46". */
  readonly detail: string;
  /** What it has, the most telling first: "paler colours", "more grain"; none where nothing has a word. */
  readonly words: readonly string[];
  /** Where one sign tells how it left, with the end of a sentence: "it has only a few tones, like a poster"; else absent. */
  readonly sign?: { readonly name: string; readonly words: string };
}

/** What one frame's traits have that those of these frames have not, all of one style. */
export function traitsAgainst(frames: readonly Features[]): (features: Features) => Difference {
  const centres = Object.entries(TRAITS).map(([name, trait]) => {
    const { median, scale } = centreOf(frames.map((features) => trait.of(features[name] ?? [])));
    return { name, trait, median, spread: Math.max(scale, LEAST_SPREAD * Math.abs(median), LEAST_SPREAD) };
  });
  const usual = new Map(centres.map(({ name, median }) => [name, median]));
  return (features) => {
    const measures = centres.map(({ name, trait, median, spread }): Measure => {
      const value = trait.of(features[name] ?? []);
      return { name, value, unit: '', z: Math.abs(value - median) / spread, flagged: true };
    });
    return differenceOf(features, usual, measures, 'brand');
  };
}

/**
 * `usual`: the board's, from `usualTraits`. `measures`: one a group, with z against the board. `whose`: what the usual
 * numbers are called by.
 */
export function differenceOf(
  features: Features,
  usual: ReadonlyMap<string, number>,
  measures: readonly Measure[],
  whose = 'board',
): Difference {
  const byDistance = [...measures].sort((a, b) => (b.z ?? 0) - (a.z ?? 0));
  const far = byDistance.filter(({ z }) => (z ?? 0) >= LEAVES).slice(0, 3);
  // A frame can stand out by how its groups go together while none of them is far out alone.
  const leaving = far.length > 0 ? far : byDistance.slice(0, 1);
  const staying = byDistance.filter(({ z }) => (z ?? 0) < STAYS).slice(-2);
  const traits = leaving.flatMap(({ name }) => {
    const trait = TRAITS[name];
    if (!trait) return [];
    const here = trait.of(features[name] ?? []).toFixed(trait.digits);
    return [{ trait, here, usual: (usual.get(name) ?? 0).toFixed(trait.digits) }];
  });
  const numbers = traits.map(({ trait, here, usual }) => `${trait.label} ${here}, ${whose} ${usual}`);
  const names = (list: readonly Measure[]) => list.map(({ name }) => name).join(' and ');
  const verb = (list: readonly Measure[], one: string, many: string) => (list.length === 1 ? one : many);
  const stays = staying.length > 0 ? `, ${names(staying)} ${verb(staying, 'stays', 'stay')}` : '';
  const figures = numbers.length > 0 ? `: ${numbers.join('; ')}` : '';
  return {
    detail: `${names(leaving)} ${verb(leaving, 'leaves', 'leave')}${stays}${figures}`,
    // A number that is written the same has no direction to speak of.
    words: traits
      .filter(({ here, usual }) => here !== usual)
      .map(({ trait, here, usual }) => (Number(here) > Number(usual) ? trait.more : trait.less))
      .slice(0, SAID),
  };
}
