import { useVirtualizer } from '@tanstack/react-virtual';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { CONTEXT, chooseShot, selectShot } from '../../actions/index.js';
import { placeIn } from '../../board/index.js';
import { DropLine, lineLeft, spotInGrid, useDropShots } from '../../ordering/index.js';
import { useBoardView, useSession, useVisible } from '../../stores/index.js';
import { FrameCell, thumbnailWidth } from '../../strip/FrameCell.js';
import { frameAspect } from '../../strip/frame-shape.js';
import { SceneNameField } from '../../strip/SceneNameField.js';
import { steadyRange } from '../../strip/steady-range.js';
import { useThumbnailsAhead } from '../../strip/use-thumbnails-ahead.js';
import { followed, isSeen, useSize } from '../../ui/index.js';
import { fitAcross, frameWidth } from '../fit-frames.js';
import './grid.css';

/** CSS pixels: between frames, around them, and under a picture (palette and line). */
const GAP = 12;
const EDGE = 16;
const UNDER = 9 + 22;
/** Of a frame, in CSS pixels: narrower, nothing can be seen in it. */
const NARROWEST = 60;
/** Rows that are drawn beyond those that are seen, at either end: the one comes as the other goes. */
const BEYOND = 3;

const choose = (shotId: string, how: 'alone' | 'range' | 'more') => chooseShot(CONTEXT, shotId, how);
const open = (shotId: string) => {
  selectShot(CONTEXT, shotId);
  useSession.setState({ view: 'strip' });
};

/** The contact sheet: so many frames at once, or two to twelve across. */
export function Grid() {
  const board = useBoardView();
  const shots = useVisible();
  const shotId = useSession((session) => session.shotId);
  const selected = useSession((session) => session.selected);
  const chosen = useMemo(() => new Set(selected), [selected]);
  const carried = useSession((session) => session.carried);
  const isCarried = useMemo(() => new Set(carried), [carried]);
  const across = useSession((session) => session.gridColumns);
  const up = useSession((session) => session.gridUp);
  const [size, measure] = useSize();
  const aspect = frameAspect(board);
  const inner = { width: size.width - EDGE * 2, height: size.height - EDGE * 2 };
  const frames = up === null ? null : { count: up, aspect, under: UNDER, gap: GAP };
  const wanted = frames === null ? across : fitAcross(inner, frames);
  const room = inner.width + GAP;
  const columns =
    size.width > 0 ? Math.max(1, Math.min(wanted, Math.floor(room / (NARROWEST + GAP)))) : wanted;
  useEffect(() => void useSession.setState({ gridAcross: columns }), [columns]);
  const scroller = useRef<HTMLDivElement | null>(null);
  // So many at once: their rows have to fit too.
  const fits = frames === null ? room : frameWidth(inner, frames, columns);
  const byRoom = Math.floor(room / columns) - GAP;
  const width = Math.max(NARROWEST, Math.min(byRoom, Math.floor(fits)));
  // What is left over stands at both sides.
  const left = EDGE + Math.max(0, Math.floor((byRoom - width) / 2) * columns);
  const height = Math.floor(width / aspect);
  const step = height + UNDER + GAP;
  const [rangeExtractor] = useState(() => steadyRange(BEYOND));
  const virtual = useVirtualizer({
    count: Math.ceil(shots.length / columns),
    getScrollElement: () => scroller.current,
    estimateSize: () => step,
    paddingStart: EDGE,
    paddingEnd: EDGE,
    overscan: BEYOND,
    rangeExtractor,
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: rows are measured anew when their height changes
  useEffect(() => void virtual.measure(), [step]);
  const at = placeIn(shots, shotId);
  const last = useRef({ at: -1, columns: 0, step: 0, room: 0 });
  // biome-ignore lint/correctness/useExhaustiveDependencies: follows the selection, not the scroller
  useEffect(() => {
    const box = scroller.current;
    if (at < 0 || !box) return;
    const before = last.current;
    const room = size.height || box.clientHeight;
    last.current = { at, columns, step, room };
    const count = Math.ceil(shots.length / columns);
    const row = Math.floor(at / columns);
    const line = { count, step, ends: EDGE, beside: EDGE };
    const isLaidOut = columns === before.columns && step === before.step;
    const isMoved = at !== before.at;
    // In another room, or of frames of another size, the page may have moved by itself meanwhile.
    const from = isLaidOut && isMoved ? (virtual.scrollOffset ?? 0) : box.scrollTop;
    // Where only the room has changed, who has scrolled elsewhere stays there.
    if (isLaidOut && !isMoved && !isSeen(row, { ...line, room: before.room, from })) return;
    const top = followed(row, { ...line, room, from });
    if (top !== null) box.scrollTo({ top });
  }, [at, columns, step, size.height]);
  const ref = useCallback(
    (element: HTMLDivElement | null) => {
      scroller.current = element;
      return measure(element);
    },
    [measure],
  );
  useDropShots(scroller, (x, y) => {
    const inRows = { left, width, gap: GAP, top: EDGE, height: height + UNDER, columns };
    const spot = spotInGrid(x, y, inRows, shots.length);
    const beside = shots[spot?.at ?? -1]?.shot.id;
    if (!spot || beside === undefined) return null;
    const top = EDGE + Math.floor(spot.at / columns) * step;
    return { beside, side: spot.side, left: lineLeft(spot, inRows, columns), top, height: height + UNDER };
  });
  const naming = useSession((session) => session.namingScene);
  const named = naming === null ? undefined : shots.find(({ shot }) => shot.id === naming)?.shot;
  const rows = virtual.getVirtualItems();
  const first = (rows[0]?.index ?? 0) * columns;
  const end = ((rows.at(-1)?.index ?? -1) + 1) * columns;
  useThumbnailsAhead(shots, first, end, thumbnailWidth(width));
  const seen = rows.some((row) => row.index === Math.floor(at / columns));
  return (
    <div className="grid-room">
      <div
        ref={ref}
        className="grid"
        role="listbox"
        aria-multiselectable
        aria-label="Shots"
        aria-activedescendant={at >= 0 && seen ? `option-${shotId}` : undefined}
        tabIndex={0}
        data-testid="grid"
      >
        <div
          className="grid-track"
          style={{ height: 2 * EDGE + Math.ceil(shots.length / columns) * step }}
          role="presentation"
        >
          {rows.flatMap((row) =>
            shots
              .slice(row.index * columns, (row.index + 1) * columns)
              .map((view, column) => (
                <FrameCell
                  key={view.shot.id}
                  view={view}
                  current={view.shot.id === shotId}
                  selected={view.shot.id === shotId || chosen.has(view.shot.id)}
                  carried={isCarried.has(view.shot.id)}
                  width={width}
                  height={height}
                  left={left + column * (width + GAP)}
                  top={EDGE + row.index * step}
                  at={row.index * columns + column}
                  of={shots.length}
                  onSelect={choose}
                  onOpen={open}
                />
              )),
          )}
          <DropLine />
        </div>
      </div>
      {named && at >= 0 && (
        // Where the shot on the screen stands: the first of its scene may be out of sight.
        <SceneNameField
          key={named.id}
          shotId={named.id}
          scene={named.scene ?? ''}
          home="grid"
          style={{
            top: EDGE + Math.floor(at / columns) * step + height - 30 - (virtual.scrollOffset ?? 0),
            left: left + (at % columns) * (width + GAP),
          }}
        />
      )}
    </div>
  );
}
