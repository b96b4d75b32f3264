import { combine } from '@atlaskit/pragmatic-drag-and-drop/combine';
import { dropTargetForElements } from '@atlaskit/pragmatic-drag-and-drop/element/adapter';
import { autoScrollForElements } from '@atlaskit/pragmatic-drag-and-drop-auto-scroll/element';
import { type RefObject, useEffect, useRef } from 'react';
import { SHOTS, setTarget, type Target } from './dragging.js';

const holdsShots = ({
  source,
}: {
  readonly source: { readonly data: Record<string | symbol, unknown> };
}): boolean => source.data.kind === SHOTS;

/**
 * Lets shots be dropped where frames stand, which scrolls while they are held at its edges. `targetAt`: what is meant by a
 * place in CSS pixels from the left upper edge of all frames.
 */
export function useDropShots(
  scroller: RefObject<HTMLElement | null>,
  targetAt: (x: number, y: number) => Target | null,
): void {
  const latest = useRef(targetAt);
  latest.current = targetAt;
  useEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const follow = ({ clientX, clientY }: { readonly clientX: number; readonly clientY: number }) => {
      const { left, top } = element.getBoundingClientRect();
      setTarget(latest.current(clientX - left + element.scrollLeft, clientY - top + element.scrollTop));
    };
    const stop = combine(
      dropTargetForElements({
        element,
        canDrop: holdsShots,
        onDrag: ({ location }) => follow(location.current.input),
        onDragLeave: () => setTarget(null),
      }),
      autoScrollForElements({ element, canScroll: holdsShots }),
    );
    return () => stop();
  }, [scroller]);
}
