import { useCallback, useEffect, useRef, useState } from 'react';
import { type Look, useSession } from '../stores/index.js';
import { boxOf, canPan, type Looked, type Point, pannedBy, zoomedAt, zoomedTo } from './look.js';

/** Times larger for one pixel of the wheel; a pinch on a trackpad comes as a wheel with Ctrl, in smaller steps. */
const WHEEL = 1.0016;
const PINCH = 1.012;
/** CSS pixels in one line of a wheel that counts in lines. */
const LINE = 16;

const setLook = (look: Look) => useSession.setState({ look });

interface Handlers {
  onPointerDown(event: React.PointerEvent<HTMLElement>): void;
  onPointerMove(event: React.PointerEvent<HTMLElement>): void;
  onPointerUp(event: React.PointerEvent<HTMLElement>): void;
  onPointerCancel(event: React.PointerEvent<HTMLElement>): void;
  onDoubleClick(event: React.MouseEvent<HTMLElement>): void;
}

interface LookHands {
  /** The hand can take hold of the picture. */
  readonly pans: boolean;
  readonly dragging: boolean;
  readonly handlers: Handlers;
  /** For the element that takes the wheel. */
  readonly wheel: (element: HTMLElement | null) => (() => void) | undefined;
}

/**
 * Looking closer by hand: wheel and pinch zoom to the pointer, a drag moves, a double click goes to 100 % and
 * back. `between` is the room between two pictures side by side; null for one.
 */
export function useLook(looked: Looked | null, between: number | null): LookHands {
  const look = useSession((session) => session.look);
  const [dragging, setDragging] = useState(false);
  const hands = useRef(new Map<number, Point>());
  const now = useRef({ looked, between });
  useEffect(() => {
    now.current = { looked, between };
  }, [looked, between]);

  const wheel = useCallback((element: HTMLElement | null) => {
    if (!element) return undefined;
    const onWheel = (event: WheelEvent) => {
      const on = now.current.looked;
      if (!on) return;
      // Also the browser's own zoom of the whole page.
      event.preventDefault();
      const { look: before } = useSession.getState();
      const unit = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? LINE : 1;
      const [x, y] = [event.deltaX * unit, event.deltaY * unit];
      if (!event.ctrlKey && Math.abs(x) > Math.abs(y)) return setLook(pannedBy(on, before, { x: -x, y: 0 }));
      const factor = (event.ctrlKey ? PINCH : WHEEL) ** -y;
      setLook(zoomedAt(on, before, factor, pointIn(element, event, on, now.current.between)));
    };
    // React's own listener may not prevent.
    element.addEventListener('wheel', onWheel, { passive: false });
    return () => element.removeEventListener('wheel', onWheel);
  }, []);

  const release = (event: React.PointerEvent<HTMLElement>) => {
    hands.current.delete(event.pointerId);
    setDragging(hands.current.size > 0);
  };
  const pans = looked !== null && canPan(looked, boxOf(looked, look));
  return {
    pans,
    dragging,
    wheel,
    handlers: {
      onPointerDown(event) {
        if (!looked || event.button > 1 || (!pans && event.pointerType !== 'touch')) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        hands.current.set(event.pointerId, { x: event.clientX, y: event.clientY });
        setDragging(true);
      },
      onPointerMove(event) {
        const from = hands.current.get(event.pointerId);
        if (!looked || !from) return;
        const to = { x: event.clientX, y: event.clientY };
        hands.current.set(event.pointerId, to);
        const { look: before } = useSession.getState();
        const other = [...hands.current].find(([id]) => id !== event.pointerId)?.[1];
        if (!other) return setLook(pannedBy(looked, before, { x: to.x - from.x, y: to.y - from.y }));
        const middle = { clientX: (to.x + other.x) / 2, clientY: (to.y + other.y) / 2 };
        const factor = apart(to, other) / Math.max(1, apart(from, other));
        setLook(zoomedAt(looked, before, factor, pointIn(event.currentTarget, middle, looked, between)));
      },
      onPointerUp: release,
      onPointerCancel: release,
      onDoubleClick(event) {
        if (!looked) return;
        const zoom = look.zoom === 'fit' ? 'actual' : 'fit';
        setLook(zoomedTo(looked, look, zoom, pointIn(event.currentTarget, event, looked, between)));
      },
    },
  };
}

const apart = (a: Point, b: Point): number => Math.hypot(a.x - b.x, a.y - b.y);

/** From the corner of the picture's area that the pointer is over. */
function pointIn(
  element: HTMLElement,
  { clientX, clientY }: { clientX: number; clientY: number },
  { area }: Looked,
  between: number | null,
): Point {
  const { left, top } = element.getBoundingClientRect();
  const x = clientX - left;
  const second = between !== null && x > area.width + between / 2;
  return { x: second ? x - area.width - (between ?? 0) : x, y: clientY - top };
}
