/** The little English that claim texts are written in. */

import { wordTable } from '@shared/word-table.js';

/** `a dog`, `an owl`, `a unicorn`, `an hourglass`. */
export function withArticle(noun: string): string {
  const vowel = /^(?:[aeio]|u(?!ni[cfvt]|nique|se|tensil|kulele)|hour|honest|heir)/i.test(noun);
  return `${vowel ? 'an' : 'a'} ${noun}`;
}

/** One syllable that ends in one vowel and one consonant. */
const DOUBLED = /^(?:(?:un)?(?:qu|[^aeiou])*[aeiou][^aeiouwxy]|begin)$/;

/** `hold` → `holding`, `sit` → `sitting`, `ride` → `riding`, `lie` → `lying`. */
export function participle(lemma: string): string {
  if (/ie$/.test(lemma)) return `${lemma.slice(0, -2)}ying`;
  if (/[^eoy]e$/.test(lemma) && lemma !== 'be') return `${lemma.slice(0, -1)}ing`;
  return DOUBLED.test(lemma) ? `${lemma}${lemma.at(-1)}ing` : `${lemma}ing`;
}

/** "fox" → "foxes", "carry" → "carries", "dog" → "dogs": a noun that is regular as several, a verb as one does it. */
export const withS = (word: string): string =>
  /(?:s|sh|ch|x|z)$/.test(word)
    ? `${word}es`
    : /[^aeiou]y$/.test(word)
      ? `${word.slice(0, -1)}ies`
      : `${word}s`;

const IRREGULAR = wordTable<string>({
  men: 'man',
  women: 'woman',
  children: 'child',
  people: 'people',
  oxen: 'ox',
  tiptoes: 'tiptoe',
  mice: 'mouse',
  geese: 'goose',
  wolves: 'wolf',
  elves: 'elf',
  knives: 'knife',
  shelves: 'shelf',
  bookshelves: 'bookshelf',
  loaves: 'loaf',
  scarves: 'scarf',
  leaves: 'leaf',
  thieves: 'thief',
  fishermen: 'fisherman',
  feet: 'foot',
  teeth: 'tooth',
  deer: 'deer',
  sheep: 'sheep',
  fish: 'fish',
  lilies: 'lily',
  bowties: 'bowtie',
  brownies: 'brownie',
  collies: 'collie',
  cookies: 'cookie',
  genies: 'genie',
  hoodies: 'hoodie',
  magpies: 'magpie',
  movies: 'movie',
  neckties: 'necktie',
  pies: 'pie',
  pixies: 'pixie',
  smoothies: 'smoothie',
  ties: 'tie',
  zombies: 'zombie',
  'passers-by': 'passer-by',
  passersby: 'passerby',
});
const ONLY_PLURAL =
  /^(?:glasses|sunglasses|eyeglasses|spectacles|goggles|trousers|pants|jeans|shorts|overalls|dungarees|pyjamas|pajamas|clothes|scissors|woods|stairs|docks|binoculars|ruins|bangs|freckles|curls|grass|glass|dress|cross|compass|chess|mattress|princess|waitress|actress|boss|class|moss|bus|cactus|canvas|atlas|octopus|lens|gas|walrus|iris|circus)$/;

const NO_MEN =
  /^(?:specimen|abdomen|regimen|cyclamen|acumen|stamen|bitumen|dolmen|hymen|ramen|semen|yemen|foramen|lumen|rumen)$/;

/** The word that says what a noun phrase is: "loaf" of "loaf of bread", "man" of "old man". */
export const headOf = (noun: string): string =>
  noun
    .replace(/ of .*/, '')
    .split(/[ -]/)
    .at(-1) as string;

/** The singular of a noun and whether the word was a plural. */
export function singularOf(noun: string): { singular: string; plural: boolean } {
  const irregular = IRREGULAR[noun];
  // "schoolchildren".
  if (/.children$/.test(noun)) return { singular: noun.slice(0, -3), plural: true };
  // "footmen", "snowmen".
  if (/[a-z]{2}men$/.test(noun) && !NO_MEN.test(noun))
    return { singular: `${noun.slice(0, -2)}an`, plural: true };
  if (irregular) return { singular: irregular, plural: irregular !== noun };
  const compound = /^(.*[ -])([^ -]+)$/.exec(noun);
  if (compound?.[1] && compound[2]) {
    const head = singularOf(compound[2]);
    return { singular: compound[1] + head.singular, plural: head.plural };
  }
  if (ONLY_PLURAL.test(noun) || !/[^s]s$/.test(noun) || noun.length < 4)
    return { singular: noun, plural: false };
  if (/[^aeiou]ies$/.test(noun)) return { singular: `${noun.slice(0, -3)}y`, plural: true };
  if (/(?:sh|ch|x|ss|zz|to|ro)es$/.test(noun)) return { singular: noun.slice(0, -2), plural: true };
  return { singular: noun.slice(0, -1), plural: true };
}

export const NUMBER_WORDS = [
  'no',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
];

/** 2 for "two" and "2"; null when the word is no whole number. */
export function numberOf(word: string): number | null {
  if (/^\d{1,3}$/.test(word)) return Number(word);
  const at = NUMBER_WORDS.indexOf(word);
  return at > 0 ? at : null;
}

/** "no people", "one person", "two people". */
export function peopleText(count: number): string {
  return count === 1 ? 'one person' : `${NUMBER_WORDS[count] ?? count} people`;
}

const FOREIGN =
  /(?<!\p{L})(?:der|die|das|und|ein|eine|einem|einer|mit|ist|auf|im|dem|den|nicht|von|zu|le|la|les|un|une|des|du|et|dans|avec|est|sur|qui|el|los|las|una|uno|con|del|en|por|que|il|lo|gli|di|della|nel|che|het|een|van|op|met|de|o|os|um|uma|com|na|no|em|och|ett|på|med)(?!\p{L})/giu;
const ENGLISH =
  /(?<!\p{L})(?:the|a|an|and|of|in|on|at|with|is|are|to|by|his|her|their|its|from|under|near|no)(?!\p{L})/giu;

/** Whether the words can be read as English; another script or another language's small words say no. */
export function isEnglish(sentence: string): boolean {
  const letters = sentence.match(/\p{L}/gu) ?? [];
  const latin = sentence.match(/\p{Script=Latin}/gu)?.length ?? 0;
  if (latin < letters.length * 0.7) return false;
  const foreign = new Set(sentence.toLowerCase().match(FOREIGN) ?? []).size;
  const english = new Set(sentence.toLowerCase().match(ENGLISH) ?? []).size;
  return foreign < 2 || foreign <= english;
}
