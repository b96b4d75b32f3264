import type { Measure } from '@shared/analysis.js';
import { centreOf } from './robust.js';

/** One number of each group that an artist can picture, from the group's vector. */
const HEADLINES: Readonly<
  Record<
    string,
    { readonly label: string; readonly digits: number; readonly of: (values: readonly number[]) => number }
  >
> = {
  colour: { label: 'warmth', digits: 2, of: (v) => (v[65] ?? 0) * 0.7 + (v[64] ?? 0) * 0.3 },
  tone: { label: 'middle grey', digits: 2, of: (v) => v[3] ?? 0 },
  saturation: { label: 'saturation', digits: 2, of: (v) => v[0] ?? 0 },
  line: { label: 'share of strong edges', digits: 3, of: (v) => 10 ** (v[1] ?? 0) },
  texture: { label: 'smooth area', digits: 2, of: (v) => (v[0] ?? 0) ** 2 },
  frequency: { label: 'fall-off of fine detail', digits: 2, of: (v) => v[9] ?? 0 },
  grain: { label: 'grain in levels', digits: 1, of: (v) => Math.max(0, 10 ** (v[1] ?? 0) - 0.3) },
};
const LEAVES = 2;
const STAYS = 1.5;

interface Described {
  readonly features: Readonly<Record<string, readonly number[]>>;
}

/** "colour leaves, line stays: saturation 0.08, board 0.46". */
export function differenceInWords(
  board: readonly Described[],
  index: number,
  measures: readonly Measure[],
): string {
  const byDistance = [...measures].sort((a, b) => (b.z ?? 0) - (a.z ?? 0));
  const far = byDistance.filter(({ z }) => (z ?? 0) >= LEAVES).slice(0, 3);
  // A frame can stand out by how its groups go together while none of them is far out alone.
  const leaving = far.length > 0 ? far : byDistance.slice(0, 1);
  const staying = byDistance.filter(({ z }) => (z ?? 0) < STAYS).slice(-2);
  const numbers = leaving.flatMap(({ name }) => {
    const headline = HEADLINES[name];
    if (!headline) return [];
    const values = board.map((frame) => headline.of(frame.features[name] ?? []));
    const here = (values[index] ?? 0).toFixed(headline.digits);
    return [`${headline.label} ${here}, board ${centreOf(values).median.toFixed(headline.digits)}`];
  });
  const names = (list: readonly Measure[]) => list.map(({ name }) => name).join(' and ');
  const verb = (list: readonly Measure[], one: string, many: string) => (list.length === 1 ? one : many);
  const stays = staying.length > 0 ? `, ${names(staying)} ${verb(staying, 'stays', 'stay')}` : '';
  const detail = numbers.length > 0 ? `: ${numbers.join('; ')}` : '';
  return `${names(leaving)} ${verb(leaving, 'leaves', 'leave')}${stays}${detail}`;
}
