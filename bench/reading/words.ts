/** What two wordings have in common: their words without endings, articles and the ways of saying one thing. */

const SAME: Readonly<Record<string, string>> = {
  one: '1',
  two: '2',
  three: '3',
  four: '4',
  five: '5',
  six: '6',
  seven: '7',
  eight: '8',
  nine: '9',
  ten: '10',
  people: 'person',
  human: 'person',
  humans: 'person',
  men: 'man',
  women: 'woman',
  children: 'child',
  lying: 'lie',
  lies: 'lie',
  wears: 'wear',
  wore: 'wear',
  wearing: 'wear',
  coloured: 'color',
  colour: 'color',
  grey: 'gray',
  dawn: 'sunrise',
  dusk: 'sunset',
  mist: 'fog',
  misty: 'fog',
  foggy: 'fog',
  watercolour: 'watercolor',
};

/** Prepositions that mean the same in a picture. */
const PLACES: readonly (readonly [RegExp, string])[] = [
  [/\b(?:beside|next to|adjacent to|alongside|by the side of)\b/g, 'beside'],
  [/\b(?:on top of|onto|upon)\b/g, 'on'],
  [/\b(?:inside|within|into)\b/g, 'in'],
  [/\b(?:below|beneath|underneath)\b/g, 'under'],
];

const ENDINGS = ['ing', 'ed', 'es', 's'];
const LITTLE = new Set([
  'a',
  'an',
  'the',
  'of',
  'is',
  'are',
  'be',
  'to',
  'and',
  's',
  'his',
  'her',
  'its',
  'their',
]);

/** "sits", "sitting" and "sit" are one; so are "2" and "two". */
function stem(word: string): string {
  const same = SAME[word];
  if (same !== undefined) return same;
  const ending = ENDINGS.find((one) => word.endsWith(one) && word.length - one.length >= 3) ?? '';
  const rest = word.slice(0, word.length - ending.length).replace(/(?:e|i|y)$/, '');
  return rest.length > 3 && rest.at(-1) === rest.at(-2) ? rest.slice(0, -1) : rest;
}

/** The words of a wording that say something, without their endings. */
export function wordsOf(text: string): ReadonlySet<string> {
  let plain = text.toLowerCase().replaceAll('’', "'");
  for (const [said, same] of PLACES) plain = plain.replace(said, same);
  const words = plain.match(/[\p{L}\p{N}]+/gu) ?? [];
  return new Set(words.filter((word) => !LITTLE.has(word)).map(stem));
}

export const holds = (all: ReadonlySet<string>, some: ReadonlySet<string>): boolean =>
  [...some].every((word) => all.has(word));
