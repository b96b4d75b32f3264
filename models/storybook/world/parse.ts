import { lex, type Term } from './lexer.js';
import type { Exclusion, ParsedPrompt, Phrase } from './parsed-prompt.js';
import { PromptDraft, type SubjectDraft } from './prompt-draft.js';
import type { Colour } from './scene.js';
import { isHoldable, isPerson, type Side, type SubjectName } from './vocabulary.js';

type TermOf<K extends Term['entry']['type']> = Term & { readonly entry: Extract<Term['entry'], { type: K }> };

/** Names to what they stand for: `{ Mira: 'a girl in a red coat' }`. */
export type NamedCharacters = Readonly<Record<string, string>>;

/**
 * Reads a description or prompt, in sentences or in tags, as a partial scene. Never fails: what it doesn't
 * understand is listed in `unknown`. Attention syntax becomes the phrases' weights.
 */
export function parsePrompt(prompt: string, names: NamedCharacters = {}): ParsedPrompt {
  return new PromptReader(prompt, names).read();
}

function isA<K extends Term['entry']['type']>(term: Term | undefined, ...types: K[]): term is TermOf<K> {
  return term !== undefined && (types as string[]).includes(term.entry.type);
}
const isPersonName = (name: SubjectName): boolean => name === 'person' || isPerson(name);
const ARTICLE = /^(?:a|an|the|this|that|some)$/i;
const COPULA = /^(?:is|are|was|were)$/i;

class PromptReader extends PromptDraft {
  private readonly terms: readonly Term[];
  private readonly called = new Map<string, number>();

  // What the sentence so far leaves open.
  private clause: number[] = [];
  private sentence: number[] = [];
  private colour: { value: Colour; term: Term } | undefined;
  private coat: { colour: Colour; phrase: Phrase } | undefined;
  private coatSeen = false;
  private owner: number | undefined;
  private holder: { index: number; verb: Term; onlyAt?: number; isDone?: boolean } | undefined;
  private heldObject: { index: number; term: Term } | undefined;
  private side: { side: Side; of?: number; phrase: Phrase } | undefined;
  private negated = false;

  constructor(
    prompt: string,
    private readonly names: NamedCharacters,
  ) {
    super(prompt);
    this.terms = lex(this.weighted.text);
  }

  read(): ParsedPrompt {
    for (let i = 0; i < this.terms.length; i += 1) i = this.readTerm(this.terms[i] as Term, i);
    this.endSentence();
    return this.result;
  }

  /** Returns the index of the last term it consumed. */
  private readTerm(term: Term, i: number): number {
    switch (term.entry.type) {
      case 'stop':
        this.endSentence();
        return i;
      case 'comma':
        this.endClause();
        return i;
      case 'unknown':
        return this.readUnknown(term, i);
      case 'no':
        this.negated = true;
        return i;
      case 'nobody':
        this.exclude({ field: 'people', value: 'people' }, term, i);
        return i;
      case 'colour':
        return this.readColour(term as TermOf<'colour'>, i);
      case 'coat':
        this.readCoat(term, i);
        return i;
      case 'subject':
        this.readSubject(term as TermOf<'subject'>, i);
        return i;
      case 'number':
        return this.readNumber(term as TermOf<'number'>, i);
      case 'people':
        if (this.negated) this.exclude({ field: 'people', value: 'people' }, term, i);
        else this.sayPeople(2, term, term, true);
        return i;
      case 'pronoun':
        this.owner = this.antecedent((term as TermOf<'pronoun'>).entry.value);
        if (this.owner === undefined) this.note(term);
        return i;
      case 'possessive':
        this.owner = this.clause.at(-1) ?? this.sentence.at(-1);
        return i;
      case 'hold':
        this.readHold(term as TermOf<'hold'>);
        return i;
      case 'heldBy': {
        const index = this.lastWhere(this.clause, (subject) => isHoldable(subject.name.value));
        if (index === undefined) this.note(term);
        else this.heldObject = { index, term };
        return i;
      }
      case 'hand':
        this.readHand(term);
        return i;
      case 'with':
        this.readWith(term, i);
        return i;
      case 'side':
        return this.readSide(term as TermOf<'side'>, i);
      case 'mood':
      case 'pose':
        this.readManner(term as TermOf<'mood' | 'pose'>, i);
        return i;
      case 'facing':
        return this.readFacing(term, i);
      case 'named':
        return this.readNamed(i);
      case 'place':
      case 'time':
      case 'weather':
      case 'framing':
      case 'style':
        this.readField(term as TermOf<'place' | 'time' | 'weather' | 'framing' | 'style'>, i);
        return i;
      default:
        return i;
    }
  }

