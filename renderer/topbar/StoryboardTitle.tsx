import { Popover } from 'radix-ui';
import { useState } from 'react';
import { DraftMark, useWords } from '../drafts/index.js';
import { send } from '../link/index.js';
import { useDocument, useSession } from '../stores/index.js';
import { Float } from '../ui/index.js';

/** The storyboard's name; clicked, where it came from and a new name for it. */
export function StoryboardTitle() {
  const storyboard = useDocument((mirror) => Object.values(mirror.records.storyboard)[0]);
  const writable = useDocument((mirror) => mirror.readOnly === null);
  const sources = useSession((session) => session.info?.sources);
  const [open, setOpen] = useState(false);
  const { text, isDraft, write, discard, settle } = useWords('', 'title', storyboard?.title ?? '');
  if (!storyboard) return null;
  const rename = async () => {
    const title = text.trim();
    if (!title) return;
    setOpen(false);
    if (!isDraft || (await send({ type: 'rename', title }))) settle(text);
  };
  return (
    <Popover.Root open={open} onOpenChange={setOpen}>
      <Popover.Trigger asChild>
        <button type="button" className="topbar-title" data-draft={isDraft || undefined}>
          <h1>{storyboard.title}</h1>
        </button>
      </Popover.Trigger>
      <Float label="Storyboard" side="bottom" align="start" sideOffset={6}>
        <form
          className="title-form"
          onSubmit={(event) => {
            event.preventDefault();
            void rename();
          }}
        >
          <label htmlFor="title">Name</label>
          <input
            id="title"
            className="field"
            value={text}
            maxLength={200}
            readOnly={!writable}
            onChange={(event) => write(event.target.value)}
          />
          <p className="faint">
            From {storyboard.source.name}, read as{' '}
            {sources?.[storyboard.source.format] ?? storyboard.source.format}.
          </p>
          {storyboard.styleBrief && <p className="selectable">{storyboard.styleBrief}</p>}
          {writable && (
            <div className="claim-buttons">
              {isDraft && <DraftMark onDiscard={discard} />}
              <button type="submit" className="button" disabled={text.trim() === ''}>
                Rename
              </button>
            </div>
          )}
        </form>
      </Float>
    </Popover.Root>
  );
}
