import type { Colour, Framing, Mood, Place, Pose, Style, TimeOfDay, Weather } from './scene.js';
import type { Side, SubjectName } from './vocabulary.js';

export type PhraseField =
  | 'subject'
  | 'colour'
  | 'side'
  | 'holding'
  | 'mood'
  | 'pose'
  | 'facing'
  | 'people'
  | 'place'
  | 'time'
  | 'weather'
  | 'framing'
  | 'style'
  | 'unknown';

/** The words in the prompt that said something. */
export interface Phrase {
  readonly field: PhraseField;
  readonly text: string;
  /** UTF-16 offsets in the prompt, `end` exclusive. */
  readonly start: number;
  readonly end: number;
  /** 1 where the attention syntax says nothing. */
  readonly weight: number;
  /** 0 at the front of the prompt, 1 at its end. */
  readonly position: number;
  /** How often the prompt says it. */
  readonly mentions: number;
  /** Said with a near word ("ship" for a boat). */
  readonly loose: boolean;
}

export interface Said<T> {
  readonly value: T;
  readonly phrase: Phrase;
}

export interface SubjectRequest {
  readonly name: Said<SubjectName>;
  readonly colour?: Said<Colour>;
  /** `of`: index in `ParsedPrompt.subjects`; without it a side of the frame. */
  readonly side?: Said<{ readonly side: Side; readonly of?: number }>;
  /** Index in `ParsedPrompt.subjects` of the person who holds it. */
  readonly heldBy?: Said<number>;
  readonly mood?: Said<Mood>;
  readonly pose?: Said<Pose>;
  readonly facing?: Said<-1 | 1>;
}

/** What the prompt wants kept out: a value of a field, or a subject's colour. */
export interface Exclusion {
  readonly field: 'subject' | 'colour' | 'people' | 'place' | 'time' | 'weather' | 'framing' | 'style';
  readonly value: string;
  /** For `colour`: whose. Absent: everybody's. */
  readonly subject?: SubjectName;
}

/** The fields of a scene that a prompt states; what it doesn't state is absent. */
export interface ParsedPrompt {
  readonly place?: Said<Place>;
  readonly time?: Said<TimeOfDay>;
  readonly weather?: Said<Weather>;
  readonly framing?: Said<Framing>;
  readonly style?: Said<Style>;
  /** How many people, where a number is said. */
  readonly people?: Said<number>;
  /** In the order of their first mention. */
  readonly subjects: readonly SubjectRequest[];
  readonly excluded: readonly Said<Exclusion>[];
  /** Words outside the world. */
  readonly unknown: readonly Phrase[];
}
