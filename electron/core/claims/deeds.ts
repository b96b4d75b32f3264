/** Verbs and prepositions: who does what to whom, and where. */
import type { ClaimKind } from '@shared/records/index.js';
import { Clause, type Verb } from './clause.js';
import { participle } from './english.js';
import type { Entity } from './entities.js';
import * as lexicon from './lexicon.js';
import type { Pronoun } from './noun-phrase.js';
import type { Item } from './phrases.js';

const SPATIAL = lexicon.list(
  'to the left of, to the right of, next to, by, near, behind, in front of, under, above, in, on, between, over, opposite, around, against, among, outside, along, inside, across, amid, past',
);
/** Prepositions that belong to their verb: "looks at", "walks with". */
export const TOGETHER = lexicon.list(
  'at, to, toward, towards, with, into, onto, from, after, for, about, through, down, up, out of, of',
);

export class Deeds extends Clause {
  protected passive = false;

  protected takeRelated(preposition: string, entity: Entity, at: readonly [number, number]): void {
    const { verb } = this;
    const span = [Math.min(this.prepositionAt, at[0]), at[1]] as const;
    if (preposition === 'with' && verb === null && this.spent === null) {
      const holder = this.last[0];
      if (holder && holder !== entity) {
        this.note(
          'relation',
          () => `${this.cast.refer(holder)} with ${this.cast.refer(entity)}`,
          () => ({ subject: holder.noun, relation: 'with', object: entity.noun }),
          [holder, entity],
          span,
        );
        this.last = [holder];
        return;
      }
    }
    if (verb !== null && this.passive) {
      const { lemma } = verb;
      this.verb = null;
      for (const subject of this.subjects)
        this.note(
          lexicon.HOLDING.has(lemma) ? 'relation' : 'action',
          () => `${this.cast.refer(entity)} ${participle(lemma)} ${this.cast.refer(subject)}`,
          () => ({ subject: entity.noun, relation: participle(lemma), object: subject.noun }),
          [entity, subject],
          span,
        );
      return;
    }
    if (verb !== null && TOGETHER.has(preposition)) {
      this.verb = null;
      this.spent = verb;
      this.reached = entity;
      if (this.isUnseen(verb)) return;
      for (const subject of this.subjects) {
        if (subject === entity) continue;
        this.note(
          'action',
          () => `${this.cast.refer(subject)} ${this.doing(verb)} ${preposition} ${this.cast.refer(entity)}`,
          () => ({
            subject: subject.noun,
            relation: `${this.doing(verb)} ${preposition}`,
            object: entity.noun,
          }),
          [subject, entity],
          [verb.span[0], span[1]],
          verb.negated,
        );
      }
      return;
    }
    this.flushVerb();
    if (!SPATIAL.has(preposition)) return;
    const subjects = this.doers().filter((subject) => subject !== entity);
    if (preposition === 'between' && entity.count === 1) {
      this.between = { first: entity, subjects, start: span[0] };
      return;
    }
    if (subjects.length === 0 && !this.absent) this.fronted = { text: preposition, of: entity, span };
    const text = preposition === 'by' ? 'next to' : preposition;
    const negated = this.takeNot();
    for (const subject of subjects)
      this.note(
        'relation',
        () => `${this.cast.refer(subject)} ${text} ${this.cast.refer(entity)}`,
        () => ({ subject: subject.noun, relation: text, object: entity.noun }),
        [subject, entity],
        span,
        negated,
      );
  }

  protected takeObject(verb: Verb, entity: Entity, span: readonly [number, number]): void {
    this.verb = null;
    this.spent = verb;
    this.hadObject = true;
    const having = lexicon.HAVING.has(verb.lemma);
    if (!having && this.isUnseen(verb)) return;
    const kind: ClaimKind = having || lexicon.HOLDING.has(verb.lemma) ? 'relation' : 'action';
    const doing = having ? 'with' : this.doing(verb);
    for (const subject of this.subjects) {
      if (subject === entity) continue;
      this.note(
        kind,
        () => `${this.cast.refer(subject)} ${doing} ${this.cast.refer(entity)}`,
        () => ({ subject: subject.noun, relation: doing, object: entity.noun }),
        [subject, entity],
        [verb.span[0], Math.max(span[1], verb.span[1])],
        verb.negated,
      );
    }
  }

  protected noteBetween(
    subjects: readonly Entity[],
    pair: readonly Entity[],
    span: readonly [number, number],
  ): void {
    for (const subject of subjects)
      this.note(
        'relation',
        () => `${this.cast.refer(subject)} between ${pair.map((one) => this.cast.refer(one)).join(' and ')}`,
        () => ({
          subject: subject.noun,
          relation: 'between',
          object: pair.map((one) => one.noun).join(' and '),
        }),
        [subject, ...pair],
        span,
      );
  }

  protected isUnseen({ lemma }: Verb): boolean {
    return lexicon.UNSEEN.has(lemma) && !(lemma in lexicon.SEEN_AFTER_ALL);
  }

  protected doing({ lemma, particle }: Verb): string {
    return `${participle(lemma)}${particle ? ` ${particle}` : ''}`;
  }

