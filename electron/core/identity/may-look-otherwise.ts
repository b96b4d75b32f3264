/** Words by which somebody is shown as they do not look otherwise, or so that it cannot be seen. */
const OTHERWISE = [
  'silhouettes?',
  '(?:from|seen) behind',
  'back (?:view|to (?:us|the (?:camera|viewer)))',
  'shadow of',
  'reflections?',
  'mirrors?',
  'disguis(?:ed?|es)',
  '(?:un)?mask(?:ed|s)?',
  'costumes?',
  'blindfold(?:ed)?',
  '(?:portrait|painting|photo(?:graph)?|statue|drawing|poster) of',
  'dream(?:s|ing|t)?',
  'memory|memories|flashback',
  'as an? (?:child|boy|girl|baby|adult|old (?:man|woman))',
  'years? (?:ago|later|earlier|before)',
  'transform(?:s|ed|ation)?',
  '(?:turns?|turned|changes?|changed) into',
  'covered (?:in|with|by)',
  'wrapped in',
  'ghosts?',
];
const WORDS = new RegExp(`\\b(?:${OTHERWISE.join('|')})\\b`, 'i');

export const mayLookOtherwise = (description: string): boolean => WORDS.test(description);
