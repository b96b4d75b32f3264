/** Drafts as claims: in the words that every claim is written in, with their parts. */
import type { ClaimKind, ClaimParts } from '@shared/records/index.js';
import { participle, peopleText, singularOf, withArticle } from '../english.js';
import {
  Cast,
  type CastMember,
  calledWith,
  type Entity,
  isSeveral,
  nounText,
  pluralOf,
} from '../entities.js';
import * as lexicon from '../lexicon.js';
import type { Draft, Mention } from './draft.js';
import type { ParsedWord } from './word.js';
import {
  BESIDE,
  doing,
  inFrame,
  isOne,
  isProper,
  linkText,
  namedText,
  POSTURES,
  spanOf,
  WHERE,
  withoutArticle,
  wordsText,
} from './wording.js';
import { isBody, isClothing, isWearing, wearersIn } from './worn.js';

export interface Rendered {
  readonly kind: ClaimKind;
  readonly text: string;
  readonly parts: Partial<ClaimParts>;
  /** Whom or what it is about, in the order they are named. */
  readonly about: readonly Entity[];
  /** The claim that the entity is there at all. */
  readonly introduces: Entity | null;
  readonly span: readonly [number, number];
  readonly negated: boolean;
  readonly cast: CastMember | null;
  /** False for what only the canon says. */
  readonly stated: boolean;
}

/** Worn, but not worn "in". */
const WORN_WITH = lexicon.list(
  'glasses, sunglasses, eyeglasses, spectacles, goggles, necklace, earring, bracelet, backpack, satchel, belt, collar, ribbon, bow, bowtie, mask, eyepatch, crown, tie, saddle',
);
/** Whoever does this is not where the preposition says: the words on a wall are. */
const NOT_PLACED = lexicon.list(
  'draw, paint, write, print, stamp, engrave, carve, knock, focus, fold, type, work, reflect, cast, project, pour, point, shoot, throw, look, gaze, stare, glance, peer, peek, drip, spill, emerge, come, extend, lead, stick, put, reach, blend, melt, turn, morph, transform, break, smash, crash',
);

export class Renderer {
  readonly claims: Rendered[] = [];
  readonly cast: Cast;
  private readonly entityOf = new Map<Mention, Entity>();
  private readonly introduced = new Set<Entity>();
  private readonly wearers: ReadonlyMap<Mention, Mention>;
  private readonly placesSaid: ReadonlySet<Mention>;

  constructor(
    private readonly drafts: readonly Draft[],
    mentions: readonly Mention[],
    members: readonly CastMember[],
    isTag: (mention: Mention) => boolean,
  ) {
    this.cast = new Cast(members);
    for (const { subject } of drafts) if (subject?.same) this.entity(subject);
    const named = new Set(
      [...mentions, ...drafts.flatMap(({ subject, object }) => [subject, object])].filter(
        (one) => one !== null,
      ),
    );
    this.wearers = wearersIn(drafts, [...named], isTag, (mention) => mainFigure(mentions, mention));
    this.placesSaid = new Set(
      drafts.flatMap(({ kind, subject, negated }) =>
        kind === 'place' && subject && !negated ? [subject] : [],
      ),
    );
  }

  render(): void {
    for (const draft of this.drafts) {
      const { subject, object } = draft;
      if (draft.kind === 'entity' || draft.kind === 'place') this.takeThing(draft);
      else if (object && isWearing(draft) && this.wearers.get(object) === subject)
        this.wear(object, draft.negated);
      else if (subject && this.wearers.has(subject) && draft.kind === 'attribute')
        this.wear(subject, draft.negated, draft.said);
      else if (draft.kind === 'count') this.takeCount(draft);
      else if (draft.kind === 'attribute' && object === null) this.takeLook(draft);
      else this.takeRelation(draft);
    }
  }

  // --- who and what

  private adjectivesOf(mention: Mention): string[] {
    return this.drafts.flatMap(({ kind, subject, said, negated }) =>
      kind === 'attribute' && subject === mention && !negated ? [wordsText(said)] : [],
    );
  }

  private nounOf(mention: Mention): string {
    if (/^PRP/.test(mention.head.tag)) return 'person';
    const own = isProper(mention) ? namedText(mention.words) : wordsText(mention.words);
    const single = mention.plural ? singularOf(own).singular : own;
    return mention.of ? `${single} of ${withoutArticle(this.phrase(mention.of))}` : single;
  }

