/** What is known in the middle of a sentence, and the claims noted so far. */
import type { ClaimKind, ClaimParts } from '@shared/records/index.js';
import { peopleText } from './english.js';
import { Cast, type CastMember, type Entity, isSeveral, nounText, pluralOf } from './entities.js';
import * as lexicon from './lexicon.js';
import type { NounPhrase } from './noun-phrase.js';

/** A claim before all entities are known, since what an entity is called depends on the others. */
export interface PendingClaim {
  readonly kind: ClaimKind;
  readonly text: () => string;
  readonly parts: () => Partial<ClaimParts>;
  readonly parents: PendingClaim[];
  readonly span: readonly [number, number];
  readonly negated: boolean;
  readonly cast: CastMember | null;
  /** The words of the description say it; false when only the canon does. */
  readonly stated: boolean;
}

export interface Verb {
  readonly lemma: string;
  readonly particle: string;
  readonly negated: boolean;
  readonly span: readonly [number, number];
}

/** Worn, but not worn "in". */
const WORN_WITH = lexicon.list(
  'glasses, sunglasses, eyeglasses, spectacles, goggles, necklace, earring, bracelet, backpack, satchel, belt, collar, ribbon, bow, bowtie, mask, eyepatch, crown, tie',
);

/** "hair", "ear" and "ears": had by somebody. */
export const isOfBody = (head: string): boolean => lexicon.BODY.has(head) || lexicon.BODY.has(pluralOf(head));

export class Clause {
  readonly pending: PendingClaim[] = [];
  readonly cast: Cast;
  /** The description leaves open how many people there are. */
  crowd = false;
  /** It says itself how many: "two people", "nobody", "solo". */
  people: number | null = null;

  protected subjects: Entity[] = [];
  protected last: Entity[] = [];
  /** Subjects of the sentence before. */
  protected before: Entity[] = [];
  protected verb: Verb | null = null;
  protected spent: Verb | null = null;
  protected preposition: string | null = null;
  protected prepositionAt = 0;
  protected not = false;
  /** The subjects have had their verb: what follows a comma is somebody else. */
  protected acted = false;
  /** Until a comma the clause speaks of what is not there: nobody else does what it says, or is where it says. */
  protected absent = false;
  /** "Behind her stands a man": who does it comes after the verb. */
  protected inverted = false;
  /** The verb has had its object: what is joined to that by "and" is one too. */
  protected hadObject = false;
  /** The subjects were joined by "and": what is said next is said of all. */
  protected together = false;
  /** What a verb reached by way of a preposition ("looks at a map"): where something is said to be, it is this. */
  protected reached: Entity | null = null;
  /** "between a girl and …": waits for the second. */
  protected between: { first: Entity; subjects: readonly Entity[]; start: number } | null = null;
  protected being = false;
  protected joined = false;
  /** "Behind the girl, a fox": a relation before its subject. */
  protected fronted: { text: string; of: Entity; span: readonly [number, number] } | null = null;
  protected frontedWhere: { text: string; span: readonly [number, number] } | null = null;
  /** Who has been given a place in the frame. */
  protected readonly placed = new Set<Entity>();
  protected wearer: Entity | null = null;
  protected garment: { owner: Entity; phrase: NounPhrase } | null = null;
  protected readonly entityClaims = new Map<Entity, PendingClaim>();

  constructor(
    members: readonly CastMember[],
    /** Tags set apart by commas: each hangs on the main figure, none on the tag before it. */
    protected readonly tags: boolean,
  ) {
    this.cast = new Cast(members);
  }

  protected note(
    kind: ClaimKind,
    text: string | (() => string),
    parts: PendingClaim['parts'],
    about: readonly (Entity | null)[],
    span: readonly [number, number],
    negated = false,
    more: { cast?: CastMember | null; stated?: boolean } = {},
  ): PendingClaim {
    const parents = about.flatMap((entity) => (entity ? (this.entityClaims.get(entity) ?? []) : []));
    const claim: PendingClaim = {
      kind,
      text: typeof text === 'string' ? () => text : text,
      parts,
      parents: [...new Set(parents)],
      span,
      negated,
      cast: more.cast ?? null,
      stated: more.stated ?? true,
    };
    this.pending.push(claim);
    return claim;
  }

