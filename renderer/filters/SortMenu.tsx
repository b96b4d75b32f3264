import { ArrowDownNarrowWide, Check } from 'lucide-react';
import { DropdownMenu } from 'radix-ui';
import { runAction } from '../actions/index.js';
import { SORTS } from '../board/index.js';
import { useSession } from '../stores/index.js';
import { leaveTakenFocus } from '../ui/index.js';
import { SORT_WORDS } from './words.js';

export function SortMenu() {
  const sort = useSession((session) => session.sort);
  return (
    <DropdownMenu.Root>
      <DropdownMenu.Trigger asChild>
        <button type="button" className="quiet" aria-label={`Sort: ${SORT_WORDS[sort]}`} data-testid="sort">
          <ArrowDownNarrowWide size={15} aria-hidden />
          <span className="bar-word">{SORT_WORDS[sort]}</span>
        </button>
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content
          className="menu"
          align="end"
          sideOffset={6}
          collisionPadding={8}
          onCloseAutoFocus={leaveTakenFocus}
        >
          <DropdownMenu.RadioGroup value={sort}>
            {SORTS.map((one) => (
              <DropdownMenu.RadioItem
                key={one}
                value={one}
                className="menu-item"
                onSelect={() => runAction(`sort-${one}`)}
              >
                <Check size={15} aria-hidden className={one === sort ? '' : 'hidden'} />
                {SORT_WORDS[one]}
              </DropdownMenu.RadioItem>
            ))}
          </DropdownMenu.RadioGroup>
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}
