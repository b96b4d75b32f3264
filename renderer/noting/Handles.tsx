import { boundsOf, type Handle, handlesOf, roomyHandles } from '@shared/drawing/index.js';
import { boxStyle, placed } from '@shared/over-picture.js';
import type { Figure, Take } from '@shared/records/index.js';
import { useSize } from '../ui/index.js';

interface Props {
  readonly figure: Figure;
  readonly take: Take;
  readonly onTaken: (event: React.PointerEvent, handle: Handle) => void;
}

/** Round the figure that is chosen: what it is moved by, and what it is made larger and smaller by. */
export function Handles({ figure, take, onTaken }: Props) {
  const [shown, measure] = useSize();
  const bounds = boundsOf(figure, take);
  const { handles, isBeside } = roomyHandles(handlesOf(figure, take), bounds, shown);
  return (
    <div
      ref={measure}
      className="layer figure-handles"
      data-beside={isBeside || undefined}
      data-testid="figure-handles"
      aria-hidden
    >
      {figure.kind !== 'arrow' && <i className="figure-frame" style={boxStyle(bounds)} />}
      {handles.map(([handle, place]) => (
        // biome-ignore lint/a11y/noStaticElementInteractions: for the hand; keys do the same to the figure that is chosen
        <i
          key={handle}
          className={`figure-handle grip grip-${handle}`}
          style={placed(place)}
          onMouseDown={(event) => event.preventDefault()}
          onPointerDown={(event) => event.button === 0 && onTaken(event, handle)}
        />
      ))}
    </div>
  );
}
