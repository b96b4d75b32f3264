import type { Pictured, Records } from '@shared/records/index.js';
import { pictureOf, showsSame } from '@shared/records/index.js';
import { X } from 'lucide-react';
import { useBoardView, useDocument } from '../stores/index.js';
import { Crop } from './Crop.js';
import './references.css';

/** "Mira", "shot 3", "a part of shot 3". */
function nameOf(one: Pictured, records: Records, numberOf: (shotId: string) => string): string {
  const { take, reference, portrait } = records;
  if ('portraitId' in one) return portrait[one.portraitId]?.name ?? '?';
  const kept = Object.values(reference).find((each) => showsSame(each, one));
  if (kept) return kept.name;
  const shot = take[one.takeId]?.shotId;
  return `${one.region ? 'a part of ' : ''}shot ${shot ? numberOf(shot) : '?'}`;
}

/** What a picture should look like is called. */
export function useReferenceName(): (one: Pictured) => string {
  const records = useDocument((mirror) => mirror.records);
  const { byId } = useBoardView();
  return (one) => nameOf(one, records, (shotId) => byId.get(shotId)?.shot.number ?? '?');
}

interface Props {
  readonly references: readonly Pictured[];
  readonly onRemove?: (at: number) => void;
}

/** The pictures that a new one should look like. */
export function ReferenceThumbs({ references, onRemove }: Props) {
  const records = useDocument((mirror) => mirror.records);
  const nameIt = useReferenceName();
  if (references.length === 0) return null;
  return (
    <ul className="references" aria-label="Pictures to look like" data-testid="references">
      {references.map((one, at) => {
        const name = nameIt(one);
        return (
          <li key={JSON.stringify(one)} title={name}>
            <Crop take={pictureOf(records, one)} region={one.region} aspect={1.5} alt={name} />
            {onRemove && (
              <button
                type="button"
                className="reference-off"
                aria-label={`Do not look at ${name}`}
                onClick={() => onRemove(at)}
              >
                <X size={12} aria-hidden />
              </button>
            )}
          </li>
        );
      })}
    </ul>
  );
}
