import { useEffect, useRef, useState } from 'react';
import { type Area, type Box, clampPan } from './fit.js';

interface Pan {
  readonly pan: { readonly x: number; readonly y: number };
  readonly dragging: boolean;
  readonly handlers: {
    onPointerDown(event: React.PointerEvent<HTMLElement>): void;
    onPointerMove(event: React.PointerEvent<HTMLElement>): void;
    onPointerUp(): void;
    onWheel(event: React.WheelEvent): void;
  };
}

/** Moving a picture larger than the stage: by dragging or with the wheel. It starts in the middle for every shot. */
export function usePan(area: Area, box: Box, shotId: string | null): Pan {
  const [pan, setPan] = useState({ x: 0, y: 0 });
  const [dragging, setDragging] = useState(false);
  const from = useRef<{ x: number; y: number } | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another shot, another place
  useEffect(() => void setPan({ x: 0, y: 0 }), [shotId]);
  const shift = (x: number, y: number) =>
    setPan((now) => clampPan(area, box, { x: now.x + x, y: now.y + y }));
  const larger = box.width > area.width + 1 || box.height > area.height + 1;
  return {
    pan: clampPan(area, box, pan),
    dragging,
    handlers: {
      onPointerDown(event) {
        if (!larger || event.button !== 0) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        from.current = { x: event.clientX, y: event.clientY };
        setDragging(true);
      },
      onPointerMove(event) {
        if (!from.current) return;
        shift(event.clientX - from.current.x, event.clientY - from.current.y);
        from.current = { x: event.clientX, y: event.clientY };
      },
      onPointerUp() {
        from.current = null;
        setDragging(false);
      },
      onWheel(event) {
        if (larger) shift(-event.deltaX, -event.deltaY);
      },
    },
  };
}
