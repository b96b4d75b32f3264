import { type ClaimKind, claimKind } from '@shared/records/index.js';
import { Plus } from 'lucide-react';
import { Popover } from 'radix-ui';
import { useState } from 'react';
import { DraftMark, useWords } from '../drafts/index.js';
import { send } from '../link/index.js';
import { Float, Tip } from '../ui/index.js';

/** One more thing to ask of the picture. */
export function AddClaim({ shotId }: { shotId: string }) {
  const [open, setOpen] = useState(false);
  const words = useWords(shotId, 'claim', '');
  const kind = useWords(shotId, 'claim-kind', 'attribute');
  const text = words.text.trim();
  const discard = () => {
    words.discard();
    kind.discard();
  };
  const add = async () => {
    if (!text) return;
    setOpen(false);
    if (await send({ type: 'add-claim', shotId, kind: kind.text as ClaimKind, text })) {
      words.settle(words.text);
      kind.settle(kind.text);
    }
  };
  return (
    <Popover.Root open={open} onOpenChange={setOpen}>
      <Tip text="Ask something else">
        <Popover.Trigger asChild>
          <button
            type="button"
            className="quiet after-text"
            aria-label={words.isDraft ? 'Ask something else, draft' : 'Ask something else'}
            data-draft={words.isDraft || undefined}
          >
            <Plus size={15} aria-hidden />
          </button>
        </Popover.Trigger>
      </Tip>
      <Float label="Ask something else">
        <form
          className="claim-form"
          onSubmit={(event) => {
            event.preventDefault();
            void add();
          }}
        >
          <label>
            <span className="faint">What the picture should show</span>
            <input
              className="field"
              placeholder="the lantern is lit"
              value={words.text}
              maxLength={300}
              onChange={(event) => words.write(event.target.value)}
            />
          </label>
          <div className="row">
            <label className="row">
              <span className="faint">Kind</span>
              <select
                className="field"
                value={kind.text}
                onChange={(event) => kind.write(event.target.value)}
              >
                {claimKind.options.map((one) => (
                  <option key={one}>{one}</option>
                ))}
              </select>
            </label>
            {words.isDraft && <DraftMark onDiscard={discard} />}
            <button type="submit" className="button" disabled={!text}>
              Ask
            </button>
          </div>
        </form>
      </Float>
    </Popover.Root>
  );
}
