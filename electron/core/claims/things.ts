/** Noun phrases that are no figure of their own: clothes, numbers of people, places. */
import { isOfBody } from './clause.js';
import { Deeds } from './deeds.js';
import { withArticle } from './english.js';
import { type Entity, isSeveral, nounText, pluralOf } from './entities.js';
import * as lexicon from './lexicon.js';
import type { NounPhrase } from './noun-phrase.js';
import type { Item } from './phrases.js';

const WITHIN = lexicon.list(
  'in, on, at, through, into, inside, across, along, over, down, up, from, onto, around, throughout, amid, by, to, toward, towards, among, past, out of',
);
/** Where something that may be a place is one. */
const INSIDE = lexicon.list('in, on, at, through, inside, into, across, along, onto');

export class Things extends Deeds {
  /** Clothes and what tells a face apart are attributes of who has them. */
  protected takeWorn(
    phrase: NounPhrase,
    owner: Entity | null,
    span: readonly [number, number],
    next: Item | undefined,
  ): boolean {
    const clothing = lexicon.CLOTHING.has(phrase.head) || lexicon.CLOTHING.has(pluralOf(phrase.head));
    const body = isOfBody(phrase.head);
    if (!clothing && !body) return false;
    const verb = this.verb ?? (this.joined ? this.spent : null);
    const wearing =
      verb !== null &&
      (lexicon.WEARING.has(verb.lemma) || lexicon.HAVING.has(verb.lemma) || verb.lemma === 'dress');
    let wearer: Entity | undefined;
    if (owner) wearer = owner;
    else if (wearing) wearer = this.subjects[0];
    else if (this.preposition === 'in' || this.preposition === 'with')
      wearer = this.last.find((one) => one.person || one.animal) ?? this.subjects[0];
    else if (this.preposition === null && this.verb === null) {
      if (this.wearer) wearer = this.wearer;
      else if (this.tags) wearer = this.mainFigure()[0];
      else if (clothing && this.not) wearer = this.last[0];
    }
    if (!wearer) {
      if (!body) return false;
      // A hand belongs to somebody.
      if (this.subjects.length === 0) this.crowd = true;
      if (this.subjects.length === 0 && this.verb === null && this.preposition === null) return false;
      this.preposition = null;
      return true;
    }
    const negated = this.takeNot() || (wearing && verb?.negated === true);
    if (wearing) {
      this.spent = verb;
      this.verb = null;
    }
    // "the king's crown lies on the floor": not worn, so a thing of its own.
    if (owner && clothing && next?.type === 'verb') return false;
    const predicates = next?.type === 'be' || next?.type === 'verb';
    if (owner && predicates) {
      this.flushVerb();
      this.garment = { owner, phrase };
      if (phrase.adjectives.length > 0) this.wear(owner, phrase, span, negated);
      this.subjects = [];
      this.last = [];
      this.spent = null;
      this.preposition = null;
      return true;
    }
    if (
      !(owner && body && phrase.adjectives.length === 0) &&
      !(owner && clothing && phrase.adjectives.length === 0)
    )
      this.wear(wearer, phrase, span, negated);
    this.wearer = wearer;
    this.preposition = null;
    this.last = [wearer];
    return true;
  }

  /** "two people", "a crowd", "no people": how many, not who. */
  protected takePeople(phrase: NounPhrase): boolean {
    if (phrase.head === 'solo') {
      this.people = 1;
      return true;
    }
    const general = /^(?:people|person|figure|human)$/.test(phrase.head);
    if (general && this.not) {
      this.not = false;
      this.absent = true;
      this.verb = null;
      this.preposition = null;
      this.people = 0;
      return true;
    }
    if (/^(?:people|person|figure)$/.test(phrase.head) && isSeveral(phrase.count)) {
      this.people = phrase.count;
      return false;
    }
    if (
      lexicon.OPEN_CROWD.has(phrase.head) ||
      (lexicon.PEOPLE[phrase.head] !== undefined && phrase.count === 'many')
    )
      this.crowd = true;
    return false;
  }

  protected takePlace(phrase: NounPhrase, at: readonly [number, number], next: Item | undefined): boolean {
    const start = this.preposition === null ? at[0] : Math.min(this.prepositionAt, at[0]);
    const span = [start, at[1]] as const;
    const always =
      lexicon.PLACES.has(phrase.noun) ||
      lexicon.PLACES.has(phrase.head) ||
      lexicon.PLACES.has(pluralOf(phrase.head));
    const within = this.preposition !== null && WITHIN.has(this.preposition);
    const inside =
      lexicon.PLACES_WITHIN.has(phrase.head) && this.preposition !== null && INSIDE.has(this.preposition);
    if (!always && !inside) return false;
    if (next?.type === 'where' || phrase.owner !== null) return false;
    if (this.preposition !== null && !within) return false;
    if (isSeveral(phrase.count)) return false;
    if (this.preposition !== null) this.flushVerb();
    if (this.verb) {
      this.spent = this.verb;
      this.verb = null;
    }
    const { head, noun } = phrase;
    const plural = phrase.count === 'many';
    const word = plural ? pluralOf(noun) : noun;
    const where =
      lexicon.PLACE_PREPOSITION[noun] ??
      lexicon.PLACE_PREPOSITION[head] ??
      lexicon.PLACE_PREPOSITION[pluralOf(head)] ??
      'in';
    const bare =
      /^(?:space|snow|grass|water|countryside|seaside|sea|ocean|sky|air|ground|floor|woods|mountains|coast)$/;
    const named = plural || bare.test(word) ? (word === 'space' ? word : `the ${word}`) : withArticle(word);
    const parts = { relation: where, object: noun };
    const place = this.note('place', `${where} ${named}`, () => parts, [], span, this.takeNot());
    for (const adjective of phrase.adjectives)
      if (
        !lexicon.VAGUE.has(adjective) &&
        !/^(?:quiet|dark|bright|snowy|busy|empty|deserted)$/.test(adjective)
      )
        place.negated ||
          this.pending.push({
            kind: 'attribute',
            text: () => nounText(`${adjective} ${noun}`, phrase.count),
            parts: () => ({ subject: noun, attribute: adjective }),
            parents: [place],
            span,
            negated: false,
            cast: null,
            stated: true,
          });
    if (phrase.adjectives.some((one) => one === 'empty' || one === 'deserted')) this.people ??= 0;
    if (phrase.adjectives.some((one) => one === 'busy' || one === 'crowded')) this.crowd = true;
    this.preposition = null;
    return true;
  }
}
