import { readAttention, type WeightedText } from './attention.js';
import type { Term } from './lexer.js';
import type { Exclusion, ParsedPrompt, Phrase, PhraseField, Said, SubjectRequest } from './parsed-prompt.js';
import type { Colour } from './scene.js';

type Mutable<T> = { -readonly [K in keyof T]: T[K] };
export type SubjectDraft = Mutable<SubjectRequest>;
type SceneField = 'place' | 'time' | 'weather' | 'framing' | 'style';

/** A parsed prompt in the making: what has been said so far, and how strongly. */
export class PromptDraft {
  protected readonly weighted: WeightedText;
  protected readonly result: Mutable<ParsedPrompt> & {
    subjects: SubjectDraft[];
    excluded: Said<Exclusion>[];
    unknown: Phrase[];
  } = { subjects: [], excluded: [], unknown: [] };

  constructor(private readonly prompt: string) {
    this.weighted = readAttention(prompt);
  }

  protected phrase(field: PhraseField, first: Term, last: Term = first, loose?: boolean): Phrase {
    const start = Math.min(first.start, last.start);
    const end = Math.max(first.end, last.end);
    return {
      field,
      text: this.prompt.slice(start, end),
      start,
      end,
      weight: this.weightOf(start, end),
      // A short prompt is all front: its end weighs no less than the middle of a long one.
      position: Math.min(1, start / Math.max(160, this.prompt.length)),
      mentions: 1,
      loose: loose ?? ('loose' in last.entry && last.entry.loose === true),
    };
  }

  /** The weight farthest from 1: "at (night:0.7)" is said as faintly as its noun. */
  private weightOf(start: number, end: number): number {
    const far = (weight: number): number => Math.abs(Math.log(Math.max(0.01, weight)));
    return this.weighted.weights.slice(start, end).reduce((a, b) => (far(b) > far(a) ? b : a), 1);
  }

  /** The later of two mentions strengthens the first. */
  protected stronger<T>(said: Said<T>, again: Phrase): Said<T> {
    const { phrase } = said;
    return {
      value: said.value,
      phrase: { ...phrase, weight: Math.max(phrase.weight, again.weight), mentions: phrase.mentions + 1 },
    };
  }

  protected note(first: Term, last: Term = first): void {
    this.result.unknown.push(this.phrase('unknown', first, last, false));
  }

  protected subject(index: number): SubjectDraft {
    return this.result.subjects[index] as SubjectDraft;
  }

  protected sayField(field: SceneField, value: string, term: Term): void {
    const phrase = this.phrase(field, term);
    const said = this.result[field] as Said<string> | undefined;
    const result = this.result as Record<typeof field, Said<string> | undefined>;
    if (said?.value === value) result[field] = this.stronger(said, phrase);
    else if (!said || phrase.weight > said.phrase.weight) result[field] = { value, phrase };
    else this.note(term);
  }

  protected sayPeople(count: number, first: Term, last: Term, loose?: boolean): void {
    this.result.people = { value: count, phrase: this.phrase('people', first, last, loose) };
  }

  protected sayColour(index: number, value: Colour, phrase: Phrase): void {
    const subject = this.subject(index);
    if (!subject.colour || phrase.weight > subject.colour.phrase.weight) subject.colour = { value, phrase };
    else if (subject.colour.value === value) subject.colour = this.stronger(subject.colour, phrase);
    else this.result.unknown.push(phrase);
  }

  protected giveTo(object: number, person: number, first: Term, last: Term = first): void {
    this.subject(object).heldBy = { value: person, phrase: this.phrase('holding', first, last, false) };
  }
}
