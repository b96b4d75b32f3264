import type { Take } from '@shared/records/index.js';
import { X } from 'lucide-react';
import { CONTEXT, selectShot } from '../../actions/index.js';
import type { ShotView } from '../../board/index.js';
import { Crop } from '../../panel/Crop.js';
import { CUT_MARGIN, regionOf, useCut } from '../../panel/use-cut.js';
import { useDocument } from '../../stores/index.js';
import { type Column, cellOf, keptNear } from './columns.js';
import { ASPECT, titleOf } from './words.js';

interface Props {
  readonly view: ShotView;
  readonly column: Column;
  readonly shots: readonly ShotView[];
  readonly onClose: () => void;
}

/** A cell beside how it should look: what is kept or came as a picture of it, else the nearest frame that keeps it. */
export function Pair({ view, column, shots, onClose }: Props) {
  const takes = useDocument(({ records }) => records.take);
  const { worst } = cellOf(view, column);
  const title = titleOf(column);
  const [kept] = column.subject?.references ?? [];
  const [given] = column.subject?.portraits ?? [];
  const near = keptNear(shots, view, column);
  const factIds = column.subject?.facts.map(({ id }) => id) ?? [];
  return (
    <section className="matrix-pair" aria-label={`${title}, side by side`} data-testid="matrix-pair">
      <figure>
        {kept ? (
          <Crop
            take={takes[kept.takeId] ?? null}
            region={kept.region}
            aspect={ASPECT}
            alt={`Reference of ${title}`}
          />
        ) : given ? (
          <Crop take={given} region={null} aspect={ASPECT} alt={`Picture of ${title}`} />
        ) : near?.pick ? (
          <Shown take={near.pick} factIds={factIds} alt={`${title} in shot ${near.shot.number}`} />
        ) : (
          <p className="faint">No other frame keeps it.</p>
        )}
        <figcaption className="faint">
          {kept
            ? 'kept as a reference'
            : given
              ? 'came with the storyboard'
              : near
                ? `shot ${near.shot.number}`
                : ''}
        </figcaption>
      </figure>
      <figure>
        {view.pick && (
          <Shown take={view.pick} factIds={factIds} alt={`${title} in shot ${view.shot.number}`} />
        )}
        <figcaption>shot {view.shot.number}</figcaption>
      </figure>
      <div className="matrix-words">
        <h3>{title}</h3>
        <p>{worst ? worst.message : 'Nothing is found of it here.'}</p>
        {(column.subject?.facts ?? []).map(({ id, statement }) => (
          <p key={id} className="faint">
            {statement}
          </p>
        ))}
        {!kept && !given && near && (
          <button type="button" className="link" onClick={() => selectShot(CONTEXT, near.shot.id)}>
            Go to shot {near.shot.number}
          </button>
        )}
      </div>
      <button type="button" className="quiet square" aria-label="Close the pair" onClick={onClose}>
        <X size={15} aria-hidden />
      </button>
    </section>
  );
}

function Shown({
  take,
  factIds,
  alt,
}: {
  readonly take: Take;
  readonly factIds: readonly string[];
  readonly alt: string;
}) {
  const cut = useCut(take.id, factIds.length > 0 ? { factIds: [...factIds] } : null);
  return <Crop take={take} region={regionOf(cut)} aspect={ASPECT} margin={CUT_MARGIN} alt={alt} />;
}
