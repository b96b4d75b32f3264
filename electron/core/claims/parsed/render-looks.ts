/** Drafts of what there is, where the picture is and what things are like, as claims. */
import { singularOf, withArticle } from '../english.js';
import { calledWith, nounText, OUTER_SPACE, pluralOf } from '../entities.js';
import * as lexicon from '../lexicon.js';
import { isNoun } from './arcs.js';
import type { Draft, Mention } from './draft.js';
import { ThingRenderer } from './render-things.js';
import { isOneOf, type ParsedWord } from './word.js';
import { isOne, isProper, namedText, spanOf, wordsText } from './wording.js';
import { isBody, isClothing, isWearing } from './worn.js';

/** Worn, but not worn "in". */
const WORN_WITH = lexicon.list(
  'glasses, sunglasses, eyeglasses, spectacles, goggles, necklace, earring, bracelet, backpack, satchel, belt, collar, ribbon, bow, bowtie, mask, eyepatch, crown, tie, saddle',
);

/** Behind "is" a parser takes these for nouns. */
const STATES = lexicon.list(
  'asleep, awake, alone, alive, afraid, ablaze, adrift, afloat, aglow, ajar, alight, ashore, astray',
);

export abstract class LookRenderer extends ThingRenderer {
  protected takeThing({ kind, subject, negated }: Draft): void {
    if (subject === null) return;
    if (negated) {
      const noun = this.nounOf(subject);
      const count = subject.plural ? 'many' : 1;
      this.note('entity', nounText(noun, count), { subject: noun }, [], spanOf(subject), true);
      return;
    }
    if (this.wearers.has(subject)) {
      this.wear(subject, this.isDeniedWear(subject));
      return;
    }
    if (kind === 'place') this.takePlace(subject);
    else this.introduce(subject);
  }

  /** "without a red coat", "does not wear a red coat". */
  protected isDeniedWear(mention: Mention): boolean {
    return this.drafts.some((one) => one.object === mention && one.negated && isWearing(one));
  }

  private takePlace(mention: Mention): void {
    const noun = this.nounOf(mention);
    const entity = this.entity(mention);
    if (this.introduced.has(entity)) return;
    this.introduced.add(entity);
    const head = noun.split(' ').at(-1) as string;
    const where =
      lexicon.PLACE_PREPOSITION[mention.plural ? pluralOf(head) : noun] ??
      lexicon.PLACE_PREPOSITION[noun] ??
      lexicon.PLACE_PREPOSITION[head] ??
      lexicon.PLACE_PREPOSITION[pluralOf(head)] ??
      'in';
    const word = mention.plural ? pluralOf(noun) : noun;
    const bare =
      /^(?:outer space|snow|grass|water|countryside|seaside|sea|ocean|sky|air|ground|floor|woods|mountains|coast)$/;
    const named = isProper(mention)
      ? namedText(mention.words)
      : mention.plural || bare.test(word)
        ? word === OUTER_SPACE
          ? 'space'
          : `the ${word}`
        : withArticle(word);
    const parts = { relation: where, object: noun };
    this.note('place', `${where} ${named}`, parts, [], spanOf(mention), false, { introduces: entity });
  }

  protected takeCount({ subject, said }: Draft): void {
    if (subject === null || this.wearers.has(subject)) return;
    const entity = this.introduce(subject);
    const count = subject.count ?? 1;
    if (isOneOf(entity.noun, 'people', 'person', 'figure') || (count === 1 && !isOne(said))) return;
    const text = count === 1 ? `one ${entity.noun}` : nounText(entity.noun, count);
    const parts = { subject: entity.noun, value: String(count) };
    this.note('count', text, parts, [entity], spanOf(subject, ...said), false);
  }

  protected takeLook({ subject, said, negated }: Draft): void {
    if (subject === null) return;
    const bare = this.placesSaid.has(subject) || subject.isAbstract;
    const entity = bare ? this.entity(subject) : this.introduce(subject);
    const look = wordsText(said);
    const { adjectives } = calledWith({
      noun: entity.noun,
      head: entity.noun.split(' ').at(-1) as string,
      adjectives: [look],
    });
    if (adjectives.length === 0 || entity.noun.startsWith(`${look} `)) return;
    if (isOneOf(look, 'on', 'off')) {
      const text = `${this.cast.refer(entity)} that ${entity.count === 1 ? 'is' : 'are'} ${look}`;
      const parts = { subject: entity.noun, attribute: look };
      this.note('attribute', text, parts, [entity], spanOf(subject, ...said), negated);
      return;
    }
    if (said.some(({ lower, tag }) => isOneOf(lower, 'like', 'as') && tag === 'IN')) {
      const parts = { subject: entity.noun, attribute: look };
      const text = `${this.cast.refer(entity)} ${look}`;
      this.note('attribute', text, parts, [entity], spanOf(subject, ...said), negated);
      return;
    }
    if (said.every((word) => isNoun(word) && !STATES.has(word.lower) && word.start > subject.head.start)) {
      const what = nounText(wordsText(said), 1);
      this.note(
        'attribute',
        `${this.cast.refer(entity)} as ${what}`,
        { subject: entity.noun, attribute: look },
        [entity],
        spanOf(subject, ...said),
        negated,
      );
      return;
    }
    const text = nounText(`${look} ${entity.noun}`, entity.count === 1 ? 1 : 'many');
    if (!entity.telling && !negated) entity.telling = text;
    this.note(
      'attribute',
      text,
      { subject: entity.noun, attribute: look },
      [entity],
      spanOf(subject, ...said),
      negated,
    );
  }

  protected wear(mention: Mention, negated: boolean, look: readonly ParsedWord[] | null = null): void {
    const wearer = this.wearers.get(mention);
    if (wearer === undefined) return;
    const body = isBody(mention) && !isClothing(mention);
    const all = this.adjectivesOf(mention);
    if (look === null && all.length > 0) return;
    if (
      body &&
      all.length === 0 &&
      !/beard|moustache|mustache|freckle|braid|pigtail|ponytail|scar|wing|horn|tail|mohawk|antler|tusk|goatee|sideburn|dreadlock|stubble|wrinkle/.test(
        mention.head.lower,
      )
    )
      return;
    const owner = this.wearers.has(wearer) ? this.entity(wearer) : this.introduce(wearer);
    const own = wordsText(mention.words);
    const noun = mention.plural ? singularOf(own).singular : own;
    const join =
      body || WORN_WITH.has(mention.head.lower) || WORN_WITH.has(mention.head.lemma) || !owner.person
        ? 'with'
        : 'in';
    const attribute = look === null ? '' : body ? all.join(' ') : wordsText(look);
    const worn = nounText(
      `${attribute ? `${attribute} ` : ''}${noun}`,
      mention.plural ? (mention.count ?? 'many') : 1,
    );
    const text = `${nounText(owner.noun, owner.count)} ${join} ${worn}`;
    if (!negated && !/ (?:in|with) /.test(owner.telling)) owner.telling = text;
    const parts = {
      subject: owner.noun,
      relation: join,
      object: mention.plural ? pluralOf(noun) : noun,
      ...(attribute && { attribute }),
    };
    this.note('attribute', text, parts, [owner], spanOf(mention, ...(look ?? [])), negated);
  }
}
