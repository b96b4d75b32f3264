import { MOST_REFERENCES, type Pictured } from '@shared/records/index.js';
import { Popover } from 'radix-ui';
import type { Proposal } from '../board/index.js';
import type { Draft } from '../stores/index.js';
import { count, Float } from '../ui/index.js';
import { ReferencePicker } from './ReferencePicker.js';
import { ReferenceThumbs } from './ReferenceThumbs.js';

interface Props {
  readonly proposal: Proposal;
  /** The generator that is chosen, and how many pictures it has room for. */
  readonly generator: { readonly name: string; readonly room: number } | null;
  readonly change: (part: Partial<Draft>) => void;
  readonly writable: boolean;
}

/** What the new picture should look like, where the generator can look at other pictures. */
export function ReferencesRow({ proposal: { take, references }, generator, change, writable }: Props) {
  const room = Math.min(generator?.room ?? 0, MOST_REFERENCES);
  if (room === 0 && references.length === 0) return null;
  const set = (to: readonly Pictured[]) => change({ references: to });
  const name = generator?.name ?? 'This generator';
  const tooMany =
    room === 0
      ? `${name} cannot look at other pictures for this one.`
      : `${name} has room for ${count(room, 'picture')} here.`;
  return (
    <div className="row reference-row">
      {references.length > 0 && <span className="faint">Looks like</span>}
      <ReferenceThumbs
        references={references}
        onRemove={(at) => set(references.filter((_, n) => n !== at))}
      />
      {room > 0 && (
        <Popover.Root>
          <Popover.Trigger asChild>
            <button type="button" className="quiet part-button" data-testid="refer" disabled={!writable}>
              {references.length > 0 ? 'Others…' : 'Look like…'}
            </button>
          </Popover.Trigger>
          <Float label="Pictures to look like" className="reference-picker">
            <ReferencePicker shotId={take.shotId} chosen={references} room={room} onChange={set} />
          </Float>
        </Popover.Root>
      )}
      {references.length > room && <span className="wrong">{tooMany}</span>}
    </div>
  );
}
