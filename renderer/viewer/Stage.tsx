import type { Take } from '@shared/records/index.js';
import { useCallback } from 'react';
import { drawnOver, inOrder } from '../board/index.js';
import { BoxEditor, type Boxing } from '../boxing/index.js';
import { MakingPreview } from '../generators/index.js';
import { widthFor } from '../link/index.js';
import { Drawer, GhostLabel, NotesLayer } from '../noting/index.js';
import {
  useAnalysis,
  useComparedTake,
  useSessionParts,
  useShot,
  useShotView,
  useShownTake,
  useSummary,
} from '../stores/index.js';
import { BoxesLayer } from './BoxesLayer.js';
import { Comparison } from './Comparison.js';
import { CompositionLayer } from './CompositionLayer.js';
import { EvidenceLayer, Thirds } from './EvidenceLayer.js';
import type { Box } from './fit.js';
import { BETWEEN, boxOf, type Looked, lookedAt } from './look.js';
import { NoPicture } from './NoPicture.js';
import { Preload } from './Preload.js';
import { TakePicture } from './TakePicture.js';
import { takeLabel } from './take-label.js';
import type { ShownBoxes } from './use-boxes.js';
import { useEvidence } from './use-evidence.js';
import { useLook } from './use-look.js';
import { usePart } from './use-part.js';
import { useSeen } from './use-seen.js';

const NO_BOX: Box = { left: 0, top: 0, width: 0, height: 0 };
function Boxed({ box, children }: { box: Box; children: React.ReactNode }) {
  const { left, top, width, height } = box;
  return (
    <div className="boxed" style={{ width, height, transform: `translate(${left}px, ${top}px)` }}>
      {children}
    </div>
  );
}

interface Props {
  /** The take on the screen and the room it has; null until that is known, or where there is no picture. */
  readonly looked: Looked | null;
  readonly seen: ShownBoxes;
  /** Null while boxes are not corrected. */
  readonly boxing: Boxing | null;
  readonly measure: (element: HTMLElement | null) => (() => void) | undefined;
}

/** Where pictures are judged: neutral grey, and nothing on it that is not asked for. */
export function Stage({ looked, seen, boxing, measure }: Props) {
  const view = useShot();
  const shown = useShownTake();
  const compared = useComparedTake();
  const { compare, flipped, thirds, composition, boxes, look, shotId, editing } = useSessionParts(
    'compare',
    'flipped',
    'thirds',
    'composition',
    'boxes',
    'look',
    'shotId',
    'editing',
  );
  const composed = useAnalysis(shown?.id)?.composition;
  const ofShown = useSummary(shown?.id);
  const ofCompared = useSummary(compared?.id);
  const other = compare ? compared : null;
  const side = compare === 'side' && other !== null;
  const box = looked ? boxOf(looked, look) : NO_BOX;
  const { pans, dragging, handlers, wheel } = useLook(looked, side ? BETWEEN : null);
  const area = useCallback(
    (element: HTMLElement | null) => {
      const stops = [measure(element), wheel(element)];
      return () => {
        for (const stop of stops) stop?.();
      };
    },
    [measure, wheel],
  );
  const width = widthFor(box.width, devicePixelRatio);
  const evidence = useEvidence(view, shown);
  useSeen(shown?.id);

  const part = usePart(shown, view?.pick ?? null);

  const shownView = useShotView(shown?.shotId);
  const comparedView = useShotView(compared?.shotId);
  const labelOf = (take: Take) =>
    take.id === shown?.id
      ? takeLabel(shownView, take, ofShown, shotId)
      : takeLabel(comparedView, take, ofCompared, shotId);
  const altOf = (take: Take) => `${labelOf(take)}. ${view?.shot.description ?? ''}`;
  const over = (
    <>
      {part}
      {view && shown && editing !== 'mask' && !boxing && (
        <NotesLayer view={view} take={shown} isDrawn={editing === 'drawing'} />
      )}
      {editing !== 'mask' && editing !== 'drawing' && !boxing && <EvidenceLayer shown={evidence} />}
      {thirds && <Thirds />}
      {composition && composed && shown && <CompositionLayer composition={composed} take={shown} />}
      {boxing && <BoxEditor key={boxing.take.id} boxing={boxing} />}
      {boxes && !boxing && editing !== 'mask' && editing !== 'drawing' && (
        <BoxesLayer boxes={seen.boxes} isCorrected={seen.by !== undefined} />
      )}
      {view && shown && editing === 'drawing' && (
        <Drawer key={shown.id} take={shown} drawings={drawnOver(view, shown, null)} />
      )}
    </>
  );

  const content = () => {
    if (!shown || !view)
      return (
        <div className="stage-missing">
          <NoPicture view={view} />
        </div>
      );
    if (!looked) return null;
    if (!other)
      return (
        <Boxed box={box}>
          <TakePicture take={shown} width={width} alt={altOf(shown)} className="layer" />
          {over}
        </Boxed>
      );
    const [left, right] = inOrder(other, shown);
    if (side)
      return [left, right].map((take, i) => (
        <div
          key={take.id}
          className="stage-half"
          style={{ width: looked.area.width, left: i * (looked.area.width + BETWEEN) }}
        >
          <Boxed box={boxOf(lookedAt(looked.area, take), look)}>
            <TakePicture take={take} width={width} alt={altOf(take)} className="layer" />
            {take === shown ? (
              over
            ) : (
              <>
                <NotesLayer view={view} take={take} isDrawn />
                {thirds && <Thirds />}
              </>
            )}
          </Boxed>
        </div>
      ));
    return (
      <Boxed box={box}>
        <Comparison
          left={left}
          right={right}
          shown={shown}
          mode={compare === 'side' || compare === null ? 'wipe' : compare}
          width={width}
          names={[altOf(left), altOf(right)]}
          overOther={<NotesLayer view={view} take={other} isDrawn />}
        >
          {over}
        </Comparison>
      </Boxed>
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
      <Preload width={width} />
      <div
        ref={area}
        className={`stage-area ${pans ? 'stage-pans' : ''} ${dragging ? 'stage-drags' : ''}`}
        {...handlers}
      >
        {content()}
      </div>
      {view?.request && <MakingPreview requestId={view.request.id} />}
      {view && shown && compare === null && editing !== 'mask' && <GhostLabel view={view} take={shown} />}
      {composition && shown && !composed && (
        <p className="stage-label stage-said" role="status">
          The composition of this take is not measured yet.
        </p>
      )}
      {!boxing && (evidence.said || seen.said) && (
        <p className="stage-label stage-said" role="status" data-testid="evidence-said">
          {evidence.said || seen.said}
        </p>
      )}
      {labels().map(([side, take]) => (
        <span key={side} className={`stage-label stage-label-${side} numbers`}>
          {labelOf(take)}
        </span>
      ))}
    </section>
  );
}
