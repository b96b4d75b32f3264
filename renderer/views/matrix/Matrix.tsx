import { factsOnBoard } from '@shared/out-of-date/index.js';
import { useVirtualizer } from '@tanstack/react-virtual';
import { ArrowDownWideNarrow } from 'lucide-react';
import { useEffect, useMemo, useRef, useState } from 'react';
import { CONTEXT, selectShot } from '../../actions/index.js';
import { placeIn, type ShotView, subjectsOf } from '../../board/index.js';
import { Crop } from '../../panel/Crop.js';
import { CUT_MARGIN, regionOf, useCut } from '../../panel/use-cut.js';
import { useDocument, useSession, useVisible } from '../../stores/index.js';
import { Picture, SignMark } from '../../ui/index.js';
import { type Column, cellOf, columnsBy, columnsOf, foundIn, keptWords, shotsBy } from './columns.js';
import { Pair } from './Pair.js';
import { ASPECT, titleOf } from './words.js';
import './matrix.css';

/** CSS pixels of a row. */
const ROW = 74;

/** What the rows or the columns are in order of; null = the story, and the canon. */
interface Order {
  readonly column: string | null;
  readonly shotId: string | null;
}

interface Chosen {
  readonly shotId: string;
  readonly column: string;
}

/** Shots by whom and what the canon knows, and by style. A press on a cell has it beside a frame that keeps it. */
export function Matrix() {
  const records = useDocument((mirror) => mirror.records);
  const shots = useVisible();
  const shotId = useSession((session) => session.shotId);
  const facts = factsOnBoard(records);
  const { reference, portrait } = records;
  const subjects = useMemo(
    () => subjectsOf(facts, { references: Object.values(reference), portraits: Object.values(portrait) }),
    [facts, reference, portrait],
  );
  const inOrder = useMemo(() => columnsOf(shots, subjects), [shots, subjects]);
  const [order, setOrder] = useState<Order>({ column: null, shotId: null });
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const by = inOrder.find(({ key }) => key === order.column);
  const rows = useMemo(() => (by ? shotsBy(shots, by) : shots), [shots, by]);
  const across = shots.find(({ shot }) => shot.id === order.shotId);
  const columns = across ? columnsBy(inOrder, across) : inOrder;
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW,
    getItemKey: (i) => rows[i]?.shot.id ?? i,
    // The names of the columns stand over the rows, and before them.
    scrollPaddingStart: ROW,
    scrollPaddingEnd: ROW,
    overscan: 2,
  });
  const at = placeIn(rows, shotId);
  useEffect(() => {
    if (at >= 0) virtual.scrollToIndex(at, { align: 'auto' });
  }, [at, virtual]);
  const pair = chosen && {
    view: shots.find(({ shot }) => shot.id === chosen.shotId),
    column: inOrder.find(({ key }) => key === chosen.column),
  };
  const template = `150px repeat(${columns.length}, minmax(84px, 112px))`;
  return (
    <section className="matrix" aria-label="Matrix" data-testid="matrix">
      {subjects.length === 0 && (
        <p className="matrix-none faint">
          The canon says nothing yet: add facts on its sheet (Shift+C), or learn them from shots that are
          right (Shift+L). Until then there is style alone.
        </p>
      )}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls can be scrolled with the keys */}
      <section ref={scroller} className="matrix-scroll" aria-label="Shots by canon" tabIndex={0}>
        <table aria-rowcount={rows.length + 1} aria-colcount={columns.length + 1}>
          <thead>
            <tr className="matrix-head" aria-rowindex={1} style={{ gridTemplateColumns: template }}>
              <th>
                {(by || across) && (
                  <button
                    type="button"
                    className="link"
                    onClick={() => setOrder({ column: null, shotId: null })}
                  >
                    Story order
                  </button>
                )}
              </th>
              {columns.map((column) => (
                <Head
                  key={column.key}
                  column={column}
                  shots={shots}
                  isBy={column === by}
                  onSort={() =>
                    setOrder({ ...order, column: order.column === column.key ? null : column.key })
                  }
                />
              ))}
            </tr>
          </thead>
          <tbody className="matrix-rows" style={{ height: virtual.getTotalSize() }}>
            {virtual.getVirtualItems().map(({ index, key, start }) => {
              const view = rows[index];
              if (!view) return null;
              const { shot } = view;
              return (
                <tr
                  key={key}
                  aria-rowindex={index + 2}
                  className="matrix-row"
                  data-current={shot.id === shotId}
                  data-omitted={shot.omitted}
                  data-testid={`matrix-row-${shot.number}`}
                  style={{ gridTemplateColumns: template, transform: `translateY(${start}px)`, height: ROW }}
                >
                  <th scope="row" className="matrix-shot">
                    <button
                      type="button"
                      className="matrix-go"
                      aria-label={`Go to shot ${shot.number}`}
                      onClick={() => selectShot(CONTEXT, shot.id)}
                    >
                      <Picture take={view.pick} width={160} alt="" />
                      <span className="numbers">{shot.number}</span>
                    </button>
                    <button
                      type="button"
                      className="quiet square"
                      aria-label={`Columns by shot ${shot.number}, worst first`}
                      aria-pressed={order.shotId === shot.id}
                      onClick={() =>
                        setOrder({ ...order, shotId: order.shotId === shot.id ? null : shot.id })
                      }
                    >
                      <ArrowDownWideNarrow size={14} aria-hidden className="matrix-across" />
                    </button>
                  </th>
                  {columns.map((column) => (
                    <MatrixCell
                      key={column.key}
                      view={view}
                      column={column}
                      isChosen={chosen?.shotId === shot.id && chosen.column === column.key}
                      onChoose={() => {
                        selectShot(CONTEXT, shot.id);
                        setChosen({ shotId: shot.id, column: column.key });
                      }}
                    />
                  ))}
                </tr>
              );
            })}
          </tbody>
        </table>
      </section>
      {pair?.view && pair.column && (
        <Pair
          key={`${pair.view.shot.id} ${pair.column.key}`}
          view={pair.view}
          column={pair.column}
          shots={shots}
          onClose={() => setChosen(null)}
        />
      )}
    </section>
  );
}

