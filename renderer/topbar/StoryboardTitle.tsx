import { Popover } from 'radix-ui';
import { useState } from 'react';
import { send } from '../link/index.js';
import { useDocument, useSession } from '../stores/index.js';

/** The storyboard's name; clicked, where it came from and a new name for it. */
export function StoryboardTitle() {
  const storyboard = useDocument((mirror) => Object.values(mirror.records.storyboard)[0]);
  const writable = useDocument((mirror) => mirror.readOnly === null);
  const sources = useSession((session) => session.info?.sources);
  const [open, setOpen] = useState(false);
  if (!storyboard) return null;
  const rename = (form: HTMLFormElement) => {
    const title = String(new FormData(form).get('title') ?? '').trim();
    setOpen(false);
    if (title && title !== storyboard.title) void send({ type: 'rename', title });
  };
  return (
    <Popover.Root open={open} onOpenChange={setOpen}>
      <Popover.Trigger asChild>
        <button type="button" className="topbar-title">
          <h1>{storyboard.title}</h1>
        </button>
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content className="float" align="start" sideOffset={6} aria-label="Storyboard">
          <form
            className="title-form"
            onSubmit={(event) => {
              event.preventDefault();
              rename(event.currentTarget);
            }}
          >
            <label htmlFor="title">Name</label>
            <input
              id="title"
              name="title"
              className="field"
              defaultValue={storyboard.title}
              maxLength={200}
              readOnly={!writable}
            />
            <p className="faint">
              From {storyboard.source.name}, read as{' '}
              {sources?.[storyboard.source.format] ?? storyboard.source.format}.
            </p>
            {storyboard.styleBrief && <p className="selectable">{storyboard.styleBrief}</p>}
            {writable && (
              <button type="submit" className="button">
                Rename
              </button>
            )}
          </form>
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}
