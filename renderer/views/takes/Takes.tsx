import type { Take } from '@shared/records/index.js';
import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useState } from 'react';
import type { ShotView } from '../../board/index.js';
import { OutcomeMark } from '../../panel/OutcomeMark.js';
import { useBoardView, useDocument, useSession, useShot, useShownTake } from '../../stores/index.js';
import { frameAspect } from '../../strip/frame-shape.js';
import { NewMark, Picture, score, useSize } from '../../ui/index.js';
import { fitAcross } from '../fit-frames.js';
import { type Compared, type Difference, differencesOf, MOST, windowOf } from './differences.js';
import './takes-view.css';

/** CSS pixels between pictures, and under one. */
const GAP = 10;
const UNDER = 26;
/** Share of the room that the pictures have, where something differs. */
const PICTURES = 0.66;

/** Up to eight takes of the shot beside each other, and what differs between them; nothing that is the same. */
export function Takes() {
  const view = useShot();
  if (!view) return <p className="takes-none">No shot is selected.</p>;
  if (view.takes.length < 2)
    return (
      <p className="takes-none" data-testid="takes-none">
        {view.takes.length === 0
          ? `Shot ${view.shot.number} has no picture yet.`
          : `Shot ${view.shot.number} has one take. Approve a changed prompt, or choose a new seed: the take that is made stands beside it here.`}
      </p>
    );
  return <Compare key={view.shot.id} view={view} />;
}

function Compare({ view }: { readonly view: ShotView }) {
  const board = useBoardView();
  const summaries = useDocument((mirror) => mirror.overview.summaries);
  const analyses = useDocument((mirror) => mirror.analyses);
  const [from, setFrom] = useState<number | null>(null);
  const [size, measure] = useSize();
  const [start, takes] = windowOf(view.takes, from);
  const compared = takes.map(
    (take): Compared => ({
      take,
      summary: summaries[take.id] ?? null,
      analysis: analyses[take.id] ?? null,
    }),
  );
  const differences = differencesOf(compared);
  const isPart = view.takes.length > takes.length;
  const aspect = frameAspect(board);
  const across = fitAcross(
    { width: size.width - 32, height: (size.height - 40) * PICTURES },
    { count: takes.length, aspect, under: UNDER, gap: GAP },
  );
  return (
    <section
      ref={measure}
      className="takes-view"
      aria-label="Takes compared"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls can be scrolled with the keys
      tabIndex={0}
      data-testid="takes"
    >
      {isPart && (
        <header className="takes-head">
          <span className="numbers" role="status">
            Takes {start + 1}–{start + takes.length} of {view.takes.length}
          </span>
          <button
            type="button"
            className="quiet square"
            aria-label="Earlier takes"
            disabled={start === 0}
            onClick={() => setFrom(start - MOST)}
          >
            <ChevronLeft size={15} aria-hidden />
          </button>
          <button
            type="button"
            className="quiet square"
            aria-label="Later takes"
            disabled={start + takes.length === view.takes.length}
            onClick={() => setFrom(start + MOST)}
          >
            <ChevronRight size={15} aria-hidden />
          </button>
        </header>
      )}
      <ul className="takes-faces" style={{ gridTemplateColumns: `repeat(${across}, minmax(0, 1fr))` }}>
        {compared.map(({ take, summary }, i) => (
          <Face
            key={take.id}
            view={view}
            take={take}
            number={start + i + 1}
            said={score(summary?.scores.description)}
            aspect={aspect}
          />
        ))}
      </ul>
      {differences.length === 0 ? (
        <p className="faint">Nothing that is known of them differs but the pictures.</p>
      ) : (
        <Differences takes={takes} first={start + 1} differences={differences} />
      )}
    </section>
  );
}

interface FaceProps {
  readonly view: ShotView;
  readonly take: Take;
  readonly number: number;
  readonly said: string;
  readonly aspect: number;
}

/** A press shows it in the panel, a double one in the viewer. */
function Face({ view, take, number, said, aspect }: FaceProps) {
  const shown = useShownTake();
  const isNew = useSession(({ seen }) => seen?.unseen.includes(take.id));
  const isPick = view.shot.pickId === take.id;
  const show = () => useSession.setState({ takeId: take.id, compareTakeId: null });
  return (
    <li>
      <button
        type="button"
        className="takes-face"
        aria-current={take.id === shown?.id}
        data-testid={`compared-${number}`}
        data-picked={isPick}
        onClick={show}
        onDoubleClick={() => useSession.setState({ view: 'strip', takeId: take.id })}
      >
        <span className="takes-picture" style={{ aspectRatio: aspect }}>
          <Picture key={take.sha256} take={take} width={640} alt="" />
          {isNew && <NewMark />}
        </span>
        <span className="numbers takes-words">
          <b>Take {number}</b> {said}
          {isPick && <span className="picked">Picked</span>}
        </span>
      </button>
    </li>
  );
}

interface DifferencesProps {
  readonly takes: readonly Take[];
  /** The number of the first of them. */
  readonly first: number;
  readonly differences: readonly Difference[];
}

function Differences({ takes, first, differences }: DifferencesProps) {
  return (
    <table className="takes-table selectable" data-testid="differences">
      <thead>
        <tr>
          <th scope="col">What differs</th>
          {takes.map(({ id }, i) => (
            <th key={id} scope="col" className="numbers">
              Take {first + i}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {differences.map(({ name, values }, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two claims may have the same words
          <tr key={`${i} ${name}`}>
            <th scope="row">{name}</th>
            {values.map(({ text, outcome }, at) => (
              <td key={takes[at]?.id} className="numbers">
                {outcome && <OutcomeMark outcome={outcome} />} {text || <span className="faint">–</span>}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