interface HeadProps {
  readonly column: Column;
  readonly shots: readonly ShotView[];
  readonly isBy: boolean;
  readonly onSort: () => void;
}

function Head({ column, shots, isBy, onSort }: HeadProps) {
  const title = titleOf(column);
  const { short, full } = keptWords(useMemo(() => foundIn(shots, column), [shots, column]));
  return (
    <th scope="col" aria-sort={isBy ? 'descending' : 'none'}>
      <button
        type="button"
        className="matrix-sort"
        aria-pressed={isBy}
        aria-label={`${title}, ${full}: worst first`}
        title={`${title}, ${full}: worst first`}
        onClick={onSort}
      >
        <b>{title}</b>
        <span className="numbers faint">{short}</span>
      </button>
    </th>
  );
}

interface CellProps {
  readonly view: ShotView;
  readonly column: Column;
  readonly isChosen: boolean;
  readonly onChoose: () => void;
}

function MatrixCell({ view, column, isChosen, onChoose }: CellProps) {
  const { isIn, worst } = cellOf(view, column);
  const { pick, shot } = view;
  const factIds = column.subject?.facts.map(({ id }) => id) ?? [];
  const cut = useCut(pick?.id ?? '', pick && isIn && factIds.length > 0 ? { factIds } : null);
  if (!isIn || !pick)
    return (
      <td className="matrix-cell">
        <span className="matrix-empty">–</span>
      </td>
    );
  return (
    <td className="matrix-cell">
      <button
        type="button"
        className="matrix-frame"
        aria-label={`${titleOf(column)} in shot ${shot.number}: ${worst ? worst.message : 'nothing found'}`}
        aria-pressed={isChosen}
        title={worst?.message}
        data-worst={worst?.severity}
        onClick={onChoose}
      >
        <Crop take={pick} region={regionOf(cut)} aspect={ASPECT} margin={CUT_MARGIN} alt="" />
        <SignMark sign={worst ? worst.severity : view.sign === 'unknown' ? 'unknown' : 'ok'} />
      </button>
    </td>
  );
}
