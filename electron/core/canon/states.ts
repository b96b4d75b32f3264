/** Words for the state of a thing, of which some exclude each other. */
import { isColour } from '@core/claims/index.js';

/** One or the other. */
const EITHER: readonly (readonly (readonly string[])[])[] = [
  [
    ['lit', 'glowing', 'burning'],
    ['unlit', 'dark', 'extinguished'],
  ],
  [['open'], ['closed', 'shut', 'locked']],
  [
    ['broken', 'cracked', 'shattered', 'torn', 'smashed', 'ripped'],
    ['intact', 'unbroken', 'mended', 'repaired', 'undamaged'],
  ],
  [['full'], ['empty']],
  [['wet', 'soaked', 'drenched'], ['dry']],
  [['clean'], ['dirty', 'muddy', 'stained']],
  [['frozen'], ['melted', 'thawed']],
  [['raised', 'hoisted'], ['lowered']],
  [
    ['folded', 'rolled', 'furled'],
    ['unfolded', 'unrolled', 'unfurled'],
  ],
  [
    ['buttoned', 'zipped'],
    ['unbuttoned', 'unzipped'],
  ],
  [
    ['tied', 'braided'],
    ['loose', 'untied'],
  ],
  [
    ['sleeping', 'asleep'],
    ['awake', 'waking'],
  ],
  [['alive', 'living'], ['dead']],
];

/** What somebody or something is like for long, one or the other. */
const BUILD: typeof EITHER = [
  [['long'], ['short']],
  [
    ['curly', 'wavy', 'frizzy'],
    ['straight', 'sleek'],
  ],
  [
    ['big', 'large', 'huge', 'giant', 'enormous'],
    ['small', 'little', 'tiny'],
  ],
  [['tall'], ['short', 'small', 'tiny']],
  [['thick'], ['thin']],
  [['wide', 'broad'], ['narrow']],
  [
    ['fat', 'stout', 'plump'],
    ['thin', 'slim', 'skinny', 'lean', 'gaunt'],
  ],
  [['bearded'], ['clean-shaven', 'beardless']],
  [['young'], ['old', 'elderly']],
];

/** Colours that one may be called by the name of the other. */
const SHADES: readonly (readonly string[])[] = [
  ['blue', 'navy', 'azure', 'indigo', 'cyan', 'turquoise', 'teal'],
  ['green', 'teal', 'turquoise', 'olive', 'emerald'],
  ['red', 'crimson', 'scarlet', 'maroon', 'burgundy'],
  ['yellow', 'golden', 'gold', 'blond', 'blonde'],
  ['purple', 'violet', 'lilac', 'lavender', 'magenta'],
  ['grey', 'gray', 'silver'],
  ['white', 'ivory', 'cream'],
  ['brown', 'tan', 'beige', 'auburn', 'chestnut'],
  ['pink', 'rose', 'magenta'],
];

const CONDITIONS = new Set(EITHER.flat(2));

/** How a thing may become, and stays the same thing: wet, torn, open. */
export const isCondition = (word: string): boolean => CONDITIONS.has(word);

const sidesOf = (word: string): number[] =>
  [...EITHER, ...BUILD].map((sides) => sides.findIndex((side) => side.includes(word)));

const areOpposite = (a: string, b: string): boolean => {
  const others = sidesOf(b);
  return sidesOf(a).some((side, at) => side !== -1 && others[at] !== -1 && side !== others[at]);
};

const areOneColour = (a: string, b: string): boolean =>
  a === b || SHADES.some((names) => names.includes(a) && names.includes(b));

/** The words of `a` that cannot hold with `b`: of "long brown" "long", where the other is "short". */
export function excluded(a: string, b: string): string[] {
  const [words, others] = [a, b].map((look) => look.split(' ')) as [string[], string[]];
  const colours = others.filter(isColour);
  return words.filter(
    (word) =>
      others.some((other) => areOpposite(word, other)) ||
      // Who is called by two colours has both.
      (isColour(word) &&
        colours.length > 0 &&
        !colours.some((one) => words.some((own) => areOneColour(own, one)))),
  );
}