  private phrase(mention: Mention): string {
    const entity = this.entity(mention);
    return nounText(entity.noun, entity.count === 1 ? 1 : 'many');
  }

  entity(mention: Mention): Entity {
    const known = this.entityOf.get(mention);
    if (known) return known;
    const entity = this.resolve(mention);
    this.entityOf.set(mention, entity);
    return entity;
  }

  private resolve(mention: Mention): Entity {
    if (mention.same) {
      const entity = this.entity(mention.same);
      // "Wenna, an old woman": all that is known of how they look.
      if (!entity.cast && entity.noun === 'person') {
        entity.noun = calledWith({
          noun: this.nounOf(mention),
          head: mention.head.lemma,
          adjectives: this.adjectivesOf(mention),
        }).noun;
        entity.telling = '';
      }
      return entity;
    }
    const noun = this.nounOf(mention);
    const member =
      this.cast.member(wordsText(mention.words)) ??
      (mention.article === 'definite' ? this.cast.member(`the ${noun}`) : null);
    if (member) return this.cast.ofMember(member, mention.start);
    const head = noun
      .replace(/ of .*/, '')
      .split(' ')
      .at(-1) as string;
    return this.cast.ofNoun({
      type: 'noun',
      noun,
      head,
      adjectives: this.adjectivesOf(mention),
      count: mention.count ?? (mention.plural ? 'many' : 1),
      // "three boxes" are not the box named before.
      article: mention.plural && mention.article === 'none' ? 'indefinite' : mention.article,
      isName: mention.isName,
      owner: null,
      start: mention.start,
      end: mention.head.end,
    });
  }

  private note(
    kind: ClaimKind,
    text: string,
    parts: Partial<ClaimParts>,
    about: readonly Entity[],
    span: readonly [number, number],
    negated: boolean,
    more: Partial<Pick<Rendered, 'introduces' | 'cast' | 'stated'>> = {},
  ): void {
    this.claims.push({
      introduces: null,
      cast: null,
      stated: true,
      kind,
      text,
      parts,
      about,
      span,
      negated,
      ...more,
    });
  }

  private introduce(mention: Mention): Entity {
    const entity = this.entity(mention);
    if (this.introduced.has(entity)) return entity;
    this.introduced.add(entity);
    const { cast, count, noun } = entity;
    const span = spanOf(mention);
    if (/^(?:people|person|figure)$/.test(noun) && isSeveral(count)) {
      const parts = { subject: 'person', value: String(count) };
      this.note('count', peopleText(count), parts, [], span, false, { introduces: entity });
      return entity;
    }
    const text = nounText(noun, count === 1 ? 1 : 'many');
    this.note('entity', text, { subject: noun }, [], span, false, { introduces: entity, cast });
    for (const statement of cast?.statements ?? [])
      this.note('attribute', statement, {}, [entity], span, false, { cast, stated: false });
    return entity;
  }

  private takeThing({ kind, subject, link, object, negated }: Draft): void {
    if (subject === null) return;
    if (negated) {
      const noun = this.nounOf(subject);
      const count = subject.plural ? 'many' : 1;
      this.note('entity', nounText(noun, count), { subject: noun }, [], spanOf(subject), true);
      return;
    }
    if (this.wearers.has(subject)) {
      const denied = this.drafts.some((one) => one.object === subject && one.negated && isWearing(one));
      if (this.adjectivesOf(subject).length === 0) this.wear(subject, denied);
      return;
    }
    if (kind === 'place') this.takePlace(subject);
    else if (object === null) this.introduce(subject);
    else {
      const [holder, held] = [this.introduce(subject), this.introduce(object)];
      const text = `${this.cast.refer(holder)} ${wordsText(link)} ${withoutArticle(this.phrase(object))}`;
      const parts = { subject: holder.noun, relation: wordsText(link), object: held.noun };
      this.note('relation', text, parts, [holder, held], spanOf(subject, object), false);
    }
  }