  private exclude(value: Exclusion, term: Term, i: number): void {
    this.result.excluded.push({
      value,
      phrase: this.phrase(value.field === 'colour' ? 'colour' : value.field, term),
    });
    // "no dogs or cats" goes on, "no dog and a girl" and "no lantern in the forest" don't.
    const next = this.terms[i + 1];
    this.negated =
      next !== undefined &&
      /^(?:and|or|nor)$/i.test(next.text) &&
      !ARTICLE.test(this.terms[i + 2]?.text ?? '');
  }

  private lastWhere(
    among: readonly number[],
    test: (subject: SubjectDraft, index: number) => boolean,
  ): number | undefined {
    return among.findLast((index) => test(this.subject(index), index));
  }

  private lastPerson(): number | undefined {
    const person = (subject: SubjectDraft): boolean => isPersonName(subject.name.value);
    return this.lastWhere(this.sentence, person) ?? this.lastWhere([...this.result.subjects.keys()], person);
  }

  private antecedent(gender: 'female' | 'male' | 'thing' | 'any'): number | undefined {
    const everybody = [...this.result.subjects.keys()];
    const fits = (index: number): boolean => {
      const name = this.subject(index).name.value;
      if (gender === 'female') return name === 'girl' || name === 'woman';
      if (gender === 'male') return name === 'boy' || name === 'old man';
      return gender === 'thing' ? !isPersonName(name) : true;
    };
    const found =
      this.sentence.findLast(fits) ??
      everybody.findLast(fits) ??
      (gender === 'thing' ? undefined : this.lastPerson());
    return found;
  }

  private endClause(): void {
    if (this.holder?.isDone) this.holder = undefined;
    this.clause = [];
    this.negated = false;
    this.coatSeen = false;
    this.owner = undefined;
    this.colour = undefined;
  }

  private endSentence(): void {
    if (this.holder && this.holder.onlyAt === undefined) {
      const object = this.lastWhere(
        this.sentence,
        (subject) => isHoldable(subject.name.value) && subject.heldBy === undefined,
      );
      if (object !== undefined) this.giveTo(object, this.holder.index, this.holder.verb);
      else if (!this.sentence.some((index) => this.subject(index).heldBy?.value === this.holder?.index)) {
        this.note(this.holder.verb);
      }
    }
    if (this.heldObject) this.note(this.heldObject.term);
    if (this.side) this.result.unknown.push(this.side.phrase);
    if (this.coat) {
      const { colour, phrase } = this.coat;
      this.result.subjects.push({
        name: { value: 'person', phrase: { ...phrase, field: 'subject' } },
        colour: { value: colour, phrase },
      });
    }
    this.endClause();
    this.sentence = [];
    this.holder = undefined;
    this.heldObject = undefined;
    this.side = undefined;
    this.coat = undefined;
  }

  private readUnknown(term: Term, i: number): number {
    const known = this.resolveName(term);
    if (known !== undefined) {
      this.mention(known, term);
      this.settle(known, term, i);
      return i;
    }
    if (/^\p{Lu}/u.test(term.text)) {
      const before = this.terms[i - 1];
      if (isA(before, 'subject')) {
        this.called.set(term.text.toLowerCase(), this.clause.at(-1) ?? 0);
        return i;
      }
      // "Mira, a girl …": the person after the comma is called Mira.
      if (isA(this.terms[i + 1], 'comma')) {
        let j = i + 2;
        while (isA(this.terms[j], 'soft', 'glue', 'colour', 'mood')) j += 1;
        const next = this.terms[j];
        if (isA(next, 'subject') && !next.entry.plural) {
          const index = this.findOrAdd(next.entry.value, next, false);
          this.called.set(term.text.toLowerCase(), index);
          return i;
        }
      }
    }
    this.note(term);
    return i;
  }

