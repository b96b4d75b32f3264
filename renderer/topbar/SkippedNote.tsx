import { Popover } from 'radix-ui';
import { useDocument } from '../stores/index.js';
import { Float } from '../ui/index.js';

/** What the import left out, and why. */
export function SkippedNote() {
  const skipped = useDocument((mirror) => mirror.skipped);
  if (skipped.length === 0) return null;
  return (
    <Popover.Root>
      <Popover.Trigger asChild>
        <button type="button" className="quiet">
          {skipped.length} left out
        </button>
      </Popover.Trigger>
      <Float label="Left out" side="bottom" align="start" sideOffset={6}>
        <h3>Left out when it was opened</h3>
        <ul className="float-list selectable">
          {skipped.map(({ name, reason }) => (
            <li key={`${name} ${reason}`}>
              <strong>{name}</strong> <span className="faint">{reason}</span>
            </li>
          ))}
        </ul>
      </Float>
    </Popover.Root>
  );
}