  private takePlace(mention: Mention): void {
    const noun = this.nounOf(mention);
    const entity = this.entity(mention);
    if (this.introduced.has(entity)) return;
    this.introduced.add(entity);
    const head = noun.split(' ').at(-1) as string;
    const where =
      lexicon.PLACE_PREPOSITION[noun] ??
      lexicon.PLACE_PREPOSITION[head] ??
      lexicon.PLACE_PREPOSITION[pluralOf(head)] ??
      'in';
    const word = mention.plural ? pluralOf(noun) : noun;
    const bare =
      /^(?:space|snow|grass|water|countryside|seaside|sea|ocean|sky|air|ground|floor|woods|mountains|coast)$/;
    const named =
      mention.plural || bare.test(word) ? (word === 'space' ? word : `the ${word}`) : withArticle(word);
    const parts = { relation: where, object: noun };
    this.note('place', `${where} ${named}`, parts, [], spanOf(mention), false, { introduces: entity });
  }

  // --- what they are like

  private takeCount({ subject, said }: Draft): void {
    if (subject === null || this.wearers.has(subject)) return;
    const entity = this.introduce(subject);
    const count = subject.count ?? 1;
    if (/^(?:people|person|figure)$/.test(entity.noun) || (count === 1 && !isOne(said))) return;
    const text = count === 1 ? `one ${entity.noun}` : nounText(entity.noun, count);
    const parts = { subject: entity.noun, value: String(count) };
    this.note('count', text, parts, [entity], spanOf(subject, ...said), false);
  }

