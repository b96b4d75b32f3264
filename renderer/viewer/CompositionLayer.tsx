import type { Composition } from '@shared/composition/index.js';
import { boxStyle, percent, placed } from '@shared/over-picture.js';
import { percent as said } from '@shared/percent.js';
import type { Take } from '@shared/records/index.js';
import { hasNoRoomAbove } from './over-picture.js';
import './composition.css';

interface Props {
  readonly composition: Composition;
  readonly take: Pick<Take, 'width' | 'height'>;
}

/** The subject with its size of shot, where one looks first, the room above a head, and how level lines run. */
export function CompositionLayer({ composition, take }: Props) {
  const { subject, size, point, headroom, horizon } = composition;
  return (
    <div className="layer composition" data-testid="composition">
      {horizon && <HorizonLine horizon={horizon} shape={take.width / Math.max(1, take.height)} />}
      {subject && headroom !== null && (
        <div
          className="composition-headroom"
          style={{ left: percent(subject.region.x + subject.region.width / 2), height: percent(headroom) }}
        >
          <span className="numbers">{said(headroom)}</span>
        </div>
      )}
      {subject && (
        <div
          className={`composition-subject ${hasNoRoomAbove(subject.region) ? 'composition-inside' : ''}`}
          style={boxStyle(subject.region)}
        >
          <span>{[subject.label || 'stands out', size].filter(Boolean).join(' · ')}</span>
        </div>
      )}
      {point && <div className="composition-point" style={placed([point.x, point.y])} />}
    </div>
  );
}

/** `shape`: width of the picture by its height. */
function HorizonLine({ horizon, shape }: { horizon: NonNullable<Composition['horizon']>; shape: number }) {
  const { tilt, y } = horizon;
  const middle = y ?? 0.5;
  const fall = (Math.tan((tilt * Math.PI) / 180) * shape) / 2;
  return (
    <>
      <svg className="composition-horizon" viewBox="0 0 1 1" preserveAspectRatio="none" aria-hidden>
        <path
          d={`M0 ${middle - fall}L1 ${middle + fall}`}
          strokeDasharray={y === null ? '6 6' : undefined}
          vectorEffect="non-scaling-stroke"
        />
      </svg>
      <span className="composition-degrees numbers" style={{ top: percent(middle) }}>
        {Math.abs(tilt) < 0.5 ? 'level' : `${tilt.toFixed(1)}°`}
      </span>
    </>
  );
}
