import { placeWords } from '@shared/drawing/index.js';
import { boxStyle } from '@shared/over-picture.js';
import { percent } from '@shared/percent.js';
import type { HandBox, Region } from '@shared/records/index.js';
import { movedRegion, type Point, resizedRegion, SIDES, type Sides } from '@shared/region-shaping.js';
import { useEffect, useRef, useState } from 'react';
import { useEscape, useLeaving } from '../ui/index.js';
import { boxNames } from '../viewer/boxes.js';
import { markClass } from '../viewer/over-picture.js';
import { BoxNameField } from './BoxNameField.js';
import { between, byKey } from './shaping.js';
import type { Boxing } from './use-boxing.js';
import './boxing.css';

interface Drag {
  /** Null = a new box is drawn. */
  readonly at: number | null;
  /** Null = the whole box is moved. */
  readonly sides: Sides | null;
  readonly from: Point;
  readonly to: Point;
}

const placeOf = ({ x, y, width, height }: Region): string =>
  `${placeWords([x, y])}, ${percent(width)} wide, ${percent(height)} high`;

function shapedBy({ at, sides, from, to }: Drag, boxes: readonly HandBox[]): Region | null {
  const box = at === null ? undefined : boxes[at];
  if (!box) return between(from, to);
  const by = { x: to.x - from.x, y: to.y - from.y };
  return sides ? resizedRegion(box.region, sides, by) : movedRegion(box.region, by);
}

/** Where boxes are moved, drawn, named and taken away, by hand and by keys. */
export function BoxEditor({ boxing }: { boxing: Boxing }) {
  const { boxes, at: chosen, naming } = boxing;
  const [drag, setDrag] = useState<Drag | null>(null);
  const [said, setSaid] = useState('');
  const layer = useRef<HTMLDivElement>(null);
  const held = useRef<Drag | null>(null);
  const hold = (next: Drag | null) => {
    held.current = next;
    setDrag(next);
  };
  const names = boxNames(boxes);

  const end = () => {
    const last = held.current;
    hold(null);
    const region = last && shapedBy(last, boxes);
    if (!last || !region) return;
    if (last.at === null) boxing.add(region);
    else if (last.from.x !== last.to.x || last.from.y !== last.to.y) boxing.shape(last.at, region);
  };
  // Another shot comes while the hand still draws.
  useLeaving(end);
  useEscape(drag !== null, () => hold(null));
  useEffect(() => {
    layer.current?.focus({ preventScroll: true });
  }, []);

  const pointOf = ({ clientX, clientY }: { clientX: number; clientY: number }): Point => {
    const { left, top, width, height } = (layer.current as HTMLElement).getBoundingClientRect();
    return { x: (clientX - left) / width, y: (clientY - top) / height };
  };
  const buttonOf = (at: number) => layer.current?.querySelector<HTMLElement>(`[data-box="${at}"]`);
  const onKey = (event: React.KeyboardEvent, at: number | null) => {
    const box = at === null ? undefined : boxes[at];
    const shaped = box && byKey(box.region, event.key, event.shiftKey);
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (at !== null && shaped) {
      boxing.shape(at, shaped);
      setSaid(placeOf(shaped));
    } else if (at !== null && (event.key === 'Enter' || event.key === 'F2')) boxing.choose(at, true);
    else if (at !== null && (event.key === 'Delete' || event.key === 'Backspace')) {
      boxing.remove(at);
      setSaid(`${names[at]} removed`);
      layer.current?.focus({ preventScroll: true });
    } else if (event.key.toLowerCase() === 'n') boxing.add();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const shown = (at: number, { region }: HandBox): Region =>
    (drag?.at === at && shapedBy(drag, boxes)) || region;
  const fresh = drag?.at === null ? shapedBy(drag, boxes) : null;

  return (
    <div
      ref={layer}
      className="layer box-editor"
      role="application"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: boxes are added here by keys as well
      tabIndex={0}
      aria-label="Boxes of this picture"
      aria-describedby="box-keys"
      data-testid="box-editor"
      onKeyDown={(event) => event.target === event.currentTarget && onKey(event, null)}
      onPointerDown={(event) => {
        if (event.button !== 0) return;
        // The hand draws here, and does not pan.
        event.stopPropagation();
        const target = event.target as HTMLElement;
        const box = target.closest<HTMLElement>('[data-at]');
        const at = box ? Number(box.dataset.at) : null;
        event.currentTarget.setPointerCapture(event.pointerId);
        const from = pointOf(event);
        boxing.choose(at);
        hold({ at, sides: (target.dataset.sides as Sides | undefined) ?? null, from, to: from });
      }}
      onPointerMove={(event) => {
        if (!held.current) return;
        event.stopPropagation();
        hold({ ...held.current, to: pointOf(event) });
      }}
      onPointerUp={end}
      onPointerCancel={() => hold(null)}
      onDoubleClick={(event) => {
        event.stopPropagation();
        if (chosen !== null) boxing.choose(chosen, true);
      }}
    >
      {boxes.map((box, at) => (
        <div
          // biome-ignore lint/suspicious/noArrayIndexKey: a box is known by its place in the list
          key={at}
          className={`${markClass('seen', shown(at, box))} box ${chosen === at ? 'box-chosen' : ''}`}
          style={boxStyle(shown(at, box))}
          data-at={at}
        >
          <button
            type="button"
            className="box-hold"
            data-box={at}
            aria-label={`${names[at]}, ${placeOf(box.region)}`}
            aria-pressed={chosen === at}
            onFocus={() => chosen !== at && boxing.choose(at)}
            onKeyDown={(event) => onKey(event, at)}
          />
          {chosen === at && naming ? (
            <BoxNameField
              boxing={boxing}
              at={at}
              onDone={() => buttonOf(at)?.focus({ preventScroll: true })}
            />
          ) : (
            <span aria-hidden>{names[at]}</span>
          )}
          {chosen === at &&
            SIDES.map((sides) => (
              <i key={sides} className={`grip grip-${sides} box-${sides}`} data-sides={sides} />
            ))}
        </div>
      ))}
      {fresh && <div className={`${markClass('seen', fresh)} box box-chosen`} style={boxStyle(fresh)} />}
      <span className="unseen" id="box-keys">
        Tab goes from box to box. Arrow keys move a box, with Shift they move its right and lower side. Enter
        names it, Delete takes it away, N adds one. Escape ends; what was changed is kept.
      </span>
      <span className="unseen" role="status">
        {said}
      </span>
    </div>
  );
}
