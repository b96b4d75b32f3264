/** Which shots are shown: every part of a filter that is set must hold. */
import type { FindingKind } from '@shared/analysis.js';
import { isInPlay } from '@shared/records/index.js';
import type { BoardView } from './board-view.js';
import { charactersOf } from './cast.js';
import { hasOpenNotes } from './notes.js';
import { holdsWords } from './search.js';
import type { ShotState, ShotView } from './shot-view.js';
import { tallyOf } from './tally.js';
import { termsOf } from './words.js';

export const SHOWS = ['all', 'flagged', 'unjudged', 'noted', 'waiting', 'approved', 'omitted'] as const;

/** The shots that are shown before anything else narrows them. */
export type Show = (typeof SHOWS)[number];

/** An empty list or text asks for nothing; within a list any one of it is enough. */
export interface ShotFilter {
  readonly show: Show;
  /** Without those that were rejected. */
  readonly survivors: boolean;
  readonly states: readonly ShotState[];
  readonly kinds: readonly FindingKind[];
  /** Names of characters that the description speaks of. */
  readonly characters: readonly string[];
  readonly scenes: readonly string[];
  /** At least so many stars, 1–5; 0 = not rated; null = any. */
  readonly stars: number | null;
  /** Each word must be in the number, description, prompt, notes or how the picture was made. */
  readonly words: string;
  /** From one shot to another in story order, by their ids; null = all. Not kept under a name: it is of one board. */
  readonly stretch: { readonly from: string; readonly to: string } | null;
}

export const NO_FILTER: ShotFilter = {
  show: 'all',
  survivors: false,
  states: [],
  kinds: [],
  characters: [],
  scenes: [],
  stars: null,
  words: '',
  stretch: null,
};

/** It is a part of the story. */
export const inPlay = ({ shot }: ShotView): boolean => isInPlay(shot);

const LACKS_PICTURE: ReadonlySet<ShotState> = new Set(['missing-image', 'no-picture']);

/** Waits for the artist: approved elsewhere, out of date, or undecided with something found or suggested; and nothing under way. */
export const isWaiting = (view: ShotView): boolean =>
  inPlay(view) &&
  !view.request &&
  (view.again !== null ||
    view.outOfDate !== null ||
    (view.shot.status === 'pending' &&
      (view.findings.length > 0 || view.suggestion !== null || LACKS_PICTURE.has(view.state))));

export const isFlagged = (view: ShotView): boolean => view.findings.length > 0;

/** The judge said nothing of most of its description: neither flagged nor clean. */
export const isUnjudged = (view: ShotView): boolean =>
  inPlay(view) && (view.sign === 'unjudged' || view.summary?.state === 'failed');

export const survives = ({ shot }: ShotView): boolean => shot.status !== 'rejected';

const IS_SHOWN: Record<Show, (view: ShotView) => boolean> = {
  all: () => true,
  flagged: isFlagged,
  unjudged: isUnjudged,
  noted: (view) => inPlay(view) && hasOpenNotes(view),
  waiting: isWaiting,
  approved: (view) => inPlay(view) && view.shot.status === 'approved',
  omitted: (view) => !inPlay(view),
};

export const holdsStars = (stars: number, wanted: number): boolean =>
  wanted === 0 ? stars === 0 : stars >= wanted;

/** The lists of a filter, and what a shot has of each. */
export const LISTS = {
  states: (view: ShotView) => [view.state],
  kinds: (view: ShotView) => view.findings.map(({ kind }) => kind),
  characters: (view: ShotView, board: BoardView) => charactersOf(view.shot, board.cast),
  scenes: ({ shot }: ShotView) => (shot.scene === null ? [] : [shot.scene]),
} satisfies Record<string, (view: ShotView, board: BoardView) => readonly string[]>;

export type List = keyof typeof LISTS;
const LIST_NAMES = Object.keys(LISTS) as List[];

/** Something besides `show` narrows what is shown. */
export const isNarrowed = ({ show, ...parts }: ShotFilter): boolean =>
  parts.survivors ||
  parts.stars !== null ||
  parts.words.trim() !== '' ||
  parts.stretch !== null ||
  LIST_NAMES.some((list) => parts[list].length > 0);

/** A filter is set, whether or not a shot misses it now. */
export const hides = (filter: ShotFilter): boolean => filter.show !== 'all' || isNarrowed(filter);

/** From which shot to which, by their places; where one of them is gone, from the beginning or to the end. */
export function stretchPlaces(
  { byId, views }: BoardView,
  { from, to }: NonNullable<ShotFilter['stretch']>,
): readonly [first: number, last: number] {
  const at = (id: string, otherwise: number): number => byId.get(id)?.shot.position ?? otherwise;
  const ends = [at(from, 0), at(to, views.length - 1)] as const;
  return [Math.min(...ends), Math.max(...ends)];
}

/** In story order. */
export function keptShots(board: BoardView, filter: ShotFilter): readonly ShotView[] {
  if (!hides(filter)) return board.views;
  const terms = termsOf(filter.words);
  const asked = LIST_NAMES.filter((list) => filter[list].length > 0);
  const holdsList = (view: ShotView) => (list: List) => {
    const wanted: readonly string[] = filter[list];
    return LISTS[list](view, board).some((has) => wanted.includes(has));
  };
  const [first, last] = filter.stretch ? stretchPlaces(board, filter.stretch) : [0, Number.POSITIVE_INFINITY];
  return board.views.filter(
    (view) =>
      view.shot.position >= first &&
      view.shot.position <= last &&
      IS_SHOWN[filter.show](view) &&
      (!filter.survivors || survives(view)) &&
      (filter.stars === null || holdsStars(view.shot.stars, filter.stars)) &&
      asked.every(holdsList(view)) &&
      holdsWords(view, terms),
  );
}

const tallyShows = tallyOf(IS_SHOWN);

/** How many shots each of them would show, given the rest of the filter. */
export const countShows = (board: BoardView, filter: ShotFilter): Readonly<Record<Show, number>> =>
  tallyShows(keptShots(board, { ...filter, show: 'all' }));

/** How many shots each choice would show, given the rest of the filter. */
export interface Choices {
  /** By value, in story order of first appearance; what is chosen is listed even where no shot has it. */
  readonly lists: Readonly<Record<List, ReadonlyMap<string, number>>>;
  /** At least so many stars, by the number; 0 = not rated. */
  readonly stars: readonly number[];
}

export function choicesOf(board: BoardView, filter: ShotFilter): Choices {
  const counts = (list: List): ReadonlyMap<string, number> => {
    const rest = new Set(keptShots(board, { ...filter, [list]: [] }));
    const found = new Map<string, number>();
    for (const view of board.views)
      for (const value of new Set(LISTS[list](view, board)))
        found.set(value, (found.get(value) ?? 0) + Number(rest.has(view)));
    for (const value of filter[list]) if (!found.has(value)) found.set(value, 0);
    return found;
  };
  const rated = keptShots(board, { ...filter, stars: null });
  return {
    lists: {
      states: counts('states'),
      kinds: counts('kinds'),
      characters: counts('characters'),
      scenes: counts('scenes'),
    },
    stars: [0, 1, 2, 3, 4, 5].map(
      (wanted) => rated.filter(({ shot }) => holdsStars(shot.stars, wanted)).length,
    ),
  };
}