  /** A verb that got no object is an action by itself. */
  protected flushVerb(): void {
    const { verb } = this;
    this.verb = null;
    if (verb === null) return;
    this.spent = verb;
    if (
      this.isUnseen(verb) ||
      lexicon.WEARING.has(verb.lemma) ||
      lexicon.HAVING.has(verb.lemma) ||
      verb.lemma === 'be'
    )
      return;
    if (lexicon.HOLDING.has(verb.lemma)) return;
    // Only people read; a sign that reads has its words as a claim of their own.
    for (const subject of this.subjects.filter((one) => verb.lemma !== 'read' || one.person))
      this.note(
        'action',
        () => `${this.cast.refer(subject)} ${this.doing(verb)}`,
        () => ({ subject: subject.noun, relation: this.doing(verb) }),
        [subject],
        verb.span,
        verb.negated,
      );
  }

  protected takeVerb(
    item: Extract<Item, { type: 'verb' }>,
    next: Item | undefined,
    previous: Item | undefined,
  ): void {
    this.flushVerb();
    const past = /(?:ed|en|held|worn|lit|wn|ght)$/.test(item.form);
    this.passive =
      past && next?.type === 'preposition' && next.text === 'by' && (this.being || this.last.length > 0);
    // A participle right behind a living thing speaks of it, not of the clause's subject.
    const [last] = this.last;
    const followsNoun = previous?.type === 'noun' || previous?.type === 'pronoun';
    if (!item.finite && followsNoun && last && (last.person || last.animal) && !this.being)
      this.subjects = this.last;
    this.inverted =
      item.finite &&
      this.subjects.length === 0 &&
      this.garment === null &&
      next?.type === 'noun' &&
      (followsNoun || previous?.type === 'where');
    if (this.subjects.length === 0 && !this.absent && !this.inverted)
      this.subjects = this.tags
        ? this.mainFigure()
        : ([this.last, this.before, this.mainFigure()].find((some) => some.length > 0) ?? []);
    this.acted = true;
    this.hadObject = false;
    this.reached = null;
    this.verb = {
      lemma: item.lemma,
      particle: item.particle,
      negated: this.takeNot(),
      span: [item.start, item.end],
    };
    this.spent = null;
    this.preposition = null;
    this.being = false;
  }

  protected takePronoun(pronoun: Pronoun): void {
    const { verb } = this;
    const object = this.preposition !== null || verb !== null;
    const meant = this.cast.meantBy(pronoun, [...this.subjects, ...this.before], object ? this.subjects : []);
    for (const entity of meant) this.introduce(entity, [pronoun.start, pronoun.end]);
    const span = [pronoun.start, pronoun.end] as const;
    if (this.preposition === 'between' && meant.length > 1) {
      this.noteBetween(
        this.doers().filter((one) => !meant.includes(one)),
        meant,
        [this.prepositionAt, pronoun.end],
      );
      this.preposition = null;
    } else if (this.preposition !== null) {
      for (const entity of meant) this.takeRelated(this.preposition, entity, span);
      this.preposition = null;
    } else if (verb !== null) for (const entity of meant) this.takeObject(verb, entity, span);
    else {
      this.subjects = meant;
      this.last = meant;
      this.absent = false;
      this.spent = null;
      for (const entity of meant) this.attachFronted(entity);
    }
  }

  protected takeAdjective(adjective: string, span: readonly [number, number]): void {
    const negated = this.takeNot();
    if (lexicon.VAGUE.has(adjective)) return;
    if (this.garment && this.being) {
      const { owner, phrase } = this.garment;
      this.wear(owner, { ...phrase, adjectives: [adjective] }, span, negated);
      return;
    }
    const linked = this.verb !== null && lexicon.LINKING.has(this.verb.lemma);
    if (linked) this.verb = null;
    if (!this.being && !linked && !this.tags) return;
    for (const subject of this.being || linked ? this.subjects : this.mainFigure())
      this.note(
        'attribute',
        () => this.described(subject, adjective),
        () => ({ subject: subject.noun, attribute: adjective }),
        [subject],
        span,
        negated,
      );
  }

  protected takeWhere(text: string, span: readonly [number, number]): void {
    this.flushVerb();
    this.preposition = null;
    const looks = text.startsWith('facing')
      ? [...this.subjects, ...this.last].filter((one) => one.person || one.animal)
      : [];
    const doers = this.doers();
    // "Tom on the left and Ann on the right": who has a place already is not meant again beside one who has none.
    const unplaced = doers.filter((one) => !this.placed.has(one));
    const subjects = looks.length > 0 ? looks.slice(0, 1) : unplaced.length > 0 ? unplaced : doers;
    if (looks.length === 0) for (const one of subjects) this.placed.add(one);
    if (subjects.length === 0 && !this.absent) this.frontedWhere = { text, span };
    const negated = this.takeNot();
    for (const subject of subjects)
      this.note(
        'relation',
        () => `${this.cast.refer(subject)} ${text}`,
        () => ({ subject: subject.noun, relation: text }),
        [subject],
        span,
        negated,
      );
  }
}
