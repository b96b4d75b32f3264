import { gapsTold } from '@shared/gaps.js';
import { FileWarning } from 'lucide-react';
import { Popover } from 'radix-ui';
import { useMemo } from 'react';
import { currentBoardView, useAppState, useDocument } from '../stores/index.js';
import { Float } from '../ui/index.js';

/** What the source leaves out, and why; and the shots that lack something to be judged. */
export function SkippedNote() {
  const skipped = useDocument((mirror) => mirror.skipped);
  const lacking = useAppState((state) => currentBoardView(state).lacking);
  const gaps = useMemo(() => gapsTold(lacking), [lacking]);
  if (skipped.length + gaps.length === 0) return null;
  const words = skipped.length > 0 ? `${skipped.length} left out` : 'Shots lack something';
  return (
    <Popover.Root>
      <Popover.Trigger asChild>
        <button type="button" className="quiet topbar-skipped" aria-label={words}>
          <FileWarning size={16} aria-hidden />
          <span>{words}</span>
        </button>
      </Popover.Trigger>
      <Float label="Left out" side="bottom" align="start" sideOffset={6}>
        {gaps.map((gap) => (
          <p key={gap} className="selectable">
            {gap}
          </p>
        ))}
        {skipped.length > 0 && (
          <>
            <h3>Left out</h3>
            <ul className="float-list selectable">
              {skipped.map(({ name, reason }) => (
                <li key={`${name} ${reason}`}>
                  <strong>{name}</strong> <span className="faint">{reason}</span>
                </li>
              ))}
            </ul>
          </>
        )}
      </Float>
    </Popover.Root>
  );
}
