/** Facts that nobody has stated and most frames show: offered to the artist, in words. */
import { headOf, isAnimal, isPerson, isPlural, nounText } from '@core/claims/index.js';
import type { Verdict } from '@shared/analysis.js';
import { type CanonOffer, offerKey } from '@shared/canon-offer.js';
import { capitalised } from '@shared/capitalised.js';
import type { Claim, Fact, PositionedFact, Shot } from '@shared/records/index.js';
import { contradicts, stateOf } from './contradiction.js';
import { castOf, factsAt } from './facts.js';

/** A shot with what was asked of its pick and what the judge said. */
export interface Seen {
  readonly shot: Pick<Shot, 'id' | 'position'>;
  readonly claims: readonly Claim[];
  readonly verdicts: readonly Verdict[];
}

export interface Measure {
  /** Fewest shots that must show it. */
  readonly least: number;
  /** Of the shots where it was asked, or another of its kind: another colour of the same coat. 0–1. */
  readonly share: number;
}

/** What the whole board shows: as many shots as show a custom of the board. */
export const MAJORITY: Measure = { least: 3, share: 0.75 };
/** What the artist pointed at shows. */
export const POINTED: Measure = { least: 1, share: 0.75 };

/** Shots that an offer names, for a look. */
const SHOWN = 6;

type Subject = Pick<Fact, 'subject' | 'name'>;

interface Tally {
  readonly claim: Claim;
  readonly subject: Subject;
  readonly aspect: string;
  readonly shotIds: string[];
}

/** Words that say what the description may as well say of another: who it is about is not known. */
const isOffered = ({ kind, negated, muted, factId, subject, attribute, object }: Claim): boolean =>
  !negated &&
  !muted &&
  factId === null &&
  ((kind === 'attribute' && subject !== null && (attribute !== null || object !== null)) || kind === 'style');

export class OfferTally {
  readonly #tallies = new Map<string, Tally>();
  readonly #asked = new Map<string, number>();
  readonly #facts: readonly PositionedFact[];
  readonly #casts = new Map<string, ReturnType<typeof castOf>>();

  constructor(facts: readonly PositionedFact[]) {
    this.#facts = facts;
  }

  /** In story order. */
  add({ shot, claims, verdicts }: Seen): void {
    const outcomes = new Map(verdicts.map(({ claimId, outcome }) => [claimId, outcome]));
    const aspects = new Set<string>();
    const places = claims.flatMap(({ kind, object }) =>
      kind === 'place' && object !== null ? [object] : [],
    );
    for (const claim of claims) {
      const outcome = outcomes.get(claim.id);
      if (!isOffered(claim) || (outcome !== 'pass' && outcome !== 'fail')) continue;
      const subject = this.#subjectOf(claim, shot.position, places);
      if (!subject) continue;
      const aspect = aspectOf(claim, subject);
      aspects.add(aspect);
      if (outcome !== 'pass') continue;
      const key = offerKey({ ...subject, statement: claim.text });
      const known = this.#tallies.get(key) ?? { claim, subject, aspect, shotIds: [] };
      this.#tallies.set(key, known);
      known.shotIds.push(shot.id);
    }
    for (const aspect of aspects) this.#asked.set(aspect, 1 + (this.#asked.get(aspect) ?? 0));
  }

  /** What most of them show first. `declined`: keys of offers that the artist has said no to. */
  offers({ least, share }: Measure, declined: ReadonlySet<string>): CanonOffer[] {
    const found = [...this.#tallies].flatMap(([key, { claim, subject, aspect, shotIds }]) => {
      const of = this.#asked.get(aspect) ?? 0;
      if (declined.has(key) || shotIds.length < least || shotIds.length < share * of) return [];
      if (this.#isKnown(subject, claim.text)) return [];
      const message = `${saidOf(claim, subject)} in ${shotIds.length} of ${of} ${of === 1 ? 'shot' : 'shots'}.`;
      const offer = { key, ...subject, statement: claim.text, message, shotIds: shotIds.slice(0, SHOWN) };
      return [{ offer, holds: shotIds.length }];
    });
    return found.sort((a, b) => b.holds - a.holds).map(({ offer }) => offer);
  }

  /** A fact says it, or something that it would contradict: then the artist has spoken. */
  #isKnown({ subject, name }: Subject, statement: string): boolean {
    const state = stateOf(statement);
    return this.#facts.some(
      (fact) =>
        fact.subject === subject &&
        fact.name === name &&
        (fact.statement === statement || contradicts(stateOf(fact.statement), state)),
    );
  }

  /** Null where two are of that kind: nobody can say whose it is. `places`: where the shot is. */
  #subjectOf({ kind, subject: noun }: Claim, position: number, places: readonly string[]): Subject | null {
    if (kind === 'style' || noun === null) return { subject: 'style', name: '' };
    if (places.includes(noun)) return { subject: 'place', name: this.#placeCalled(noun) };
    const cast = this.#castAt(position);
    const own = cast.filter((member) => headOf(member.noun) === headOf(noun));
    if (own.length > 1) return null;
    const [member] = own;
    if (member) return { subject: 'character', name: member.name };
    return { subject: isPerson(noun) || isAnimal(noun) ? 'character' : 'prop', name: noun };
  }

  /** As its facts call it already. */
  #placeCalled(noun: string): string {
    const known = this.#facts.find(
      ({ subject, name }) => subject === 'place' && headOf(name) === headOf(noun),
    );
    return known?.name ?? noun;
  }

  #castAt(position: number): ReturnType<typeof castOf> {
    const key = factsAt(this.#facts, position)
      .map(({ id }) => id)
      .join(' ');
    const known = this.#casts.get(key) ?? castOf(this.#facts, position);
    this.#casts.set(key, known);
    return known;
  }
}

/** What of somebody a claim is about: the coat, whatever its colour. What is no garment stands for itself. */
const aspectOf = ({ object, text }: Claim, { subject, name }: Subject): string =>
  JSON.stringify([subject, name, object === null ? text : headOf(object)]);

function saidOf({ text, attribute, object }: Claim, { subject, name }: Subject): string {
  if (subject === 'style') return `The picture is ${text}`;
  const who = subject === 'character' && /^\p{Lu}/u.test(name) ? name : `the ${name.replace(/^the /, '')}`;
  if (object === null) return `${capitalised(who)} is ${attribute}`;
  if (attribute === null) return `${capitalised(who)} has ${isPlural(object) ? object : nounText(object, 1)}`;
  return `${capitalised(who)}’s ${object} ${isPlural(object) ? 'are' : 'is'} ${attribute}`;
}