  /** The subject that goes by this name, from the text so far or from the character sheet. */
  private resolveName({ text, start, end }: Term): number | undefined {
    const name = text.toLowerCase();
    const known = this.called.get(name);
    if (known !== undefined) return known;
    const description = Object.entries(this.names).find(([one]) => one.toLowerCase() === name)?.[1];
    const described = description === undefined ? undefined : parsePrompt(description).subjects[0];
    if (!described) return undefined;
    const { value } = described.name;
    const index = this.findOrAdd(value, { entry: { type: 'subject', value }, text, start, end }, false);
    this.called.set(name, index);
    return index;
  }

  private readNamed(i: number): number {
    const next = this.terms[i + 1];
    const index = this.clause.at(-1);
    if (!isA(next, 'unknown') || index === undefined) return i;
    this.called.set(next.text.toLowerCase(), index);
    return i + 1;
  }

  private readField(term: TermOf<'place' | 'time' | 'weather' | 'framing' | 'style'>, i: number): void {
    const { type: field, value } = term.entry;
    if (this.negated) {
      this.exclude({ field, value }, term, i);
      return;
    }
    this.sayField(field, value, term);
  }

  private readNumber(term: TermOf<'number'>, i: number): number {
    let j = i + 1;
    while (isA(this.terms[j], 'soft')) j += 1;
    const next = this.terms[j];
    const count = term.entry.value;
    if (isA(next, 'people') || (isA(next, 'subject') && next.entry.value === 'person')) {
      this.sayPeople(count, term, next, 'loose' in next.entry && next.entry.loose === true);
      return j;
    }
    if (isA(next, 'subject')) {
      if (count === 0) this.negated = true;
      else if (count > 1) this.note(term, next);
      return i;
    }
    this.note(term);
    return i;
  }

  private readColour(term: TermOf<'colour'>, i: number): number {
    let j = i + 1;
    let strangers = 0;
    while (isA(this.terms[j], 'soft', 'possessive') || (isA(this.terms[j], 'unknown') && strangers < 2)) {
      if (isA(this.terms[j], 'unknown')) strangers += 1;
      j += 1;
    }
    const noun = this.terms[j];
    if (isA(noun, 'subject', 'coat')) {
      if (this.negated) {
        const subject = isA(noun, 'subject') ? noun.entry.value : 'person';
        this.exclude({ field: 'colour', value: term.entry.value, subject }, term, j);
        return j;
      }
      this.colour = { value: term.entry.value, term };
      return i;
    }
    if (this.negated) {
      this.exclude({ field: 'colour', value: term.entry.value }, term, i);
      return i;
    }
    // "a red door", "a green forest": the colour of something that has none in this world.
    const isLight = this.terms[j - 1]?.text.toLowerCase() === 'light';
    if (strangers > 0 || isLight || isA(noun, 'thing', 'place', 'weather', 'time', 'people')) {
      this.note(term);
      return i;
    }
    const isPredicate = COPULA.test(this.terms[i - 1]?.text ?? '');
    const target = this.coatSeen
      ? this.lastPerson()
      : ((isPredicate ? this.clause[0] : undefined) ?? this.lastSubject());
    if (target !== undefined) this.sayColour(target, term.entry.value, this.phrase('colour', term));
    else if (this.coatSeen) this.coat = { colour: term.entry.value, phrase: this.phrase('colour', term) };
    else this.note(term);
    return i;
  }

  private lastSubject(): number | undefined {
    return (
      this.clause.at(-1) ??
      this.sentence.at(-1) ??
      (this.result.subjects.length ? this.result.subjects.length - 1 : undefined)
    );
  }

