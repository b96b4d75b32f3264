/** Who and what a description speaks of, and which words mean whom. */
import { wordTable } from '@shared/word-table.js';
import { headOf, NUMBER_WORDS, singularOf, withArticle, withS } from './english.js';
import { INANIMATE } from './inanimate.js';
import {
  ABSTRACT,
  AGES,
  ANIMALS,
  BODY,
  CLOTHING,
  MASS,
  PEOPLE,
  PLACES,
  PLACES_WITHIN,
  type Sex,
  SMALL,
  YOUTHS,
} from './lexicon.js';
import { isPerson } from './people.js';

/** A noun of a description with what is said beside it. */
export interface Named {
  /** Lower case, singular, with the nouns before it: "paper lantern". */
  readonly noun: string;
  /** Last word of `noun`. */
  readonly head: string;
  readonly adjectives: readonly string[];
  /** 1, a number that is said, or 'many' for a plural without one. */
  readonly count: number | 'many';
  readonly article: 'definite' | 'indefinite' | 'none';
  readonly isName: boolean;
  readonly start: number;
}

/** A character as the canon knows them at one point of the story. */
export interface CastMember {
  readonly name: string;
  readonly aliases: readonly string[];
  /** What a picture shows of them before any attribute: "girl". */
  readonly noun: string;
  /** Noun phrases with their attributes: "a girl in a red coat". */
  readonly statements: readonly string[];
}

export interface Entity {
  noun: string;
  count: number | 'many';
  person: boolean;
  animal: boolean;
  /** Certainly nobody: an animal or a known thing. */
  nobody: boolean;
  sex: Sex;
  cast: CastMember | null;
  /** Tells it from another of the same noun: "a girl in a red coat"; '' while nothing does. */
  telling: string;
  readonly start: number;
}

const THINGS = [INANIMATE, PLACES, PLACES_WITHIN, MASS, CLOTHING, BODY, ABSTRACT];

/** "table", "kitchen table", "a loaf of bread": a thing whoever sees it. */
function isThing(noun: string): boolean {
  const head = headOf(noun);
  return THINGS.some((list) => list.has(noun) || list.has(head));
}

/** "girl", "old man": the noun with what belongs to it, and the adjectives that are left as attributes. */
export function calledWith(phrase: Pick<Named, 'noun' | 'head' | 'adjectives'>): {
  noun: string;
  adjectives: string[];
} {
  if (PEOPLE[phrase.head] === undefined) return { noun: phrase.noun, adjectives: [...phrase.adjectives] };
  const young = YOUTHS.has(phrase.head);
  const age = young ? undefined : phrase.adjectives.find((adjective) => AGES.has(adjective));
  const adjectives = phrase.adjectives.filter(
    (one) => one !== age && !(young && (SMALL.has(one) || AGES.has(one))),
  );
  return { noun: age ? `${age} ${phrase.noun}` : phrase.noun, adjectives };
}

export class Cast {
  readonly entities: Entity[] = [];
  constructor(private readonly members: readonly CastMember[]) {}

  /** The character a name or alias means. */
  member(words: string): CastMember | null {
    const lower = words.toLowerCase();
    return (
      this.members.find((one) => [one.name, ...one.aliases].some((name) => name.toLowerCase() === lower)) ??
      null
    );
  }

  private add(noun: string, count: number | 'many', cast: CastMember | null, start: number): Entity {
    const head = headOf(noun);
    const animal = ANIMALS.has(noun) || ANIMALS.has(head);
    const person = isPerson(noun);
    const entity: Entity = {
      noun,
      count,
      person,
      animal,
      nobody: !person && (animal || isThing(noun)),
      sex: PEOPLE[head] ?? 'either',
      cast,
      telling: cast?.statements[0] ?? '',
      start,
    };
    this.entities.push(entity);
    return entity;
  }

  ofMember(member: CastMember, start: number): Entity {
    return this.entities.find((one) => one.cast === member) ?? this.add(member.noun, 1, member, start);
  }

