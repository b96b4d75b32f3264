import { type ClaimKind, claimKind } from '@shared/records/index.js';
import { Plus } from 'lucide-react';
import { Popover } from 'radix-ui';
import { useState } from 'react';
import { send } from '../link/index.js';
import { Tip } from '../ui/index.js';

/** One more thing to ask of the picture. */
export function AddClaim({ shotId }: { shotId: string }) {
  const [open, setOpen] = useState(false);
  const [text, setText] = useState('');
  const [kind, setKind] = useState<ClaimKind>('attribute');
  const add = async () => {
    if (!text.trim()) return;
    setOpen(false);
    if (await send({ type: 'add-claim', shotId, kind, text: text.trim() })) setText('');
  };
  return (
    <Popover.Root open={open} onOpenChange={setOpen}>
      <Tip text="Ask something else">
        <Popover.Trigger asChild>
          <button type="button" className="quiet after-text" aria-label="Ask something else">
            <Plus size={15} aria-hidden />
          </button>
        </Popover.Trigger>
      </Tip>
      <Popover.Portal>
        <Popover.Content
          className="float"
          side="left"
          sideOffset={8}
          collisionPadding={12}
          aria-label="Ask something else"
        >
          <form
            className="claim-form"
            onSubmit={(event) => {
              event.preventDefault();
              void add();
            }}
          >
            <label>
              <span className="faint">A statement the picture should keep</span>
              <input
                className="field"
                placeholder="the lantern is lit"
                value={text}
                maxLength={300}
                onChange={(event) => setText(event.target.value)}
              />
            </label>
            <div className="row">
              <label className="row">
                <span className="faint">Kind</span>
                <select
                  className="field"
                  value={kind}
                  onChange={(event) => setKind(event.target.value as ClaimKind)}
                >
                  {claimKind.options.map((one) => (
                    <option key={one}>{one}</option>
                  ))}
                </select>
              </label>
              <button type="submit" className="button" disabled={!text.trim()}>
                Ask
              </button>
            </div>
          </form>
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}
