/** What runs along the story, shot by shot: how well it is kept, and how light it is. All 0–1. */
import type { Severity } from '@shared/severity.js';
import { inPlay, type ShotView } from '../../board/index.js';

export interface Series {
  readonly id: string;
  readonly title: string;
  /** Whether low is bad: then its lowest is named. */
  readonly isScore: boolean;
  /** In the order of the shots; null where nothing is known, or the shot is out of play. */
  readonly values: readonly (number | null)[];
  /** In the same order: the words of the description that explain a low value; null = nothing has to be explained. */
  readonly excuses: readonly (string | null)[];
}

/** Relative luminance of `#rrggbb` as perceived: CIE L* (CIE 15), 0–1. */
export function lightnessOf(colour: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const value = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  const y = 0.2126 * r + 0.7152 * g + 0.0722 * b;
  return (y > 216 / 24389 ? 116 * Math.cbrt(y) - 16 : (24389 / 27) * y) / 100;
}

/** Colours count less the later they stand: the palette is in order of their shares. */
function lightOf({ summary }: ShotView): number | null {
  const palette = summary?.palette ?? [];
  if (palette.length === 0) return null;
  const weights = palette.map((_, i) => palette.length - i);
  const sum = palette.reduce((all, colour, i) => all + (weights[i] ?? 0) * lightnessOf(colour), 0);
  return sum / weights.reduce((all, one) => all + one, 0);
}

/** What is drawn, in this order: a new one is a row here. */
const ROWS: readonly (readonly [
  id: string,
  title: string,
  isScore: boolean,
  of: (view: ShotView) => number | null,
])[] = [
  ['description', 'Description', true, ({ summary }) => summary?.scores.description ?? null],
  ['characters', 'Characters', true, ({ summary }) => summary?.scores.characters ?? null],
  ['style', 'Style', true, ({ summary }) => summary?.scores.style ?? null],
  ['quality', 'Quality', true, ({ summary }) => summary?.scores.quality ?? null],
  ['light', 'Light', false, lightOf],
];

export const seriesOf = (views: readonly ShotView[]): readonly Series[] =>
  ROWS.map(([id, title, isScore, of]) => ({
    id,
    title,
    isScore,
    values: views.map((view) => (inPlay(view) ? of(view) : null)),
    excuses: views.map((view) => (id === 'style' ? (view.summary?.scores.styleExcuse ?? null) : null)),
  }));

/** The first of the lowest of which nothing is excused; −1 where there is none, or all are as high. */
export function lowestOf({ values, excuses }: Pick<Series, 'values' | 'excuses'>): number {
  let found = -1;
  for (const [i, value] of values.entries())
    if (
      value !== null &&
      excuses[i] === null &&
      (found < 0 || value < (values[found] ?? Number.POSITIVE_INFINITY))
    )
      found = i;
  const isLower = values.some((value) => value !== null && value > (values[found] ?? 1));
  return isLower ? found : -1;
}

/**
 * The way of an SVG path through them, `step` apart, at the middle of each step: 1 at the top, 0 at `height`. It breaks
 * where nothing is known; a value between two unknown ones is a short line, or it would not be seen.
 */
export function pathOf(values: readonly (number | null)[], step: number, height: number): string {
  const round = (value: number): number => Math.round(value * 100) / 100;
  const parts: string[] = [];
  for (const [i, value] of values.entries()) {
    if (value === null) continue;
    const x = (i + 0.5) * step;
    const y = round(height * (1 - Math.min(1, Math.max(0, value))));
    const goesOn = i > 0 && values[i - 1] !== null;
    if (goesOn) parts.push(`L${round(x)} ${y}`);
    else if ((values[i + 1] ?? null) === null)
      parts.push(`M${round(x - step / 3)} ${y}h${round((2 * step) / 3)}`);
    else parts.push(`M${round(x)} ${y}`);
  }
  return parts.join('');
}

/** The most pressing finding of each shot that has any. */
export const marksOf = (
  views: readonly ShotView[],
): readonly { readonly at: number; readonly severity: Severity }[] =>
  views.flatMap(({ findings: [worst] }, at) => (worst ? [{ at, severity: worst.severity }] : []));
