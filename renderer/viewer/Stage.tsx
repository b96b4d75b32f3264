import type { Take } from '@shared/records/index.js';
import { inOrder } from '../board/index.js';
import { widthFor } from '../link/index.js';
import { useBoard, useComparedTake, useSession, useShot, useShownTake, useSummary } from '../stores/index.js';
import { Picture, type Size, useSize } from '../ui/index.js';
import { Comparison } from './Comparison.js';
import { EvidenceLayer, Thirds } from './EvidenceLayer.js';
import { useEvidence } from './evidence.js';
import { type Box, fitBox } from './fit.js';
import { TakePicture } from './TakePicture.js';
import { takeLabel } from './take-label.js';
import { usePan } from './use-pan.js';
import { usePreload } from './use-preload.js';

const NO_BOX: Box = { left: 0, top: 0, width: 0, height: 0 };
/** CSS pixels between two takes side by side. */
const BETWEEN = 12;

/** A picture's own size; 16:9 where it could not be read. */
const sizeOf = (take: Take): Size =>
  take.width > 0 && take.height > 0
    ? { width: take.width, height: take.height }
    : { width: 1280, height: 720 };

function boxFor(area: Size, take: Take, actual: boolean): Box {
  const picture = sizeOf(take);
  if (!actual) return fitBox(area, picture, take.width > 0 ? 3 : 1);
  const width = picture.width / devicePixelRatio;
  const height = picture.height / devicePixelRatio;
  return { left: (area.width - width) / 2, top: (area.height - height) / 2, width, height };
}

interface PlacedProps {
  readonly box: Box;
  readonly pan: { readonly x: number; readonly y: number };
  readonly offset?: number;
  readonly children: React.ReactNode;
}

function Placed({ box, pan, offset = 0, children }: PlacedProps) {
  const { left, top, width, height } = box;
  const style = { width, height, transform: `translate(${left + offset + pan.x}px, ${top + pan.y}px)` };
  return (
    <div className="placed" style={style}>
      {children}
    </div>
  );
}

/** Where pictures are judged: neutral grey, and nothing on it that is not asked for. */
export function Stage() {
  const board = useBoard();
  const view = useShot();
  const shown = useShownTake();
  const compared = useComparedTake();
  const { compare, flipped, thirds, zoom, shotId } = useSession();
  const ofShown = useSummary(shown?.id);
  const ofCompared = useSummary(compared?.id);
  const [size, measure] = useSize();
  const other = compare ? compared : null;
  const side = compare === 'side' && other !== null;
  const area: Size = side ? { ...size, width: Math.max(0, (size.width - BETWEEN) / 2) } : size;
  const box = shown ? boxFor(area, shown, zoom === 'actual') : NO_BOX;
  const { pan, dragging, handlers } = usePan(area, box, shotId);
  const width = widthFor(box.width, devicePixelRatio);
  const evidence = useEvidence(view, shown);
  usePreload(width);

  const labelOf = (take: Take) =>
    takeLabel(board, take, take.id === shown?.id ? ofShown : ofCompared, shotId);
  const altOf = (take: Take) => `${labelOf(take)}. ${view?.shot.description ?? ''}`;
  const over = (
    <>
      <EvidenceLayer shown={evidence} />
      {thirds && <Thirds />}
    </>
  );

  const content = () => {
    if (size.width === 0) return null;
    if (!shown || !view)
      return (
        <div className="stage-missing">
          <Picture take={null} alt={view ? `Shot ${view.shot.number}` : 'No shot'} roomy />
        </div>
      );
    if (!other)
      return (
        <Placed box={box} pan={pan}>
          <TakePicture take={shown} width={width} alt={altOf(shown)} className="layer" />
          {over}
        </Placed>
      );
    const [left, right] = inOrder(other, shown);
    if (side)
      return [left, right].map((take, i) => (
        <div
          key={take.id}
          className="stage-half"
          style={{ width: area.width, left: i * (area.width + BETWEEN) }}
        >
          <Placed box={boxFor(area, take, zoom === 'actual')} pan={pan}>
            <TakePicture take={take} width={width} alt={altOf(take)} className="layer" />
            {take === shown ? over : thirds && <Thirds />}
          </Placed>
        </div>
      ));
    return (
      <Placed box={box} pan={pan}>
        <Comparison
          left={left}
          right={right}
          shown={shown}
          mode={compare === 'side' || compare === null ? 'wipe' : compare}
          width={width}
          names={[altOf(left), altOf(right)]}
        >
          {over}
        </Comparison>
      </Placed>
    );
  };

  const labels = (): readonly (readonly [string, Take])[] => {
    if (!other || !shown) return [];
    const [left, right] = inOrder(other, shown);
    const both = [['left', left] as const, ['right', right] as const];
    return compare === 'flip' ? both.filter(([, take]) => (take === shown) !== flipped) : both;
  };

  return (
    <section className="viewer-stage" aria-label="Viewer" data-testid="viewer">
      {/* biome-ignore lint/a11y/noStaticElementInteractions: a second way to what Z does */}
      <div
        ref={measure}
        className={`stage-area ${zoom === 'actual' ? 'stage-pans' : ''} ${dragging ? 'stage-drags' : ''}`}
        {...handlers}
        onDoubleClick={() => useSession.setState({ zoom: zoom === 'fit' ? 'actual' : 'fit' })}
      >
        {content()}
      </div>
      {labels().map(([place, take]) => (
        <span key={place} className={`stage-label stage-label-${place} numbers`}>
          {labelOf(take)}
        </span>
      ))}
    </section>
  );
}
