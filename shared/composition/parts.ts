/** What a composition is measured by, one row each: how it is said, and how good it is by the book. */
import { percent } from '../percent.js';
import type { Composition } from './composition.js';

export interface CompositionPart {
  readonly name: string;
  /** In a few words: what was measured, or why nothing was. */
  readonly said: string;
  /** 0–1; null = it does not count. */
  readonly score: number | null;
}

interface Part {
  readonly name: string;
  readonly read: (composition: Composition) => Omit<CompositionPart, 'name'>;
}

const clamped = (value: number): number => Math.min(1, Math.max(0, value));
const nothing = (said: string): Omit<CompositionPart, 'name'> => ({ said, score: null });

const NO_SUBJECT = 'not measured: nothing was detected';

const isSomebody = ({ subject }: Composition): boolean => subject?.seen === 'detected';

/** Below and above these parts of the height there is too little and too much room over a head. */
export const HEADROOM = { least: 0.03, most: 0.33 } as const;
/** From so many degrees on a horizon is plainly tilted. */
const TILTED = 10;

const PARTS: readonly Part[] = [
  {
    name: 'Size of shot',
    read(composition) {
      const { size, asked } = composition;
      if (!size) return nothing(isSomebody(composition) ? 'not measured: between two sizes' : NO_SUBJECT);
      if (!asked || asked.agrees === null) return nothing(size);
      return asked.agrees
        ? { said: `${size}, as asked`, score: 1 }
        : { said: `${size}, asked: ${asked.text}`, score: 0 };
    },
  },
  {
    name: 'Thirds',
    read({ offThird }) {
      if (offThird === null) return nothing(NO_SUBJECT);
      return { said: `${percent(offThird)} of the width off a third`, score: clamped(1 - offThird * 6) };
    },
  },
  {
    name: 'Balance',
    read({ lean }) {
      if (lean === null) return nothing(NO_SUBJECT);
      const side = lean < 0 ? 'left' : 'right';
      const said = Math.abs(lean) < 0.05 ? 'even' : `${percent(Math.abs(lean) * 2)} to the ${side}`;
      return { said, score: clamped(1 - Math.abs(lean) / 0.4) };
    },
  },
  {
    name: 'Headroom',
    read(composition) {
      const { headroom, headCut } = composition;
      if (headCut) return { said: 'the head is cut off', score: 0 };
      if (headroom === null)
        return nothing(
          isSomebody(composition) ? 'not measured: no head fills enough of the frame' : NO_SUBJECT,
        );
      const low = headroom / HEADROOM.least;
      const high = 1 - Math.max(0, headroom - HEADROOM.most) * 4;
      return { said: `${percent(headroom)} of the height`, score: clamped(Math.min(low, high)) };
    },
  },
  {
    name: 'Look-room',
    read({ lookRoom, direction }) {
      if (lookRoom === null || direction === null)
        return nothing('not measured: which way the subject looks is not known');
      const where = lookRoom < 0 ? 'behind' : 'before';
      return {
        said: `${percent(Math.abs(lookRoom))} more room ${where} the subject, which looks ${direction}`,
        score: clamped(1 + Math.min(0, lookRoom) * 2),
      };
    },
  },
  {
    name: 'Horizon',
    read({ horizon }) {
      if (!horizon) return nothing('not measured: too few long lines agree');
      const { tilt } = horizon;
      const side = tilt > 0 ? 'right' : 'left';
      const said = Math.abs(tilt) < 0.5 ? 'level' : `falls ${Math.abs(tilt).toFixed(1)}° to the ${side}`;
      return { said, score: clamped(1 - Math.abs(tilt) / TILTED) };
    },
  },
  {
    name: 'Edges',
    read({ touching }) {
      if (touching === null) return nothing(NO_SUBJECT);
      if (touching.length === 0) return { said: 'nothing reaches one', score: 1 };
      const things = touching.map(({ label, edge }) => `the ${label} reaches the ${edge}`);
      return { said: things.join(', '), score: clamped(1 - touching.length / 2) };
    },
  },
];

/** In the order in which they are shown. */
export const compositionParts = (composition: Composition): CompositionPart[] =>
  PARTS.map(({ name, read }) => ({ name, ...read(composition) }));

/** Mean of what was measured, 0–1; null where nothing was. */
export function compositionScore(composition: Composition): number | null {
  const scores = compositionParts(composition).flatMap(({ score }) => score ?? []);
  return scores.length === 0 ? null : scores.reduce((sum, score) => sum + score, 0) / scores.length;
}
