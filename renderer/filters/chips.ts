import type { List, ShotFilter } from '../board/index.js';
import { LIST_WORDS, starWords, valueWords } from './words.js';

/** One part of a filter that can be removed by itself. */
interface Chip {
  readonly key: string;
  /** What it asks about; '' where the words say it. */
  readonly about: string;
  readonly words: string;
  /** The filter without it. */
  readonly without: ShotFilter;
}

/** A filter's parts, in the order in which they are set; `show` has its own buttons. `numberOf`: a shot's number, by its id. */
export function chipsOf(filter: ShotFilter, numberOf: (shotId: string) => string): readonly Chip[] {
  const { words, stars, survivors, stretch } = filter;
  const lists = (Object.keys(LIST_WORDS) as List[]).flatMap((list) =>
    filter[list].map(
      (value: string): Chip => ({
        key: `${list} ${value}`,
        about: LIST_WORDS[list],
        words: valueWords(list, value),
        without: toggled(filter, list, value),
      }),
    ),
  );
  return [
    ...(words.trim()
      ? [{ key: 'words', about: '', words: `“${words.trim()}”`, without: { ...filter, words: '' } }]
      : []),
    ...(survivors
      ? [{ key: 'survivors', about: '', words: 'Survivors only', without: { ...filter, survivors: false } }]
      : []),
    ...(stretch
      ? [
          {
            key: 'stretch',
            about: '',
            words: `Shots ${numberOf(stretch.from)} to ${numberOf(stretch.to)}`,
            without: { ...filter, stretch: null },
          },
        ]
      : []),
    ...lists,
    ...(stars === null
      ? []
      : [{ key: 'stars', about: '', words: starWords(stars), without: { ...filter, stars: null } }]),
  ];
}

/** The filter with the value in its list, or without it where it was. */
export function toggled(filter: ShotFilter, list: List, value: string): ShotFilter {
  const now: readonly string[] = filter[list];
  const next = now.includes(value) ? now.filter((other) => other !== value) : [...now, value];
  return { ...filter, [list]: next };
}
