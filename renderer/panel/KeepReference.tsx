import { boundsOf } from '@shared/mask/index.js';
import type { Take } from '@shared/records/index.js';
import { Bookmark } from 'lucide-react';
import { Popover } from 'radix-ui';
import { useState } from 'react';
import { charactersOf, type ShotView } from '../board/index.js';
import { send } from '../link/index.js';
import { useBoardView, useDocument, useSession } from '../stores/index.js';
import { Float, Tip } from '../ui/index.js';

interface Props {
  readonly view: ShotView;
  readonly take: Take;
  /** "take 2". */
  readonly name: string;
}

/** Keeps a take, or the part of it that is marked, to show generators how somebody or something looks. */
export function KeepReference({ view, take, name }: Props) {
  const [isOpen, setOpen] = useState(false);
  return (
    <Popover.Root open={isOpen} onOpenChange={setOpen}>
      <Tip text="Use as reference">
        <Popover.Trigger asChild>
          <button type="button" className="quiet square" aria-label={`Use ${name} as reference`}>
            <Bookmark size={15} aria-hidden />
          </button>
        </Popover.Trigger>
      </Tip>
      <Float label={`Use ${name} as reference`}>
        <Form view={view} take={take} onKept={() => setOpen(false)} />
      </Float>
    </Popover.Root>
  );
}

interface FormProps extends Omit<Props, 'name'> {
  readonly onKept: () => void;
}

function Form({ view, take, onKept }: FormProps) {
  const { cast } = useBoardView();
  const facts = useDocument(({ records }) => records.fact);
  const mask = useSession((session) => session.drafts[take.id]?.mask ?? null);
  const part = mask && boundsOf(mask, take);
  const [isPart, setPart] = useState(true);
  const [who, setWho] = useState(charactersOf(view.shot, cast)[0] ?? '');
  const names = [...new Set(Object.values(facts).map((fact) => fact.name))].filter(Boolean);
  const keep = async () => {
    const region = isPart ? part : null;
    if (await send({ type: 'keep-reference', takeId: take.id, region, name: who.trim() })) onKept();
  };
  return (
    <form
      className="claim-form"
      onSubmit={(event) => {
        event.preventDefault();
        void keep();
      }}
    >
      <label>
        <span className="faint">Who or what it shows</span>
        <input
          className="field"
          list="reference-names"
          value={who}
          maxLength={100}
          onChange={(event) => setWho(event.target.value)}
        />
        <datalist id="reference-names">
          {names.map((one) => (
            <option key={one} value={one} />
          ))}
        </datalist>
      </label>
      {part ? (
        <label className="row">
          <input type="checkbox" checked={isPart} onChange={(event) => setPart(event.target.checked)} />
          Only the marked part
        </label>
      ) : (
        <p className="faint">The whole picture. Mark a part of it first to keep only that.</p>
      )}
      <div className="claim-buttons">
        <button type="submit" className="button" disabled={who.trim() === ''}>
          Keep
        </button>
      </div>
    </form>
  );
}
