import {
  type Pictured,
  type Portrait,
  picturedBy,
  type Reference,
  showsSame,
  type Take,
} from '@shared/records/index.js';
import { Trash2 } from 'lucide-react';
import { useState } from 'react';
import { castFirst, framesNear, type ShotView } from '../board/index.js';
import { send } from '../link/index.js';
import { useBoardView, useDocument } from '../stores/index.js';
import { Crop } from './Crop.js';

interface Props {
  /** Whose picture is made. */
  readonly shotId: string;
  readonly chosen: readonly Pictured[];
  /** Pictures that the generator takes. */
  readonly room: number;
  readonly onChange: (to: readonly Pictured[]) => void;
}

/** Other frames that are shown before any words are typed. */
const SHOWN = 12;

/** From the pictures of the cast, from what is kept as a reference, and from the other frames of the strip. */
export function ReferencePicker({ shotId, chosen, room, onChange }: Props) {
  const [words, setWords] = useState('');
  const { views, byId, cast } = useBoardView();
  const takes = useDocument(({ records }) => records.take);
  const table = useDocument(({ records }) => records.reference);
  const kept = Object.values(table).sort((a, b) => a.name.localeCompare(b.name) || a.createdAt - b.createdAt);
  const portraits = useDocument(({ records }) => records.portrait);
  const ofCast = castFirst(Object.values(portraits), byId.get(shotId)?.shot ?? null, cast);
  const frames = framesNear(views, shotId, words).slice(0, SHOWN);
  const isFull = chosen.length >= room;
  const flip = (shown: Pictured) => {
    const one = picturedBy(shown);
    const isOn = chosen.some((other) => showsSame(other, one));
    onChange(isOn ? chosen.filter((other) => !showsSame(other, one)) : [...chosen, one]);
  };
  const face = (one: Pictured, take: Take | Portrait | null, name: string) => {
    const isOn = chosen.some((other) => showsSame(other, one));
    return (
      <button
        type="button"
        className="reference-choice"
        aria-pressed={isOn}
        disabled={isFull && !isOn}
        onClick={() => flip(one)}
      >
        <Crop take={take} region={one.region} aspect={1.6} alt="" />
        <span className="numbers">{name}</span>
      </button>
    );
  };
  const keptItem = (one: Reference) => (
    <li key={one.id}>
      {face(one, takes[one.takeId] ?? null, one.name)}
      <button
        type="button"
        className="reference-off"
        aria-label={`Keep ${one.name} no longer`}
        onClick={() => void send({ type: 'drop-reference', referenceId: one.id })}
      >
        <Trash2 size={12} aria-hidden />
      </button>
    </li>
  );
  const frameItem = ({ shot, pick }: ShotView) =>
    pick && <li key={shot.id}>{face({ takeId: pick.id, region: null }, pick, `Shot ${shot.number}`)}</li>;
  const castItem = (one: Portrait) => (
    <li key={one.id}>{face({ portraitId: one.id, region: null }, one, one.name)}</li>
  );
  return (
    <>
      {ofCast.length > 0 && (
        <>
          <h3>The cast</h3>
          <ul className="reference-grid">{ofCast.map(castItem)}</ul>
        </>
      )}
      <h3>Kept</h3>
      {kept.length > 0 ? (
        <ul className="reference-grid">{kept.map(keptItem)}</ul>
      ) : (
        <p className="faint">Keep a take as a reference where the takes are listed.</p>
      )}
      <h3>Another frame</h3>
      <input
        className="field"
        placeholder="Number, or words of its description"
        aria-label="Find a frame"
        value={words}
        onChange={(event) => setWords(event.target.value)}
      />
      {frames.length > 0 ? (
        <ul className="reference-grid">{frames.map(frameItem)}</ul>
      ) : (
        <p className="faint">No other frame is found.</p>
      )}
    </>
  );
}
