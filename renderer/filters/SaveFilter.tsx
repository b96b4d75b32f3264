import { Popover } from 'radix-ui';
import { useState } from 'react';
import { keptFilter } from '../board/index.js';
import { send } from '../link/index.js';
import { say, useDocument, useSession } from '../stores/index.js';
import { ActionButton, Float } from '../ui/index.js';

/** Signs of a name. */
const LONGEST = 60;

function NameForm() {
  const saved = useDocument(({ records }) => records.savedFilter);
  const hasStretch = useSession(({ filter }) => filter.stretch !== null);
  const [name, setName] = useState('');
  const called = name.trim();
  const isThere = Object.values(saved).some((one) => one.name === called);
  const save = async () => {
    const { stretch: _, ...filter } = keptFilter.parse(useSession.getState().filter);
    if (called === '' || !(await send({ type: 'save-filter', name: called, filter }))) return;
    useSession.setState({ menu: null });
    say('done', `The filter “${called}” is saved with the review.`);
  };
  return (
    <form
      className="claim-form"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <label>
        <span className="faint">Name of the filter</span>
        <input
          className="field"
          value={name}
          maxLength={LONGEST}
          onChange={(event) => setName(event.target.value)}
        />
      </label>
      {hasStretch && <p className="faint">From which shot to which is not saved with it.</p>}
      {isThere && <p className="faint">There is one of that name: it becomes this.</p>}
      <div className="claim-buttons">
        <button type="submit" className="button" disabled={called === ''}>
          {isThere ? 'Replace' : 'Save'}
        </button>
      </div>
    </form>
  );
}

/** Gives what narrows the shots a name. */
export function SaveFilter() {
  const open = useSession((session) => session.menu === 'save-filter');
  return (
    <Popover.Root open={open} onOpenChange={(to) => useSession.setState({ menu: to ? 'save-filter' : null })}>
      <Popover.Anchor asChild>
        <span>
          <ActionButton action="save-filter" className="quiet" testId="save-filter">
            Save…
          </ActionButton>
        </span>
      </Popover.Anchor>
      <Float label="Save the filter" side="bottom" align="start" sideOffset={6}>
        <NameForm />
      </Float>
    </Popover.Root>
  );
}
