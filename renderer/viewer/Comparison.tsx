import { within } from '@shared/drawing/index.js';
import type { Take } from '@shared/records/index.js';
import { MoveHorizontal } from 'lucide-react';
import type { ReactNode } from 'react';
import type { PictureWidth } from '../link/index.js';
import { type CompareMode, useSession, useSessionParts } from '../stores/index.js';
import { TakePicture } from './TakePicture.js';

interface Props {
  /** The older take, at the left or below. */
  readonly left: Take;
  readonly right: Take;
  /** Which of the two is the take on the screen. */
  readonly shown: Take;
  readonly mode: Exclude<CompareMode, 'side'>;
  readonly width: PictureWidth | undefined;
  readonly names: readonly [left: string, right: string];
  /** Drawn over the shown take. */
  readonly children: ReactNode;
  /** What is drawn over the other one, where it is seen alone. */
  readonly overOther: ReactNode;
}

/** The line that parts two takes: dragged, or moved with the arrow keys. */
function WipeHandle() {
  const wipe = useSession((session) => session.wipe);
  const move = (event: React.PointerEvent<HTMLElement>) => {
    if (!event.currentTarget.hasPointerCapture(event.pointerId)) return;
    const box = event.currentTarget.parentElement?.getBoundingClientRect();
    if (box) useSession.setState({ wipe: within((event.clientX - box.left) / box.width) });
  };
  const key = (event: React.KeyboardEvent) => {
    const by = { ArrowLeft: -0.02, ArrowRight: 0.02, Home: -1, End: 1 }[event.key];
    if (by === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    useSession.setState({ wipe: within(wipe + by) });
  };
  return (
    <div
      className="wipe"
      style={{ left: `${wipe * 100}%` }}
      role="slider"
      aria-label="Divider between the takes"
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={Math.round(wipe * 100)}
      tabIndex={0}
      onKeyDown={key}
      onPointerDown={(event) => {
        event.stopPropagation();
        event.currentTarget.setPointerCapture(event.pointerId);
      }}
      onPointerMove={move}
    >
      <span>
        <MoveHorizontal size={16} aria-hidden />
      </span>
    </div>
  );
}

/** Two takes, one over the other. */
export function Comparison({ left, right, shown, mode, width, names, children, overOther }: Props) {
  const { wipe, onion, flipped } = useSessionParts('wipe', 'onion', 'flipped');
  // Kept widths are squeezed, which shows as differences that the pictures do not have.
  const layerWidth = mode === 'difference' ? undefined : width;
  const layer = (take: Take, style?: React.CSSProperties) => (
    <TakePicture
      key={take.id}
      take={take}
      width={layerWidth}
      alt={names[take === left ? 0 : 1]}
      className="layer"
      style={style}
    />
  );
  if (mode === 'wipe') {
    const ofRight = { clipPath: `inset(0 0 0 ${wipe * 100}%)` };
    const ofLeft = { clipPath: `inset(0 ${(1 - wipe) * 100}% 0 0)` };
    return (
      <>
        {layer(left)}
        {layer(right, ofRight)}
        <div className="layer" style={shown === right ? ofRight : ofLeft}>
          {children}
        </div>
        <div className="layer unheld" style={shown === right ? ofLeft : ofRight}>
          {overOther}
        </div>
        <WipeHandle />
      </>
    );
  }
  if (mode === 'onion')
    return (
      <>
        {layer(left)}
        {layer(right, { opacity: onion })}
        {children}
      </>
    );
  if (mode === 'difference')
    return (
      <div className="layer difference">
        {layer(left)}
        {layer(right, { mixBlendMode: 'difference' })}
      </div>
    );
  const other = shown === left ? right : left;
  return (
    <>
      {layer(shown)}
      {layer(other, { visibility: flipped ? 'visible' : 'hidden' })}
      {flipped ? overOther : children}
    </>
  );
}
