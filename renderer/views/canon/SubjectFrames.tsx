import { X } from 'lucide-react';
import { useState } from 'react';
import { CONTEXT, selectShot } from '../../actions/index.js';
import { narrowed, type ShotView, type Subject, worstOf } from '../../board/index.js';
import { send } from '../../link/index.js';
import { Crop } from '../../panel/Crop.js';
import { CUT_MARGIN, regionOf, useCut } from '../../panel/use-cut.js';
import { useDocument, useShot } from '../../stores/index.js';
import { SignMark } from '../../ui/index.js';

interface Props {
  readonly subject: Subject;
  /** Its name, as a heading has it. */
  readonly called: string;
  /** Those that speak of it. */
  readonly shots: readonly ShotView[];
  readonly writable: boolean;
}

/** Frames that are shown at first, and as many more each time they are asked for. */
const AT_FIRST = 6;
const MORE = 24;
const ASPECT = 1.4;

/** Pictures of somebody or something: what came with the storyboard, what is kept, and the frames, cut to them. */
export function SubjectFrames({ subject, called, shots, writable }: Props) {
  const takes = useDocument(({ records }) => records.take);
  const [most, setMost] = useState(AT_FIRST);
  const [onlyOff, setOnlyOff] = useState(false);
  const off = shots.filter((view) => worstOf(view, subject) !== undefined);
  const { references, portraits } = subject;
  if (references.length + portraits.length + shots.length === 0) return null;
  const shown = narrowed(shots, off, onlyOff);
  const left = shown.length - most;
  return (
    <ul className="canon-frames">
      {portraits.map((one) => (
        <li key={one.id} className="canon-reference" title={`${one.path}, which came with the storyboard`}>
          <Crop take={one} region={null} aspect={ASPECT} alt={`Picture of ${called}`} />
          <span className="faint">given</span>
        </li>
      ))}
      {references.map((one) => (
        <li key={one.id} className="canon-reference">
          <Crop
            take={takes[one.takeId] ?? null}
            region={one.region}
            aspect={ASPECT}
            alt={`Reference of ${called}`}
          />
          <span className="faint">kept</span>
          <button
            type="button"
            className="reference-off"
            disabled={!writable}
            aria-label={`Keep this reference of ${called} no longer`}
            onClick={() => void send({ type: 'drop-reference', referenceId: one.id })}
          >
            <X size={12} aria-hidden />
          </button>
        </li>
      ))}
      {shown.slice(0, most).map((view) => (
        <ShotFrame key={view.shot.id} view={view} subject={subject} />
      ))}
      {left > 0 && (
        <li>
          <button type="button" className="canon-more" onClick={() => setMost(most + MORE)}>
            {left} more
          </button>
        </li>
      )}
      {off.length > 0 && off.length < shots.length && (
        <li>
          <button
            type="button"
            className="canon-more"
            aria-pressed={onlyOff}
            title={`Only shots where something is found of ${called}`}
            onClick={() => setOnlyOff(!onlyOff)}
          >
            {off.length} found
          </button>
        </li>
      )}
    </ul>
  );
}

/** One frame, with the sign of the worst that is found of the subject there. */
function ShotFrame({ view, subject }: { readonly view: ShotView; readonly subject: Subject }) {
  const here = useShot();
  const { shot, pick } = view;
  const factIds = subject.facts.map(({ id }) => id);
  const cut = useCut(pick?.id ?? '', pick && factIds.length > 0 ? { factIds } : null);
  const worst = worstOf(view, subject);
  const isWhole = cut === 'whole' && pick !== null;
  const name = `Shot ${shot.number}${isWhole ? ', the whole frame' : ''}`;
  return (
    <li title={worst ? `${name}. ${worst.message}` : name}>
      <button
        type="button"
        aria-label={`Go to shot ${shot.number}`}
        aria-current={shot.id === here?.shot.id}
        onClick={() => selectShot(CONTEXT, shot.id)}
      >
        <Crop take={pick} region={regionOf(cut)} aspect={ASPECT} margin={CUT_MARGIN} alt="" />
        <span className="numbers">
          {shot.number} {worst && <SignMark sign={worst.severity} />}{' '}
          {isWhole && <span className="faint">whole</span>}
        </span>
      </button>
    </li>
  );
}
