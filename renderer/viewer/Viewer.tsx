import { useEffect, useMemo } from 'react';
import { BoxesBar, useBoxing } from '../boxing/index.js';
import { MaskBar } from '../masking/index.js';
import { DrawBar } from '../noting/index.js';
import { useComparedTake, useSession, useSessionParts, useShot, useShownTake } from '../stores/index.js';
import { useSize } from '../ui/index.js';
import { boxOf, lookedIn, percentOf } from './look.js';
import { Stage } from './Stage.js';
import { useBoxes } from './use-boxes.js';
import { ViewerBar } from './ViewerBar.js';
import './viewer.css';

/** What is done over the picture ends where it is not seen any more: in another view. */
function endOverPicture(): void {
  const { editing } = useSession.getState();
  if (editing === 'mask' || editing === 'boxes' || editing === 'drawing')
    useSession.setState({ editing: null, figureId: null, figureTyped: false });
}

/** The take on the screen, or two compared, and how they are looked at. */
export function Viewer() {
  const { stage, compare, boxes, editing, look } = useSessionParts(
    'stage',
    'compare',
    'boxes',
    'editing',
    'look',
  );
  const [size, measure] = useSize();
  const view = useShot();
  const shown = useShownTake();
  const isHalf = useComparedTake() !== null && compare === 'side';
  const looked = useMemo(() => lookedIn(stage, shown, isHalf), [stage, shown, isHalf]);
  const seen = useBoxes(boxes ? shown : null, view?.shot.description ?? '');
  const isBoxing = editing === 'boxes';
  const boxing = useBoxing(isBoxing && seen.isKnown ? shown : null, seen.seen, seen.by);
  useEffect(() => {
    if (size.width > 0) useSession.setState({ stage: size });
  }, [size]);
  useEffect(() => endOverPicture, []);
  const bar = () => {
    if (editing === 'mask') return <MaskBar />;
    if (editing === 'drawing') return <DrawBar />;
    if (isBoxing) return <BoxesBar boxing={boxing} />;
    return <ViewerBar percent={looked && percentOf(looked, boxOf(looked, look))} />;
  };
  return (
    <div className="viewer">
      <Stage looked={looked} seen={seen} boxing={boxing} measure={measure} />
      {bar()}
    </div>
  );
}
