import { useVirtualizer } from '@tanstack/react-virtual';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { CONTEXT, chooseShot } from '../actions/index.js';
import { placeIn } from '../board/index.js';
import { DropLine, lineLeft, spotInStrip, useDropShots } from '../ordering/index.js';
import { useBoardView, useSession, useVisible } from '../stores/index.js';
import { AfterFrame, followed, isSeen, useSize } from '../ui/index.js';
import { FrameCell, thumbnailWidth } from './FrameCell.js';
import { frameAspect } from './frame-shape.js';
import { SceneBand } from './SceneBand.js';
import { SceneNameField } from './SceneNameField.js';
import { keepBands } from './scene-bands.js';
import { steadyRange } from './steady-range.js';
import { useStripScroll } from './strip-scroll.js';
import { useThumbnailsAhead } from './use-thumbnails-ahead.js';
import './strip.css';

/** CSS pixels: between frames, at both ends, and what stands under a picture (palette, line, scene band). */
const GAP = 8;
const ENDS = 14;
const UNDER = 9 + 22 + 24 + 20;
const MAX_SMOOTH = 6;
/** Milliseconds that a smooth scroll to the chosen one may take. */
const LONGEST_WAY = 1000;
/** Frames that are drawn beyond those that are seen, at either end. */
const BEYOND = 8;

const choose = (shotId: string, how: 'alone' | 'range' | 'more') => chooseShot(CONTEXT, shotId, how);

/** Under the first frame of the scene, as far as that is seen. */
function BandNameField({ start, ...of }: { shotId: string; scene: string; start: number }) {
  const left = useStripScroll(({ left, step, ends }) => Math.max(8, ends + start * step - left));
  return <SceneNameField {...of} home="strip" style={{ left, bottom: 2 }} />;
}

export function Strip() {
  const board = useBoardView();
  const shots = useVisible();
  const shotId = useSession((session) => session.shotId);
  const selected = useSession((session) => session.selected);
  const chosen = useMemo(() => new Set(selected), [selected]);
  const naming = useSession((session) => session.namingScene);
  const carried = useSession((session) => session.carried);
  const isCarried = useMemo(() => new Set(carried), [carried]);
  const [size, measure] = useSize();
  const scroller = useRef<HTMLDivElement | null>(null);
  const height = Math.max(44, size.height - UNDER);
  const width = Math.round(Math.min(height * frameAspect(board), 360));
  const step = width + GAP;
  const [rangeExtractor] = useState(() => steadyRange(BEYOND - 3));
  const virtual = useVirtualizer({
    horizontal: true,
    count: shots.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => step,
    paddingStart: ENDS,
    paddingEnd: ENDS,
    overscan: BEYOND,
    rangeExtractor,
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: frames are measured anew when their width changes
  useEffect(() => {
    virtual.measure();
    useStripScroll.setState({ step, ends: ENDS, gap: GAP, left: scroller.current?.scrollLeft ?? 0 });
  }, [step]);

  const at = placeIn(shots, shotId);
  const last = useRef({ at: -1, step: 0, room: 0, time: 0 });
  const [after] = useState(() => new AfterFrame());
  // biome-ignore lint/correctness/useExhaustiveDependencies: follows the selection, not the scroller
  useEffect(() => {
    const box = scroller.current;
    if (at < 0 || !box) return;
    const now = performance.now();
    const isNear = Math.abs(at - last.current.at) <= MAX_SMOOTH;
    const isSmooth =
      isNear && now - last.current.time > 160 && !matchMedia('(prefers-reduced-motion: reduce)').matches;
    const before = last.current;
    const isLaidOut = before.at >= 0 && before.step === step;
    const line = { count: shots.length, step, ends: ENDS, beside: step + ENDS };
    const room = size.width || box.clientWidth;
    const isResized = isLaidOut && at === before.at;
    last.current = { at, step, room, time: isResized ? before.time : now };
    const scroll = (from: number, behavior: ScrollBehavior) => {
      const left = followed(at, { ...line, room, from });
      if (left !== null) box.scrollTo({ left, behavior });
    };
    if (isResized) {
      // Who has scrolled elsewhere stays there; who is just going to the chosen one gets there.
      const isOnTheWay = now - before.time < LONGEST_WAY;
      if (isOnTheWay || isSeen(at, { ...line, room: before.room, from: box.scrollLeft }))
        after.run(() => scroll(box.scrollLeft, 'auto'));
    }
    // What was decided, and the picture that follows, are seen before frames further along are drawn.
    else if (isLaidOut) after.run(() => scroll(virtual.scrollOffset ?? 0, isSmooth ? 'smooth' : 'auto'));
    // Frames of another size: the page may have moved by itself meanwhile.
    else {
      scroll(box.scrollLeft, 'auto');
      // What waits to be run is for frames of the size before.
      after.leave();
    }
  }, [at, step, size.width]);
  useEffect(() => () => after.leave(), [after]);

  const ref = useCallback(
    (element: HTMLDivElement | null) => {
      scroller.current = element;
      return measure(element);
    },
    [measure],
  );
  useDropShots(scroller, (x) => {
    const row = { left: ENDS, width, gap: GAP };
    const spot = spotInStrip(x, row, shots.length);
    const beside = shots[spot?.at ?? -1]?.shot.id;
    if (!spot || beside === undefined) return null;
    return { beside, side: spot.side, left: lineLeft(spot, row), top: 0, height: height + 9 + 22 };
  });
  const [bandsOf] = useState(keepBands);
  const bands = bandsOf(shots);
  const items = virtual.getVirtualItems();
  const first = items[0]?.index ?? 0;
  const end = (items.at(-1)?.index ?? 0) + 1;
  useThumbnailsAhead(shots, first, end, thumbnailWidth(width));
  const named = bands.find(({ start }) => shots[start]?.shot.id === naming);
  return (
    <div className="strip-room">
      <div
        ref={ref}
        className="strip"
        role="listbox"
        aria-multiselectable
        aria-label="Shots"
        aria-orientation="horizontal"
        aria-activedescendant={at >= first && at < end ? `option-${shotId}` : undefined}
        tabIndex={0}
        data-testid="strip"
        onScroll={(event) => useStripScroll.setState({ left: event.currentTarget.scrollLeft })}
      >
        <div className="strip-track" style={{ width: 2 * ENDS + shots.length * step }} role="presentation">
          {items.map((item) => {
            const view = shots[item.index];
            return (
              view && (
                <FrameCell
                  key={view.shot.id}
                  view={view}
                  current={view.shot.id === shotId}
                  selected={view.shot.id === shotId || chosen.has(view.shot.id)}
                  carried={isCarried.has(view.shot.id)}
                  width={width}
                  height={height}
                  left={ENDS + item.index * step}
                  top={0}
                  at={item.index}
                  of={shots.length}
                  onSelect={choose}
                />
              )
            );
          })}
          {bands
            .filter((band) => band.start < end && band.start + band.length > first)
            .map((band) => (
              <SceneBand
                key={band.start}
                band={band}
                shots={shots}
                at={at}
                style={{
                  left: ENDS + band.start * step,
                  width: band.length * step - GAP,
                  top: height + 9 + 22 + 2,
                }}
              />
            ))}
          <DropLine />
        </div>
      </div>
      {named && naming !== null && (
        <BandNameField key={naming} shotId={naming} scene={named.scene} start={named.start} />
      )}
    </div>
  );
}
