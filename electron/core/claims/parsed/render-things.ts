/** Who and what claims are about: each thing once, however often it is named, with the claim that it is there. */
import { addTo } from '@shared/group-by.js';
import type { ClaimKind, ClaimParts } from '@shared/records/index.js';
import { peopleText, singularOf } from '../english.js';
import {
  Cast,
  type CastMember,
  calledWith,
  type Entity,
  isSeveral,
  nounText,
  OUTER_SPACE,
} from '../entities.js';
import { list } from '../lexicon.js';
import type { Draft, Mention } from './draft.js';
import { FORMATIONS } from './mentions.js';
import { isProper, namedText, spanOf, withoutArticle, wordsText } from './wording.js';
import { isBody, isClothing, wearersIn } from './worn.js';

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

export abstract class ThingRenderer {
  readonly claims: Rendered[] = [];
  readonly cast: Cast;
  private readonly entityOf = new Map<Mention, Entity>();
  private readonly looksOf = new Map<Mention, string[]>();
  protected readonly introduced = new Set<Entity>();
  /** Of one of several those, who are what is there. */
  private readonly groups = new Map<Entity, Entity>();
  protected readonly wearers: ReadonlyMap<Mention, Mention>;
  protected readonly placesSaid: ReadonlySet<Mention>;

  constructor(
    protected readonly drafts: readonly Draft[],
    mentions: readonly Mention[],
    members: readonly CastMember[],
    isTag: (mention: Mention) => boolean,
  ) {
    this.cast = new Cast(members);
    for (const { kind, subject, said, negated } of drafts)
      if (kind === 'attribute' && subject && !negated) addTo(this.looksOf, subject, wordsText(said));
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

  /** Whether somebody is there, as it was read. */
  get namesSomebody(): boolean {
    return this.claims.some(({ introduces }) => introduces?.person === true);
  }

  protected adjectivesOf(mention: Mention): readonly string[] {
    return this.looksOf.get(mention) ?? [];
  }

  protected nounOf(mention: Mention): string {
    if (/^PRP/.test(mention.head.tag)) return 'person';
    const own = isProper(mention) ? namedText(mention.words) : wordsText(mention.words);
    if (own === 'space' && mention.article === 'none' && !mention.plural) return OUTER_SPACE;
    const single = mention.plural ? singularOf(own).singular : own;
    return mention.of ? `${single} of ${withoutArticle(this.phrase(mention.of))}` : single;
  }

  protected phrase(mention: Mention): string {
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

  private oneOf(several: Entity): Entity {
    const one = { ...several, count: 1, telling: '' };
    this.groups.set(one, several);
    return one;
  }

  private resolve(mention: Mention): Entity {
    if (mention.among) {
      return this.oneOf(this.entity(mention.among));
    }
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
    const entity = this.cast.ofNoun({
      noun,
      head,
      adjectives: this.adjectivesOf(mention),
      count: mention.count ?? (mention.plural ? 'many' : 1),
      // "three boxes" are not the box named before.
      article: mention.plural && mention.article === 'none' ? 'indefinite' : mention.article,
      isName: mention.isName,
      start: mention.start,
    });

    // "Two boys wait. The other boy sings.": one of them.
    return isSeveral(entity.count) && !mention.plural && mention.count === null ? this.oneOf(entity) : entity;
  }

  protected note(
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
      about: about.map((one) => this.groups.get(one) ?? one),
      span,
      negated,
      ...more,
    });
  }

  /** "a pirate's shoulder": what something is on or reaches, with whose it is; not what `doer` has themselves. */
  protected withOwner(mention: Mention, doer: Entity): string {
    const { owner } = mention;
    const words = this.cast.refer(this.entity(mention));
    if (owner === null || owner.isAbstract || !this.isTold(mention, owner)) return words;
    const whose = this.entity(owner);
    if (whose === doer || this.groups.get(doer) === whose) return words;
    const name = this.cast.refer(whose);
    return `${name}${name.endsWith('s') ? "'" : "'s"} ${withoutArticle(words)}`;
  }

  /** Whether whose it is makes a difference: of a part of a body always, of all else where a noun says it. */
  private isTold(mention: Mention, owner: Mention): boolean {
    return isBody(mention) ? owner.living !== null : owner.start >= mention.start && !isClothing(mention);
  }

  protected introduce(mention: Mention): Entity {
    const entity = this.entity(mention);
    if (mention.among) this.introduce(mention.among);
    if (this.groups.has(entity) || this.introduced.has(entity)) return entity;
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

  /** What is worn is no thing of its own, whatever it does; of a row, an edge or the air nothing is there. */
  protected introduceDoer(mention: Mention): Entity {
    return this.wearers.has(mention) || (mention.isAbstract && isNoThing(mention.head.lemma))
      ? this.entity(mention)
      : this.introduce(mention);
  }
}

const NO_THINGS = list('air, side, edge, top, bottom, end, half, left, right, size');
const isNoThing = (word: string): boolean => NO_THINGS.has(word) || FORMATIONS.has(word);

/** The first that somebody may be: clothes in a list of tags are theirs. */
const mainFigure = (mentions: readonly Mention[], not: Mention): Mention | null =>
  mentions.find((one) => one !== not && one.living !== null && one.living !== 'animal') ??
  mentions.find((one) => one !== not && one.living === 'animal') ??
  null;
