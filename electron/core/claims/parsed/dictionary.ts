/** Which words English has as nouns, as adjectives only, and as nouns of two words. */
import { singularOf } from '../english.js';

export class Dictionary {
  private constructor(
    private readonly nouns: ReadonlySet<string>,
    private readonly adjectives: ReadonlySet<string>,
    private readonly compounds: ReadonlySet<string>,
    private readonly verbs: ReadonlySet<string>,
  ) {}

  /** `text`: four lines of words (models/reading/files/words.txt): nouns, adjectives, nouns of two words with "_" between, verbs. */
  static of(text: string): Dictionary {
    const [nouns = '', adjectives = '', compounds = '', verbs = ''] = text.split('\n');
    const set = (line: string): ReadonlySet<string> => new Set(line.split(' '));
    return new Dictionary(set(nouns), set(adjectives), set(compounds), set(verbs));
  }

  /** "dog", "dogs"; small letters. */
  isNoun(word: string): boolean {
    return this.nouns.has(word) || this.nouns.has(singularOf(word).singular);
  }

  isAdjective(word: string): boolean {
    return this.adjectives.has(word);
  }

  /** As lists have it: "walk". */
  isVerb(lemma: string): boolean {
    return this.verbs.has(lemma);
  }

  /** "rolling pin", "traffic lights": one thing of its own. */
  isCompound(first: string, second: string): boolean {
    return (
      this.compounds.has(`${first}_${second}`) ||
      this.compounds.has(`${first}_${singularOf(second).singular}`)
    );
  }
}