  protected introduce(entity: Entity, span: readonly [number, number]): void {
    if (this.entityClaims.has(entity)) return;
    const { cast, count } = entity;
    if (/^(?:people|person|figure)$/.test(entity.noun) && isSeveral(count)) {
      this.entityClaims.set(
        entity,
        this.note('count', peopleText(count), () => ({ subject: 'person', value: String(count) }), [], span),
      );
      return;
    }
    const claim = this.note(
      'entity',
      () => nounText(entity.noun, entity.count === 1 ? 1 : 'many'),
      () => ({ subject: entity.noun }),
      [],
      span,
      false,
      { cast },
    );
    this.entityClaims.set(entity, claim);
    for (const statement of cast?.statements ?? [])
      this.note('attribute', statement, () => ({}), [entity], span, false, { cast, stated: false });
  }

  protected meaning(phrase: NounPhrase): Entity {
    const member =
      this.cast.member(phrase.noun) ??
      (phrase.article === 'definite' ? this.cast.member(`the ${phrase.noun}`) : null);
    return member ? this.cast.ofMember(member, phrase.start) : this.cast.ofNoun(phrase);
  }

  protected ownerOf(phrase: NounPhrase): Entity | null {
    if (!phrase.owner) return null;
    const owner =
      phrase.owner.type === 'pronoun'
        ? this.cast.meantBy(phrase.owner, [...this.subjects, ...this.before])[0]
        : this.meaning(phrase.owner);
    if (owner) this.introduce(owner, [phrase.owner.start, phrase.owner.end]);
    return owner ?? null;
  }

  protected described(entity: Entity, adjective: string): string {
    return nounText(`${adjective} ${entity.noun}`, entity.count === 1 ? 1 : 'many');
  }

  protected mainFigure(): Entity[] {
    const main = this.cast.entities.find((one) => one.person) ?? this.cast.entities.find((one) => one.animal);
    return main ? [main] : [];
  }

  /** Whom a preposition or a participle speaks of: the doer once there is a verb, else what stands before it. */
  protected doers(): Entity[] {
    if (this.reached !== null) return [this.reached];
    const acts =
      this.spent !== null ||
      this.verb !== null ||
      (this.together && this.subjects.includes(this.last[0] as Entity));
    if (acts && (this.subjects.length > 0 || this.absent)) return this.subjects;
    return this.last.length > 0 ? this.last : this.subjects;
  }

  protected takeNot(): boolean {
    const was = this.not;
    this.not = false;
    return was;
  }

  protected attachFronted(entity: Entity): void {
    const { fronted, frontedWhere } = this;
    if (fronted && fronted.of !== entity) {
      this.note(
        'relation',
        () => `${this.cast.refer(entity)} ${fronted.text} ${this.cast.refer(fronted.of)}`,
        () => ({ subject: entity.noun, relation: fronted.text, object: fronted.of.noun }),
        [entity, fronted.of],
        fronted.span,
      );
      this.fronted = null;
    }
    if (frontedWhere) {
      this.note(
        'relation',
        () => `${this.cast.refer(entity)} ${frontedWhere.text}`,
        () => ({ subject: entity.noun, relation: frontedWhere.text }),
        [entity],
        frontedWhere.span,
      );
      this.frontedWhere = null;
    }
  }

  protected wear(owner: Entity, phrase: NounPhrase, span: readonly [number, number], negated: boolean): void {
    const body = isOfBody(phrase.head);
    const adjectives = phrase.adjectives.filter((one) => !lexicon.VAGUE.has(one));
    if (
      body &&
      (adjectives.length === 0 ||
        !(lexicon.TELLING.has(phrase.head) || lexicon.TELLING.has(pluralOf(phrase.head)))) &&
      !/beard|moustache|mustache|freckle|braid|pigtail|ponytail|scar/.test(phrase.head)
    )
      return;
    const join = body || WORN_WITH.has(phrase.head) || !owner.person ? 'with' : 'in';
    const whole = body ? [adjectives.join(' ')] : adjectives.length > 0 ? adjectives : [''];
    for (const adjective of whole) {
      const noun = `${adjective ? `${adjective} ` : ''}${phrase.noun}`;
      const worn = nounText(noun, phrase.count);
      const text = (): string => `${nounText(owner.noun, owner.count)} ${join} ${worn}`;
      if (!negated && !/ (?:in|with) /.test(owner.telling)) owner.telling = text();
      const parts = {
        relation: join,
        object: phrase.count === 1 ? phrase.noun : pluralOf(phrase.noun),
        ...(adjective && { attribute: adjective }),
      };
      this.note('attribute', text, () => ({ subject: owner.noun, ...parts }), [owner], span, negated);
    }
  }
}
