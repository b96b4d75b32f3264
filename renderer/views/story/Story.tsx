import { memo, type PointerEvent, useMemo, useState } from 'react';
import { CONTEXT, selectShot } from '../../actions/index.js';
import { inPlay, placeIn, type ShotView, stretchPlaces } from '../../board/index.js';
import { useBoardView, useSession } from '../../stores/index.js';
import { keepBands, sceneName } from '../../strip/scene-bands.js';
import { score, shotName, useEscape, useSize } from '../../ui/index.js';
import { sceneNames } from './scene-names.js';
import { lowestOf, marksOf, pathOf, type Series, seriesOf } from './series.js';
import './story.css';

/** CSS pixels: of a row with its title, of a title alone, and of the rows of findings, colours and scenes. */
const MIN_ROW = 44;
const TITLE = 20;
const FEET = 62;
/** CSS pixels by which a drag is one. */
const DRAG = 5;
/** Shots above which their colours are not seen any more. */
const COLOURS = 800;

/** The shots from one place to another that is none before it. */
interface Brushed {
  readonly from: number;
  readonly to: number;
}

const shown = (value: number | null): string => (value === null ? '–' : String(score(value)));

/** Scores, style and light along the story, with its scenes and findings. A drag shows the shots under it alone. */
export function Story() {
  const board = useBoardView();
  const { views } = board;
  const filter = useSession((session) => session.filter);
  const shotId = useSession((session) => session.shotId);
  const [size, measure] = useSize();
  const [hovered, setHovered] = useState<number | null>(null);
  const [brushed, setBrushed] = useState<Brushed | null>(null);
  const series = useMemo(() => seriesOf(views), [views]);
  const marks = useMemo(() => marksOf(views), [views]);
  const omitted = useMemo(() => views.flatMap((view, at) => (inPlay(view) ? [] : [at])), [views]);
  const [bandsOf] = useState(keepBands);
  const bands = bandsOf(views);
  const width = Math.max(0, size.width - 32);
  const step = views.length > 0 ? width / views.length : 0;
  const row = Math.max(MIN_ROW, Math.floor((size.height - FEET - 24) / series.length));
  const current = placeIn(views, shotId);
  const range = brushed ?? rangeIn(filter.stretch && stretchPlaces(board, filter.stretch));

  const [held, setHeld] = useState<{ readonly x: number; readonly at: number } | null>(null);
  const placeOf = (event: PointerEvent<HTMLElement>): number => {
    const { left } = event.currentTarget.getBoundingClientRect();
    return Math.min(views.length - 1, Math.max(0, Math.floor((event.clientX - left) / step)));
  };
  const hold = (event: PointerEvent<HTMLElement>) => {
    if (event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    setHeld({ x: event.clientX, at: placeOf(event) });
  };
  const move = (event: PointerEvent<HTMLElement>) => {
    const at = placeOf(event);
    setHovered(at);
    if (held && (brushed || Math.abs(event.clientX - held.x) >= DRAG))
      setBrushed({ from: Math.min(held.at, at), to: Math.max(held.at, at) });
  };
  const leave = () => {
    setBrushed(null);
    setHeld(null);
  };
  useEscape(brushed !== null, leave);
  const release = (event: PointerEvent<HTMLElement>) => {
    const view = views[placeOf(event)];
    if (brushed) show(views, brushed);
    else if (held && view) selectShot(CONTEXT, view.shot.id);
    leave();
  };
  const seen = views[hovered ?? current];
  return (
    <section className="story" aria-label="Story chart" data-testid="story">
      <div ref={measure} className="story-room">
        <div
          className="story-chart"
          style={{ width }}
          onPointerDown={hold}
          onPointerMove={move}
          onPointerUp={release}
          onPointerCancel={leave}
          onPointerLeave={() => setHovered(null)}
          data-testid="story-chart"
        >
          {series.map((one) => (
            <Row
              key={one.id}
              series={one}
              views={views}
              at={hovered ?? current}
              step={step}
              height={row - TITLE}
            />
          ))}
          <Findings views={views} marks={marks} step={step} />
          {views.length <= COLOURS && <Colours views={views} step={step} />}
          <div className="story-scenes">
            {bands.map(({ scene, start, length }) => (
              <i
                key={`${start} ${scene}`}
                style={{ left: start * step, width: Math.max(1, length * step - 2) }}
                title={sceneName(scene)}
              />
            ))}
            {sceneNames(bands, step).map(({ band, left, width }) => (
              <span key={`${band.start} ${band.scene}`} style={{ left, maxWidth: width - 4 }}>
                {sceneName(band.scene)}
              </span>
            ))}
          </div>
          {omitted.map((at) => (
            <div key={at} className="story-omitted" style={{ left: at * step, width: step }} />
          ))}
          {range && (
            <>
              <div className="story-outside" style={{ left: 0, width: range.from * step }} />
              <div className="story-outside" style={{ left: (range.to + 1) * step, right: 0 }} />
            </>
          )}
          {current >= 0 && <div className="story-current" style={{ left: (current + 0.5) * step }} />}
          {hovered !== null && <div className="story-hovered" style={{ left: (hovered + 0.5) * step }} />}
        </div>
      </div>
      <p className="story-said" data-testid="story-said">
        {series.every(({ values }) => values.every((value) => value === null)) && (
          <span className="faint">
            Nothing is scored yet: each frame draws its part when it is analysed.{' '}
          </span>
        )}
        {marks.length === 0 && views.some(({ summary }) => summary?.state === 'done') && (
          <span className="faint">Nothing was found in any shot that is judged. </span>
        )}
        {brushed ? (
          `Shots ${numberAt(views, brushed.from)} to ${numberAt(views, brushed.to)}`
        ) : seen ? (
          <>
            <b className="numbers">{seen.shot.number}</b> {seen.shot.omitted && 'Out of play. '}
            {seen.shot.description}
            {seen.findings[0] && <span className="faint"> {seen.findings[0].message}</span>}
          </>
        ) : null}
      </p>
    </section>
  );
}

const numberAt = (views: readonly ShotView[], at: number): string => views[at]?.shot.number ?? '?';

const rangeIn = (places: readonly [number, number] | null): Brushed | null =>
  places && { from: places[0], to: places[1] };

/** The shots of a drag alone; of all of them, everything. */
function show(views: readonly ShotView[], { from, to }: Brushed): void {
  const all = from === 0 && to === views.length - 1;
  const ends = { from: views[from]?.shot.id ?? '', to: views[to]?.shot.id ?? '' };
  const { filter, shotId } = useSession.getState();
  useSession.setState({ filter: { ...filter, stretch: all ? null : ends } });
  const at = placeIn(views, shotId);
  if (at < from || at > to) selectShot(CONTEXT, ends.from);
}

interface RowProps {
  readonly series: Series;
  readonly views: readonly ShotView[];
  /** The shot whose value is named; −1 = none. */
  readonly at: number;
  readonly step: number;
  readonly height: number;
}

function Row({ series, views, at, step, height }: RowProps) {
  const path = useMemo(() => pathOf(series.values, step, height - 2), [series, step, height]);
  const lowest = series.isScore ? lowestOf(series) : -1;
  const value = series.values[at];
  const excuse = series.excuses[at];
  const excused = series.values.flatMap((one, i) =>
    one !== null && series.excuses[i] !== null ? [{ i, value: one }] : [],
  );
  return (
    <div className="story-row">
      <h3>
        {series.title}
        {value !== undefined && (
          <span className="numbers story-value">
            {shown(value)}
            {excuse != null && <span className="story-excuse"> excused: {excuse}</span>}
          </span>
        )}
        {lowest >= 0 && (
          <button
            type="button"
            className="link"
            onPointerDown={(event) => event.stopPropagation()}
            onClick={() => selectShot(CONTEXT, views[lowest]?.shot.id ?? '')}
          >
            lowest {shown(series.values[lowest] ?? null)} at {numberAt(views, lowest)}
          </button>
        )}
      </h3>
      <svg
        className={`story-line story-${series.id}`}
        height={height}
        role="img"
        aria-label={`${series.title} along the story${
          lowest < 0
            ? ''
            : `, lowest ${shown(series.values[lowest] ?? null)} at shot ${numberAt(views, lowest)}`
        }`}
      >
        <path d={path} transform="translate(0 1)" />
        {excused.map(({ i, value: low }) => (
          <circle
            key={i}
            className="story-excused"
            cx={(i + 0.5) * step}
            cy={1 + (height - 2) * (1 - low)}
            r={4}
          />
        ))}
        {value != null && <circle cx={(at + 0.5) * step} cy={1 + (height - 2) * (1 - value)} r={3} />}
      </svg>
    </div>
  );
}

interface UnderProps {
  readonly views: readonly ShotView[];
  readonly step: number;
}

/** Thousands of elements, which a pointer that moves over the chart leaves as they are. */
const Colours = memo(function Colours({ views, step }: UnderProps) {
  return (
    <div className="story-colours" aria-hidden>
      {views.map(({ shot, summary }) => (
        <span key={shot.id} style={{ width: step }}>
          {(summary?.palette ?? []).map((colour, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: colours may repeat, and the list never reorders
            <i key={i} style={{ background: colour }} />
          ))}
        </span>
      ))}
    </div>
  );
});

interface FindingsProps extends UnderProps {
  readonly marks: ReturnType<typeof marksOf>;
}

/** A mark under each shot in which something was found: taller where it presses more. */
const Findings = memo(function Findings({ views, marks, step }: FindingsProps) {
  const thick = Math.max(1, Math.min(8, step * 0.5));
  return (
    <svg
      className="story-findings"
      height={16}
      role="img"
      aria-label={`${marks.length} of ${views.length} shots flagged`}
    >
      {marks.map(({ at, severity }) => {
        const tall = severity === 'high' ? 14 : severity === 'medium' ? 10 : 6;
        const view = views[at];
        return (
          <rect
            key={at}
            className={`story-mark story-mark-${severity}`}
            x={(at + 0.5) * step - thick / 2}
            y={15 - tall}
            width={thick}
            height={tall}
          >
            {view && <title>{shotName(view)}</title>}
          </rect>
        );
      })}
    </svg>
  );
});
