/** Drawings as the page has them, and as a browser keeps them: a figure that many steps have is written once. */
import type { Figure } from '@shared/records/index.js';
import type { Steps } from './easel.js';

export interface Drawn {
  readonly figures: readonly Figure[];
  /** ISO 8601, when it was begun. */
  readonly at: string;
  /** What can be taken back, also once nothing is drawn any more. */
  readonly steps?: Steps | undefined;
}

export interface StoredDrawn extends Pick<Drawn, 'figures' | 'at'> {
  /** Figures that steps have, and the drawing has no more. */
  readonly gone?: readonly Figure[];
  /** Places in `figures`, and behind them in `gone`. */
  readonly steps?: readonly (readonly number[])[];
}

export function packed({ figures, at, steps = [] }: Drawn, withSteps: boolean): StoredDrawn {
  if (!withSteps || steps.length === 0) return { figures, at };
  const places = new Map(figures.map((figure, place) => [figure, place]));
  const gone: Figure[] = [];
  const placeOf = (figure: Figure): number => {
    const known = places.get(figure);
    if (known !== undefined) return known;
    const place = figures.length + gone.push(figure) - 1;
    places.set(figure, place);
    return place;
  };
  return { figures, at, steps: steps.map((before) => before.map(placeOf)), gone };
}

export function unpacked({ figures, at, steps, gone = [] }: StoredDrawn): Drawn {
  if (!steps) return { figures, at };
  const all = [...figures, ...gone];
  const figuresOf = (places: readonly number[]) => places.flatMap((place) => all[place] ?? []);
  return { figures, at, steps: steps.map(figuresOf) };
}
