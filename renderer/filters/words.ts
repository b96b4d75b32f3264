/** A filter in the artist's words. */
import type { FindingKind } from '@shared/analysis.js';
import type { List, ShotState, Show, Sort } from '../board/index.js';
import { sceneName } from '../strip/scene-bands.js';
import { findingWords, stateWord } from '../ui/index.js';

export const SHOW_WORDS: Record<Show, string> = {
  all: 'All',
  flagged: 'Flagged',
  unjudged: 'Not judged',
  noted: 'Open notes',
  waiting: 'Waiting',
  approved: 'Approved',
  omitted: 'Out of play',
};

export const SORT_WORDS: Record<Sort, string> = {
  story: 'Story order',
  worst: 'Worst first',
  score: 'Lowest score first',
  stars: 'Most stars first',
  changed: 'Last changed first',
};

export const LIST_WORDS: Record<List, string> = {
  states: 'State',
  kinds: 'Finding',
  characters: 'Character',
  scenes: 'Scene',
};

export function valueWords(list: List, value: string): string {
  if (list === 'states') return stateWord(value as ShotState);
  if (list === 'kinds') return findingWords(value as FindingKind);
  return list === 'scenes' ? sceneName(value) : value;
}

export function starWords(stars: number): string {
  if (stars === 0) return 'Not rated';
  if (stars === 5) return '5 stars';
  return `${stars} or more ${stars === 1 ? 'star' : 'stars'}`;
}
