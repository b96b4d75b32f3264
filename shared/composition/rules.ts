/** Rules of composition that an artist may hold a board to. All are off until they are switched on. */
import { z } from 'zod';

export const RULE_IDS = [
  'cut-head',
  'headroom',
  'look-room',
  'horizon',
  'edges',
  'thirds',
  'balance',
  'same-size',
  'jump-cut',
  'crossed-line',
  'screen-direction',
] as const;

export type CompositionRule = (typeof RULE_IDS)[number];

export const compositionRules = z.array(z.enum(RULE_IDS));

export interface RuleWords {
  readonly name: string;
  /** When it speaks, in one sentence for the artist. */
  readonly meaning: string;
}

export const COMPOSITION_RULES: Readonly<Record<CompositionRule, RuleWords>> = {
  'cut-head': {
    name: 'Heads stay in the frame',
    meaning: 'Speaks where the upper edge cuts a head off. A close-up may do that.',
  },
  headroom: {
    name: 'Headroom',
    meaning:
      'Speaks where there is hardly any room over a head, or so much over the highest that the eyes are below the middle. Close-ups may be tight.',
  },
  'look-room': {
    name: 'Look-room',
    meaning:
      'Speaks where somebody looks or goes out of the frame. Only where the description says which way.',
  },
  horizon: {
    name: 'Level horizon',
    meaning:
      'Speaks where level and upright lines are tilted by more than 3°, unless a tilted frame was asked for.',
  },
  edges: {
    name: 'Clear of the edges',
    meaning:
      'Speaks where the left or right edge cuts a person or an animal off, or touches one. From a medium close-up on it may.',
  },
  thirds: {
    name: 'Off the middle',
    meaning:
      'Speaks where the subject of a wide shot stands alone in the very middle, unless that was asked for.',
  },
  balance: {
    name: 'Balance',
    meaning: 'Speaks where nearly all that is seen is on one side.',
  },
  'same-size': {
    name: 'Another size than the shot before',
    meaning: 'Speaks where two shots of a scene in a row show the same subject nearly as large.',
  },
  'jump-cut': {
    name: 'No jump cut',
    meaning:
      'Speaks where the same subject is nearly as large and in nearly the same place as in the shot before.',
  },
  'crossed-line': {
    name: 'The line is not crossed',
    meaning:
      'Speaks where two change sides from one shot of a scene to the next, unless the description asks for it.',
  },
  'screen-direction': {
    name: 'Screen direction',
    meaning:
      'Speaks where the same subject goes the other way than in the shot before. Only where both descriptions say which way.',
  },
};