  private takeLook({ subject, said, negated }: Draft): void {
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
    if (said.every(({ tag }) => /^NN/.test(tag))) {
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

  private wear(mention: Mention, negated: boolean, look: readonly ParsedWord[] | null = null): void {
    const wearer = this.wearers.get(mention);
    if (wearer === undefined) return;
    const body = isBody(mention) && !isClothing(mention);
    const all = this.adjectivesOf(mention);
    if (look === null && all.length > 0) return;
    if (
      body &&
      all.length === 0 &&
      !/beard|moustache|mustache|freckle|braid|pigtail|ponytail|scar|wing|horn|tail/.test(mention.head.lower)
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

  // --- what they do and where

  private takeRelation(draft: Draft): void {
    const { subject, said, direct, object, negated } = draft;
    if (subject === null) return;
    const verb = said.find(({ tag }) => /^VB/.test(tag)) ?? null;
    const link = linkText(draft.link);
    if (verb && this.isUnseen(verb, subject)) {
      if (object && direct === null && WHERE.has(link)) this.takeWhere(draft, link);
      return;
    }
    if (
      object &&
      draft.link.length > 0 &&
      (inFrame(draft, object) || this.placesSaid.has(object)) &&
      !negated
    ) {
      if (!this.placesSaid.has(object)) this.takeInFrame(draft, object);
      else if (WHERE.has(link) && !subject.isAbstract) this.takeAt(draft, object, link);
      if (verb && direct === null) this.takeAlone(draft, verb);
      return;
    }
    if (verb && object) this.takeDeed(draft, verb, object, link);
    else if (verb) this.takeAlone(draft, verb);
    else if (object) this.takeWhere(draft, [wordsText(said), link].filter(Boolean).join(' '));
  }

  private isUnseen(verb: ParsedWord, subject: Mention): boolean {
    // Only people read; a sign that reads has its words as a claim of their own.
    if (verb.lemma === 'read' && subject.living === null) return true;
    return (
      lexicon.UNSEEN.has(verb.lemma) &&
      !lexicon.HAVING.has(verb.lemma) &&
      !(verb.lemma in lexicon.SEEN_AFTER_ALL)
    );
  }

  private takeDeed(draft: Draft, verb: ParsedWord, object: Mention, link: string): void {
    const { kind, subject, said, direct, negated } = draft;
    if (subject === null) return;
    const span = spanOf(subject, ...said, object);
    if (draft.passive && draft.link.at(-1)?.lower === 'by' && object.living) {
      const by = this.introduce(object);
      this.say(
        lexicon.HOLDING.has(verb.lemma) ? 'relation' : 'action',
        by,
        participle(verb.lemma),
        this.introduce(subject),
        span,
        negated,
      );
      return;
    }
    if (
      link &&
      WHERE.has(link) &&
      (direct
        ? BESIDE.has(link) && subject.living
        : !NOT_PLACED.has(verb.lemma) && !(draft.passive && !POSTURES.has(verb.lemma)))
    ) {
      if (direct === null) this.takeAlone(draft, verb);
      this.takeWhere(draft, link);
      return;
    }
    const doer = this.introduceDoer(subject);
    if (/^(?:viewer|camera)$/.test(object.head.lemma) && link) {
      const relation = `${doing(draft, verb)} ${link} the ${object.head.lemma}`;
      this.note(
        'action',
        `${this.cast.refer(doer)} ${relation}`,
        { subject: doer.noun, relation },
        [doer],
        span,
        negated,
      );
      return;
    }
    const got = this.introduceDoer(object);
    if (got === doer) return;
    const holds = !link && (lexicon.HOLDING.has(verb.lemma) || lexicon.HAVING.has(verb.lemma));
    const relation =
      holds && lexicon.HAVING.has(verb.lemma) && verb.lemma !== 'contain'
        ? 'with'
        : [doing(draft, verb), direct && withoutArticle(this.phrase(direct)), wordsText(draft.link)]
            .filter(Boolean)
            .join(' ');
    this.say(holds ? 'relation' : kind === 'attribute' ? 'action' : kind, doer, relation, got, span, negated);
  }

  private introduceDoer(mention: Mention): Entity {
    return this.wearers.has(mention) ? this.entity(mention) : this.introduce(mention);
  }

  /** "a girl on a bench", "a lamp between two dogs". */
  private takeWhere({ subject, said, link, object, also, negated }: Draft, relation: string): void {
    if (subject === null || object === null) return;
    const doer = this.introduceDoer(subject);
    const got = this.introduceDoer(object);
    if (got === doer) return;
    if (also === null) {
      this.say('relation', doer, relation, got, spanOf(subject, ...said, ...link, object), negated);
      return;
    }
    const second = this.introduceDoer(also);
    const text = `${this.cast.refer(doer)} ${relation} ${this.cast.refer(got)} and ${this.cast.refer(second)}`;
    const parts = { subject: doer.noun, relation, object: `${got.noun} and ${second.noun}` };
    this.note('relation', text, parts, [doer, got, second], spanOf(subject, ...link, object, also), negated);
  }

  /** "a girl in a forest": the place is a claim of its own. */
  private takeAt({ subject, said, direct, negated }: Draft, object: Mention, link: string): void {
    if (subject === null || direct !== null || this.placesSaid.has(subject)) return;
    const doer = this.introduceDoer(subject);
    this.say('relation', doer, link, this.entity(object), spanOf(subject, ...said, object), negated);
  }

  private takeInFrame(draft: Draft, object: Mention): void {
    const { subject, said, negated } = draft;
    const relation = inFrame(draft, object);
    if (subject === null || !relation) return;
    const doer = this.introduceDoer(subject);
    this.note(
      'relation',
      `${this.cast.refer(doer)} ${relation}`,
      { subject: doer.noun, relation },
      [doer],
      spanOf(subject, ...said, object),
      negated,
    );
  }

  private takeAlone({ kind, subject, said, negated, passive }: Draft, verb: ParsedWord): void {
    if (subject === null || lexicon.HOLDING.has(verb.lemma) || lexicon.WEARING.has(verb.lemma)) return;
    const doer = this.introduceDoer(subject);
    const relation = doing({ said, passive }, verb);
    const facing = verb.lemma === 'face' && said.length > 1;
    this.note(
      facing ? 'relation' : kind === 'relation' ? 'action' : kind,
      `${this.cast.refer(doer)} ${relation}`,
      { subject: doer.noun, relation },
      [doer],
      spanOf(subject, ...said),
      negated,
    );
  }

  private say(
    kind: ClaimKind,
    doer: Entity,
    relation: string,
    got: Entity,
    span: readonly [number, number],
    negated: boolean,
  ): void {
    this.note(
      kind,
      `${this.cast.refer(doer)} ${relation} ${this.cast.refer(got)}`,
      { subject: doer.noun, relation, object: got.noun },
      [doer, got],
      span,
      negated,
    );
  }
}

/** The first that somebody may be: clothes in a list of tags are theirs. */
const mainFigure = (mentions: readonly Mention[], not: Mention): Mention | null =>
  mentions.find((one) => one !== not && one.living !== null && one.living !== 'animal') ??
  mentions.find((one) => one !== not && one.living === 'animal') ??
  null;
