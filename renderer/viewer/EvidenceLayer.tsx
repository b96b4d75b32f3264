import { boxStyle } from '@shared/over-picture.js';
import { useEffect, useRef } from 'react';
import type { EvidenceShown, Heat, Mark } from './evidence.js';
import { markClass } from './over-picture.js';

/** Alpha, of 255, over what has nothing to do with the claim. */
const DIMMEST = 165;

/** Dims what does not bear on the claim. What does keeps its true colours, since colour is often the question. */
function HeatMap({ heat }: { heat: Heat }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const context = canvas.current?.getContext('2d');
    if (!context) return;
    const { columns, rows, heat: values } = heat;
    const image = context.createImageData(columns, rows);
    for (let i = 0; i < columns * rows; i++) {
      image.data.set([8, 8, 12, (1 - (values[i] ?? 0)) * DIMMEST], i * 4);
    }
    context.putImageData(image, 0, 0);
  }, [heat]);
  return <canvas ref={canvas} className="heat" width={heat.columns} height={heat.rows} aria-hidden />;
}

function MarkBox({ mark }: { mark: Mark }) {
  return (
    <div className={markClass(mark.tone, mark.region)} style={boxStyle(mark.region)}>
      {mark.label && <span>{mark.label}</span>}
    </div>
  );
}

export function EvidenceLayer({ shown }: { shown: EvidenceShown }) {
  return (
    <div className="layer" data-testid="evidence">
      {shown.heat && shown.heat.columns > 0 && <HeatMap heat={shown.heat} />}
      {shown.marks.map((mark) => (
        <MarkBox key={`${mark.label} ${mark.region.x} ${mark.region.y}`} mark={mark} />
      ))}
    </div>
  );
}

export function Thirds() {
  return (
    <svg className="layer thirds" viewBox="0 0 3 3" preserveAspectRatio="none" aria-hidden>
      <path d="M1 0V3M2 0V3M0 1H3M0 2H3" vectorEffect="non-scaling-stroke" />
    </svg>
  );
}
