/** Where a shot holds the words that are looked for. */
import type { ShotView } from './shot-view.js';
import { folded, plain } from './words.js';

/** What is searched of a shot, by what an artist calls it. */
export const PLACES = ['Description', 'Prompt', 'Note', 'How it was made'] as const;
export type Place = (typeof PLACES)[number];

interface Text {
  readonly place: Place;
  readonly text: string;
}

/** A number as short as this stands in the settings of every picture, and is meant as the shot's. */
const SHORT_NUMBER = /^\d{1,2}$/;

function madeOf({ pick }: ShotView): string {
  if (!pick) return '';
  const { settings, seed, made, path } = pick;
  return [
    path,
    seed === null ? '' : `seed ${seed}`,
    made?.tool ?? '',
    ...(made?.loras ?? []).map(({ name }) => `LoRA ${name}`),
    ...Object.entries(settings).map(([name, value]) => `${name} ${value}`),
  ]
    .filter(Boolean)
    .join(' · ');
}

/** Its words, what its picture was asked for by where that is something else, and what is known of how it was made. */
function textsOf(view: ShotView): readonly Text[] {
  const { shot, pick, notes } = view;
  const all: readonly Text[] = [
    { place: 'Description', text: shot.description },
    { place: 'Prompt', text: shot.prompt },
    { place: 'Prompt', text: pick && pick.prompt !== shot.prompt ? pick.prompt : '' },
    { place: 'Note', text: shot.note },
    ...notes.map(({ author, text }): Text => ({ place: 'Note', text: `${author}: ${text}` })),
    { place: 'How it was made', text: madeOf(view) },
  ];
  return all.filter(({ text }) => text !== '');
}

interface Folded {
  readonly number: string;
  readonly words: string;
  readonly made: string;
  /** What was last looked for, and whether it is there: one filter is asked several times over. */
  sought: string | null;
  holds: boolean;
}

const known = new WeakMap<ShotView, Folded>();

/** Folded once for each version of the shot. */
function foldedOf(view: ShotView): Folded {
  let of = known.get(view);
  if (!of) {
    const texts = textsOf(view);
    const joined = (isMade: boolean) =>
      folded(
        texts
          .filter(({ place }) => (place === 'How it was made') === isMade)
          .map(({ text }) => text)
          .join('\n'),
      );
    of = {
      number: folded(view.shot.number),
      words: joined(false),
      made: joined(true),
      sought: null,
      holds: false,
    };
    known.set(view, of);
  }
  return of;
}

/** A number is looked up from its start, so that '1' is not in '21'. */
const holds = ({ number, words, made }: Folded, term: string): boolean =>
  number.startsWith(term) || words.includes(term) || (!SHORT_NUMBER.test(term) && made.includes(term));

export function holdsWords(view: ShotView, terms: readonly string[]): boolean {
  if (terms.length === 0) return true;
  const of = foldedOf(view);
  const sought = terms.join(' ');
  if (of.sought !== sought) {
    of.sought = sought;
    of.holds = terms.every((term) => holds(of, term));
  }
  return of.holds;
}

/** From which place of a text to which. */
type Span = readonly [start: number, end: number];

/** Where the terms stand in a text as it is written, in order; what overlaps is one. */
export function spansOf(text: string, terms: readonly string[]): readonly Span[] {
  let searched = '';
  const starts: number[] = [];
  let at = 0;
  for (const sign of text) {
    searched += plain(sign);
    while (starts.length < searched.length) starts.push(at);
    at += sign.length;
  }
  starts.push(at);
  const found: Span[] = [];
  for (const term of terms)
    for (
      let from = searched.indexOf(term);
      term && from >= 0;
      from = searched.indexOf(term, from + term.length)
    ) {
      const start = starts[from] ?? at;
      // Up to the next sign that is another one: an accent goes with its letter.
      let end = from + term.length;
      while (end < starts.length - 1 && starts[end] === starts[end - 1]) end++;
      found.push([start, starts[end] ?? at]);
    }
  found.sort(([a], [b]) => a - b);
  const joined: Span[] = [];
  for (const [start, end] of found) {
    const last = joined.at(-1);
    if (last && start <= last[1]) joined[joined.length - 1] = [last[0], Math.max(last[1], end)];
    else joined.push([start, end]);
  }
  return joined;
}

/** A piece of an excerpt. */
export interface Piece {
  readonly text: string;
  readonly found: boolean;
}

export interface Found {
  readonly place: Place;
  /** Joined they are the text, or what stands about the first that was found. */
  readonly pieces: readonly Piece[];
}

/** Signs of a text that are shown before the first that was found, and in all. */
const BEFORE = 30;
const LONGEST = 140;

function excerptOf(text: string, spans: readonly Span[]): readonly Piece[] {
  const first = spans[0]?.[0] ?? 0;
  const begins = text.length <= LONGEST || first <= BEFORE ? 0 : text.lastIndexOf(' ', first - BEFORE) + 1;
  const ends = Math.min(text.length, begins + LONGEST);
  const pieces: Piece[] = [];
  let at = begins;
  const add = (to: number, found: boolean) => {
    if (to > at) pieces.push({ text: text.slice(at, to), found });
    at = Math.max(at, to);
  };
  for (const [start, end] of spans) {
    if (start >= ends) break;
    add(start, false);
    add(Math.min(end, ends), true);
  }
  add(ends, false);
  return [
    ...(begins > 0 ? [{ text: '…', found: false }] : []),
    ...pieces,
    ...(ends < text.length ? [{ text: '…', found: false }] : []),
  ];
}

/** The texts of a shot that hold any of the terms, each with those that are looked for in it. */
function holding(view: ShotView, terms: readonly string[]) {
  if (terms.length === 0) return [];
  return textsOf(view).flatMap(({ place, text }) => {
    const sought = place === 'How it was made' ? terms.filter((term) => !SHORT_NUMBER.test(term)) : terms;
    const searched = folded(text);
    return sought.some((term) => searched.includes(term)) ? [{ place, text, sought }] : [];
  });
}

/** At which places of a shot the terms stand, each once: for many shots at a time. */
export const placesOf = (view: ShotView, terms: readonly string[]): readonly Place[] => [
  ...new Set(holding(view, terms).map(({ place }) => place)),
];

/** Where the terms stand in a shot, each text with what is about them. */
export const foundIn = (view: ShotView, terms: readonly string[]): readonly Found[] =>
  holding(view, terms).map(({ place, text, sought }) => ({
    place,
    pieces: excerptOf(text, spansOf(text, sought)),
  }));