  ofNoun(phrase: Named): Entity {
    const { noun } = calledWith(phrase);
    if (phrase.isName) {
      const known = this.entities.find((one) => one.telling === phrase.noun);
      if (known) return known;
      const somebody = this.add('person', 1, null, phrase.start);
      // Nothing is known of how they look; the name keeps two strangers apart.
      somebody.telling = phrase.noun;
      return somebody;
    }
    if (phrase.article !== 'indefinite') {
      // "her left hand … her right hand" are two.
      const isOther = (one: Entity): boolean =>
        one.noun !== noun && /^(?:left|right) /.test(noun) && /^(?:left|right) /.test(one.noun);
      const known = [...this.entities]
        .reverse()
        .find((one) => headOf(one.noun) === headOf(noun) && !isOther(one));
      if (known) return known;
    }
    return this.add(noun, phrase.count, null, phrase.start);
  }

  /** The entity as claims name it: "a girl", "two dogs", told apart where two share a noun. */
  refer(entity: Entity): string {
    const twins = this.entities.filter((one) => one.noun === entity.noun);
    if (twins.length > 1 && /^(?:an?|two|three) /.test(entity.telling)) return entity.telling;
    return nounText(entity.noun, entity.count === 1 ? 1 : 'many');
  }
}

/** Whether a number above one is said. */
export const isSeveral = (count: number | 'many'): count is number => typeof count === 'number' && count > 1;

const NO_MAN = /(?:^|[ -])(?:human|german|shaman|talisman|ottoman|caiman|norman|roman|superhuman)$/;

/** What "in space" means, and "a space" does not. */
export const OUTER_SPACE = 'outer space';

/** "a girl", "two dogs", "trees", "smoke". */
export function nounText(noun: string, count: number | 'many'): string {
  if (count === 1 && /^(?:moon|sun|sky|sea|ocean|horizon|air|ground)$/.test(noun)) return `the ${noun}`;
  if (noun === OUTER_SPACE) return noun;
  // The name of a thing or a place.
  if (count === 1 && /^\p{Lu}/u.test(noun)) return noun;
  if (count === 1)
    return MASS.has(noun) || MASS.has(headOf(noun)) || plainPlural(headOf(noun)) ? noun : withArticle(noun);
  return `${count === 'many' ? '' : `${NUMBER_WORDS[count] ?? count} `}${pluralOf(noun)}`;
}

/** "boots", "glasses", "freckles": several, or spoken of as if they were. */
export const isPlural = (noun: string): boolean =>
  plainPlural(noun) || noun === 'freckles' || singularOf(noun).plural;

const plainPlural = (noun: string): boolean =>
  /(?:glasses|spectacles|goggles|trousers|pants|jeans|shorts|overalls|dungarees|pyjamas|pajamas|clothes|scissors|stairs|woods|docks|people|ruins|bangs|curls|braids|eyes|binoculars|bellows|tweezers)$/.test(
    noun,
  );

const IRREGULAR = wordTable<string>({
  man: 'men',
  woman: 'women',
  child: 'children',
  person: 'people',
  people: 'people',
  mouse: 'mice',
  ox: 'oxen',
  goose: 'geese',
  hero: 'heroes',
  tomato: 'tomatoes',
  potato: 'potatoes',
  wolf: 'wolves',
  elf: 'elves',
  leaf: 'leaves',
  deer: 'deer',
  sheep: 'sheep',
  fish: 'fish',
  fisherman: 'fishermen',
  thief: 'thieves',
  shelf: 'shelves',
  bookshelf: 'bookshelves',
  scarf: 'scarves',
  foot: 'feet',
  tooth: 'teeth',
  knife: 'knives',
  loaf: 'loaves',
  'passer-by': 'passers-by',
  passerby: 'passersby',
});

export function pluralOf(noun: string): string {
  if (/child$/.test(noun)) return `${noun}ren`;
  if (/[a-z]{2}man$/.test(noun) && !NO_MAN.test(noun)) return `${noun.slice(0, -2)}en`;
  const of = / of .*/.exec(noun)?.[0] ?? '';
  const kernel = of ? noun.slice(0, -of.length) : noun;
  const head = kernel.split(' ').at(-1) as string;
  if (plainPlural(head) || MASS.has(head)) return noun;
  const plural = IRREGULAR[head] ?? withS(head);
  return `${kernel.slice(0, kernel.length - head.length)}${plural}${of}`;
}
