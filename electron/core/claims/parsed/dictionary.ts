/** Which words English has as nouns, as adjectives only, and as nouns of two words. */
import { singularOf } from '../english.js';
import { isAlive, list } from '../lexicon.js';
import { lemmaOf } from './lemma.js';
import { remembered } from './remembered.js';
import { SortedWords } from './sorted-words.js';
import type { ParsedWord } from './word.js';

/** Those of a long board are fewer. */
const WORDS = 4000;

/** What things are beside others of their kind, and nothing that they do. */
const LIKE_ANOTHER = list('matching, coordinating, contrasting, complementing, corresponding');

export class Dictionary {
  private constructor(
    private readonly nouns: SortedWords,
    private readonly adjectives: SortedWords,
    private readonly compounds: SortedWords,
    private readonly verbs: SortedWords,
    private readonly persons: SortedWords,
    private readonly animals: SortedWords,
    private readonly mostlyVerbs: SortedWords,
  ) {}

  /**
   * `text`: seven lines of words in order (models/reading/files/words.txt): nouns, adjectives, nouns of two words with "_"
   * between, verbs, nouns for somebody, nouns for animals,
   * verbs that are hardly ever nouns.
   */
  static of(text: string): Dictionary {
    const [nouns = '', adjectives = '', compounds = '', verbs = '', persons = '', animals = '', mostly = ''] =
      text.split('\n');
    return new Dictionary(
      new SortedWords(nouns),
      new SortedWords(adjectives),
      new SortedWords(compounds),
      new SortedWords(verbs),
      new SortedWords(persons),
      new SortedWords(animals),
      new SortedWords(mostly),
    );
  }

  /** "dog", "dogs"; small letters. */
  isNoun(word: string): boolean {
    return this.nouns.has(word) || this.nouns.has(singularOf(word).singular);
  }

  /** "porter", "umpire", as one: certainly no thing. */
  isPerson(word: string): boolean {
    return this.persons.has(word);
  }

  /** "orca", as one. */
  isAnimal(word: string): boolean {
    return this.animals.has(word);
  }

  /** Whether a word, as one or several, is somebody or an animal. */
  readonly isAlive = remembered((word) => {
    const { singular } = singularOf(word);
    return [word, singular].some((one) => isAlive(one) || this.persons.has(one) || this.animals.has(one));
  }, WORDS);

  isAdjective(word: string): boolean {
    return this.adjectives.has(word);
  }

  /** As lists have it: "walk". */
  isVerb(lemma: string): boolean {
    return this.verbs.has(lemma);
  }

  /** As lists have it, and seldom a noun: "burst", "ride". */
  isMostlyVerb(lemma: string): boolean {
    return this.mostlyVerbs.has(lemma);
  }

  /** See lemmaOf: where the spelling leaves two verbs open, the one that there is. */
  lemmaOf(word: string, tag: string): string {
    return lemmaOf(word, tag, (one) => this.isVerb(one));
  }

  /** Whether a word can be something that is done: no parse makes "asleep" that, or "matching". */
  isDeed({ lower, lemma }: Pick<ParsedWord, 'lower' | 'lemma'>): boolean {
    if (LIKE_ANOTHER.has(lower)) return false;
    return this.isVerb(lemma) || this.isVerb(lower) || lemma === 'be';
  }

  /** "rolling pin", "traffic lights": one thing of its own. */
  isCompound(first: string, second: string): boolean {
    return (
      this.compounds.has(`${first}_${second}`) ||
      this.compounds.has(`${first}_${singularOf(second).singular}`)
    );
  }
}
