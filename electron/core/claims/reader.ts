/** Reads the items of a description from left to right and notes down what each states. */
import { TOGETHER } from './deeds.js';
import { calledWith, type Entity, isSeveral, nounText } from './entities.js';
import * as lexicon from './lexicon.js';
import type { NounPhrase } from './noun-phrase.js';
import type { Item } from './phrases.js';
import { type SetPhrase, settledValue } from './set-phrases.js';
import { Things } from './things.js';

export class Reader extends Things {
  read(items: readonly Item[]): void {
    for (const [i, item] of items.entries()) this.take(item, items[i + 1], items[i - 1]);
    this.endClause();
  }

  private take(item: Item, next: Item | undefined, previous: Item | undefined): void {
    switch (item.type) {
      case 'noun':
        this.takeNoun(item, next, previous);
        break;
      case 'pronoun':
        this.takePronoun(item);
        break;
      case 'verb':
        this.takeVerb(item, next, previous);
        break;
      case 'be':
        this.flushVerb();
        this.being = true;
        this.acted = true;
        this.spent = null;
        break;
      case 'adjective':
        this.takeAdjective(item.text, [item.start, item.end]);
        break;
      case 'preposition':
        if (!this.passive && !TOGETHER.has(item.text)) this.flushVerb();
        this.preposition = item.text;
        this.prepositionAt = item.start;
        this.being = false;
        break;
      case 'where':
        this.takeWhere(item.text, [item.start, item.end]);
        break;
      case 'not':
        this.not = true;
        break;
      case 'and':
        this.flushVerb();
        this.reached = null;
        this.preposition = null;
        this.joined = true;
        break;
      case 'who':
        this.flushVerb();
        this.subjects = this.last.length > 0 ? this.last : this.subjects;
        this.spent = null;
        this.preposition = null;
        break;
      case 'comma':
        this.flushVerb();
        this.reached = null;
        this.preposition = null;
        this.being = false;
        this.spent = null;
        this.not = false;
        this.absent = false;
        if (this.tags) this.joined = false;
        break;
      case 'stop':
        this.endClause();
        break;
      case 'set':
        this.flushVerb();
        this.preposition = null;
        this.takeSet(item.token.set, [item.start, item.end]);
        this.not = false;
        break;
    }
    if (item.type !== 'and' && item.type !== 'comma' && item.type !== 'set') this.joined = false;
  }

  private takeSet(set: SetPhrase | null, span: readonly [number, number]): void {
    if (!set?.text) return;
    const value = settledValue(set.text);
    this.note(set.kind, set.text, () => ({ value }), [], span, this.not);
  }

  private endClause(): void {
    this.flushVerb();
    this.acted = false;
    this.absent = false;
    this.inverted = false;
    this.together = false;
    this.reached = null;
    this.between = null;
    if (this.subjects.length > 0) this.before = this.subjects;
    this.subjects = [];
    this.last = [];
    this.preposition = null;
    this.spent = null;
    this.being = false;
    this.not = false;
    this.fronted = null;
    this.frontedWhere = null;
    this.wearer = null;
    this.garment = null;
  }

  private takeNoun(phrase: NounPhrase, next: Item | undefined, previous: Item | undefined): void {
    const span = [phrase.start, phrase.end] as const;
    const owner = this.ownerOf(phrase);
    const { head } = phrase;
    if (this.takeWorn(phrase, owner, span, next)) return;
    if (this.takePeople(phrase)) return;
    if (lexicon.ABSTRACT.has(head) && !this.cast.member(phrase.noun)) {
      this.preposition = null;
      return;
    }
    if (this.takePlace(phrase, span, next)) return;
    if (this.not) {
      this.not = false;
      this.absent = true;
      this.verb = null;
      this.preposition = null;
      const { noun } = calledWith(phrase);
      this.note('entity', nounText(noun, phrase.count), () => ({ subject: noun }), [], span, true);
      return;
    }
    const introduces = this.isApposition(phrase, previous);
    const entity = introduces ? (this.last[0] as Entity) : this.meaning(phrase);
    if (introduces && !entity.cast) this.describeAnew(entity, phrase);
    this.introduce(entity, span);
    this.takeAttributes(entity, phrase, span);
    this.takeEntity(entity, span, next, previous);
  }

  /** "Mira, a girl in a red coat": the second says who the first is. */
  private isApposition(phrase: NounPhrase, previous: Item | undefined): boolean {
    const [last] = this.last;
    return (
      last !== undefined &&
      this.last.length === 1 &&
      (previous?.type === 'comma' || this.being) &&
      this.verb === null &&
      this.spent === null &&
      phrase.article === 'indefinite' &&
      lexicon.PEOPLE[phrase.head] !== undefined &&
      (last.cast !== null
        ? last.cast.noun.endsWith(phrase.head)
        : last.noun === 'person' && last.telling !== '')
    );
  }

  private describeAnew(entity: Entity, phrase: NounPhrase): void {
    entity.noun = calledWith(phrase).noun;
    entity.sex = lexicon.PEOPLE[phrase.head] ?? 'either';
  }

  private takeAttributes(entity: Entity, phrase: NounPhrase, span: readonly [number, number]): void {
    if (isSeveral(phrase.count) && isSeveral(entity.count) && entity.noun !== 'people')
      this.note(
        'count',
        nounText(entity.noun, entity.count),
        () => ({ subject: entity.noun, value: String(entity.count) }),
        [entity],
        span,
      );
    for (const adjective of calledWith(phrase).adjectives) {
      if (lexicon.VAGUE.has(adjective)) continue;
      const text = (): string => this.described(entity, adjective);
      if (!entity.telling) entity.telling = text();
      const parts = () => ({ subject: entity.noun, attribute: adjective });
      this.note('attribute', text, parts, [entity], span);
    }
  }

  private takeEntity(
    entity: Entity,
    span: readonly [number, number],
    next: Item | undefined,
    previous: Item | undefined,
  ): void {
    const { preposition, verb, between } = this;
    if (this.inverted && verb !== null) {
      this.inverted = false;
      this.subjects = [entity];
      this.last = [entity];
      this.attachFronted(entity);
      return;
    }
    if (between && this.joined) {
      this.between = null;
      this.noteBetween(between.subjects, [between.first, entity], [between.start, span[1]]);
      this.last = [entity];
      return;
    }
    const startsClause = next?.type === 'verb' || next?.type === 'be';
    if (preposition !== null) this.takeRelated(preposition, entity, span);
    else if (verb !== null) {
      const gets = lexicon.GIVING.has(verb.lemma) && next?.type === 'noun';
      if (!gets) this.takeObject(verb, entity, span);
    } else if (
      this.joined &&
      this.spent &&
      this.hadObject &&
      !(startsClause && next.type === 'verb' && next.finite) &&
      next?.type !== 'be'
    )
      this.takeObject(this.spent, entity, span);
    else {
      const continues =
        (this.joined || previous?.type === 'comma') && !this.acted && this.subjects.length > 0 && !this.tags;
      if (!(continues && this.subjects.includes(entity)))
        this.subjects = continues ? [...this.subjects, entity] : [entity];
      this.acted = false;
      this.absent = false;
      this.together = continues && this.joined;
      this.spent = null;
      this.attachFronted(entity);
    }
    this.last = [entity];
    this.preposition = null;
    this.being = false;
  }
}