  private readCoat(term: Term, i: number): void {
    const colour = this.colour;
    this.colour = undefined;
    this.coatSeen = true;
    if (!colour) return;
    const phrase = this.phrase('colour', colour.term, term);
    const next = this.terms[i + 1];
    const owner = this.owner;
    if (isA(next, 'subject') && isPersonName(next.entry.value)) this.coat = { colour: colour.value, phrase };
    else if (owner !== undefined && isPersonName(this.subject(owner).name.value)) {
      this.sayColour(owner, colour.value, phrase);
    } else {
      const person = this.lastPerson();
      if (person === undefined) this.coat = { colour: colour.value, phrase };
      else this.sayColour(person, colour.value, phrase);
    }
  }

  private readSubject(term: TermOf<'subject'>, i: number): void {
    const name = term.entry.value;
    const colour = this.colour;
    this.colour = undefined;
    if (this.negated) {
      this.exclude({ field: 'subject', value: name }, term, i);
      return;
    }
    const before = this.terms.slice(Math.max(0, i - 3), i).map((near) => near.text.toLowerCase());
    const isIndefinite = before.some((word) => ['a', 'an', 'another', 'second', 'other'].includes(word));
    const index = this.findOrAdd(name, term, isIndefinite, colour?.value);
    if (colour) this.sayColour(index, colour.value, this.phrase('colour', colour.term, term));
    this.settle(index, term, i);
  }

  /** The subject of that name said before, or a new one. */
  private findOrAdd(name: SubjectName, term: Term, isIndefinite: boolean, colour?: Colour): number {
    const { subjects } = this.result;
    const found = subjects.findLastIndex((subject) => {
      if (name === 'person') return !isIndefinite && isPersonName(subject.name.value);
      if (subject.name.value !== name) return false;
      const differs = colour !== undefined && subject.colour !== undefined && subject.colour.value !== colour;
      return isPerson(name) || !(isIndefinite && differs);
    });
    if (found >= 0) {
      this.mention(found, term);
      return found;
    }
    subjects.push({ name: { value: name, phrase: this.phrase('subject', term) } });
    this.mention(subjects.length - 1);
    return subjects.length - 1;
  }

  private mention(index: number, again?: Term): void {
    if (again) {
      const subject = this.subject(index);
      // The comma after a name ("Mira, a girl …") brings the reader past the same word twice.
      if (subject.name.phrase.start !== again.start) {
        subject.name = this.stronger(subject.name, this.phrase('subject', again));
      }
    }
    this.clause.push(index);
    this.sentence.push(index);
  }

  /** Ties what the sentence left open to the subject just named. */
  private settle(index: number, term: Term, i: number): void {
    const subject = this.subject(index);
    const name = subject.name.value;
    if (this.coat && isPersonName(name)) {
      this.sayColour(index, this.coat.colour, this.coat.phrase);
      this.coat = undefined;
    }
    if (this.heldObject && isPersonName(name)) {
      this.giveTo(this.heldObject.index, index, this.heldObject.term);
      this.heldObject = undefined;
    }
    if (this.holder && (this.holder.onlyAt ?? i) === i && isHoldable(name) && this.holder.index !== index) {
      this.giveTo(index, this.holder.index, this.holder.verb, term);
      if (this.holder.onlyAt !== undefined) this.holder = undefined;
      else this.holder.isDone = true;
    }
    if (this.side && this.side.of !== index) {
      const { phrase, ...value } = this.side;
      subject.side = { value, phrase };
      this.side = undefined;
    }
  }

  private readHold(term: TermOf<'hold'>): void {
    const index = this.lastPerson();
    if (index === undefined) {
      this.note(term);
      return;
    }
    this.holder = { index, verb: term };
    const subject = this.subject(index);
    if (term.entry.value === 'reach') subject.pose ??= { value: 'reach', phrase: this.phrase('pose', term) };
  }

  private readHand(term: Term): void {
    const person = this.owner ?? this.lastPerson();
    if (person === undefined) return;
    const object = this.lastWhere(this.clause, (subject) => isHoldable(subject.name.value));
    if (object === undefined) this.holder ??= { index: person, verb: term };
    else if (this.subject(object).heldBy === undefined && object !== person)
      this.giveTo(object, person, term);
  }

