import { ListFilter, Star } from 'lucide-react';
import { Popover } from 'radix-ui';
import type { ReactNode } from 'react';
import { choicesOf, type List } from '../board/index.js';
import { useBoardView, useSession } from '../stores/index.js';
import { Float } from '../ui/index.js';
import { toggled } from './chips.js';
import { SavedFilters } from './SavedFilters.js';
import { LIST_WORDS, starWords, valueWords } from './words.js';

interface ChoiceProps {
  /** What it asks for, in full. */
  readonly words: string;
  /** What stands on it; default: the words. */
  readonly children?: ReactNode;
  readonly count: number;
  readonly on: boolean;
  readonly onFlip: () => void;
}

function Choice({ words, children = words, count, on, onFlip }: ChoiceProps) {
  return (
    <button
      type="button"
      className="chip"
      aria-pressed={on}
      aria-label={`${words}, ${count}`}
      disabled={count === 0 && !on}
      onClick={onFlip}
    >
      {children} <span className="numbers faint">{count}</span>
    </button>
  );
}

/** What can be asked of the shots. Each choice says how many it would show. */
function FilterForm() {
  const board = useBoardView();
  const filter = useSession((session) => session.filter);
  const { lists, stars } = choicesOf(board, filter);
  const set = (next: typeof filter) => useSession.setState({ filter: next });
  return (
    <form className="filter-form" onSubmit={(event) => event.preventDefault()}>
      <label>
        <span className="unseen">Search number, description, prompt, notes and how it was made</span>
        <input
          className="field"
          type="search"
          placeholder="Number, description, prompt, notes, how it was made"
          value={filter.words}
          maxLength={200}
          onChange={(event) => set({ ...filter, words: event.target.value })}
        />
      </label>
      <SavedFilters />
      {(Object.keys(LIST_WORDS) as List[]).map(
        (list) =>
          lists[list].size > 0 && (
            <fieldset key={list} className="filter-group">
              <legend>{LIST_WORDS[list]}</legend>
              {[...lists[list]].map(([value, count]) => (
                <Choice
                  key={value}
                  words={valueWords(list, value)}
                  count={count}
                  on={(filter[list] as readonly string[]).includes(value)}
                  onFlip={() => set(toggled(filter, list, value))}
                />
              ))}
            </fieldset>
          ),
      )}
      <fieldset className="filter-group">
        <legend>Stars</legend>
        {stars.map((count, wanted) => (
          <Choice
            // biome-ignore lint/suspicious/noArrayIndexKey: the number of stars is the choice
            key={wanted}
            words={starWords(wanted)}
            count={count}
            on={filter.stars === wanted}
            onFlip={() => set({ ...filter, stars: filter.stars === wanted ? null : wanted })}
          >
            {wanted === 0 ? (
              starWords(0)
            ) : (
              <>
                <Star size={12} aria-hidden /> {wanted === 5 ? '5' : `${wanted}+`}
              </>
            )}
          </Choice>
        ))}
      </fieldset>
    </form>
  );
}

export function FilterMenu() {
  const open = useSession((session) => session.menu === 'filter');
  return (
    <Popover.Root open={open} onOpenChange={(to) => useSession.setState({ menu: to ? 'filter' : null })}>
      <Popover.Trigger asChild>
        <button type="button" className="quiet" aria-label="Filter" title="Filter" data-testid="filter">
          <ListFilter size={15} aria-hidden />
          <span className="bar-word">Filter</span>
        </button>
      </Popover.Trigger>
      <Float label="Filter the shots" className="filter-menu" side="bottom" align="start" sideOffset={6}>
        <FilterForm />
      </Float>
    </Popover.Root>
  );
}