  private readWith(term: Term, i: number): void {
    let j = i + 1;
    while (isA(this.terms[j], 'soft', 'glue', 'colour', 'pronoun', 'number')) j += 1;
    const object = this.terms[j];
    const person = this.lastSubject();
    if (!isA(object, 'subject') || !isHoldable(object.entry.value) || person === undefined) return;
    if (/^(?:under|beneath)$/i.test(term.text) && object.entry.value !== 'umbrella') return;
    if (isPersonName(this.subject(person).name.value)) this.holder = { index: person, verb: term, onlyAt: j };
  }

  private readSide(term: TermOf<'side'>, i: number): number {
    const side = term.entry.value;
    let of: number | undefined;
    let end = i;
    const before = this.terms[i - 1];
    if (isA(before, 'possessive', 'pronoun')) of = this.owner;
    else if (isA(this.terms[i + 1], 'of')) {
      let j = i + 2;
      while (isA(this.terms[j], 'soft', 'colour') || ARTICLE.test(this.terms[j]?.text ?? '')) j += 1;
      const reference = this.terms[j];
      if (isA(reference, 'subject')) {
        const indefinite = /^an?$/i.test(this.terms[j - 1]?.text ?? '');
        const said = this.clause.length;
        of = this.findOrAdd(reference.entry.value, reference, indefinite);
        const colour = this.terms.slice(i + 2, j).find((near) => isA(near, 'colour')) as
          | TermOf<'colour'>
          | undefined;
        if (colour) this.sayColour(of, colour.entry.value, this.phrase('colour', colour, reference));
        // The reference is no candidate for what follows ("is a dog"), nor for what came before.
        this.clause.length = said;
        end = j;
      } else if (isA(reference, 'unknown')) {
        const said = this.clause.length;
        of = this.resolveName(reference);
        this.clause.length = said;
        if (of !== undefined) end = j;
      }
    }
    const phrase = this.phrase('side', term, this.terms[end] as Term, false);
    const value = of === undefined ? { side } : { side, of };
    const isOther = (_: SubjectDraft, index: number): boolean => index !== of;
    const own = this.lastWhere(this.clause, isOther);
    const follows = own === undefined && this.hasSubjectAhead(end + 1);
    const nearest = own ?? (follows ? undefined : this.lastWhere(this.sentence, isOther));
    // "a girl holding a balloon on the right": she is there.
    const holder = nearest === undefined ? undefined : this.subject(nearest).heldBy?.value;
    const target = holder === undefined || holder === of ? nearest : holder;
    if (target === undefined) this.side = { ...value, phrase };
    else this.subject(target).side = { value, phrase };
    return end;
  }

  private hasSubjectAhead(from: number): boolean {
    for (let j = from; j < this.terms.length && !isA(this.terms[j], 'comma', 'stop'); j += 1) {
      if (isA(this.terms[j], 'subject')) return true;
    }
    return false;
  }

  private readManner(term: TermOf<'mood' | 'pose'>, i: number): void {
    if (this.negated) {
      this.negated = false;
      this.note(term);
      return;
    }
    let j = i + 1;
    while (isA(this.terms[j], 'soft', 'colour')) j += 1;
    const next = this.terms[j];
    const index = isA(next, 'subject') ? this.findOrAdd(next.entry.value, next, false) : this.lastSubject();
    if (index === undefined) this.note(term);
    else if (term.entry.type === 'mood') {
      this.subject(index).mood = { value: term.entry.value, phrase: this.phrase('mood', term) };
    } else this.subject(index).pose = { value: term.entry.value, phrase: this.phrase('pose', term) };
  }

  private readFacing(term: Term, i: number): number {
    let j = i + 1;
    while (isA(this.terms[j], 'glue')) j += 1;
    const side = this.terms[j];
    const index = this.lastSubject();
    if (!isA(side, 'side') || isA(this.terms[j + 1], 'of') || index === undefined) {
      this.note(term);
      return i;
    }
    this.subject(index).facing = {
      value: side.entry.value === 'left' ? -1 : 1,
      phrase: this.phrase('facing', term, side),
    };
    return j;
  }
}
