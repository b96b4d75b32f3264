import type { Take } from '@shared/records/index.js';
import { Columns2 } from 'lucide-react';
import type { ShotView } from '../board/index.js';
import { StyleMark, useStyleMark } from '../brand/index.js';
import { send } from '../link/index.js';
import { useDocument, useSession, useShownTake, useSummary } from '../stores/index.js';
import { day, Key, NewMark, Picture, score, Tip } from '../ui/index.js';
import { KeepReference } from './KeepReference.js';
import './takes.css';

const show = (takeId: string) => useSession.setState({ takeId, compareTakeId: null, flipped: false });

interface RowProps {
  readonly view: ShotView;
  readonly take: Take;
  readonly number: number;
  readonly shown: Take | null;
}

function TakeRow({ view, take, number, shown }: RowProps) {
  const summary = useSummary(take.id);
  const styled = useStyleMark(take.id);
  const writable = useDocument((mirror) => mirror.readOnly === null);
  const picked = take.id === view.shot.pickId;
  const isShown = take.id === shown?.id;
  const isNew = useSession(({ seen }) => seen?.unseen.includes(take.id));
  const origin = take.origin.kind === 'imported' ? 'imported' : `round ${take.round}`;
  const compare = () =>
    useSession.setState((session) => ({
      view: 'strip',
      compare: session.compare ?? 'wipe',
      compareTakeId: take.id,
    }));
  return (
    <li className={`take ${isShown ? 'take-shown' : ''}`}>
      <button
        type="button"
        className="take-face"
        aria-current={isShown}
        data-testid={`take-${number}`}
        data-picked={picked}
        onClick={() => show(take.id)}
        onDoubleClick={() => {
          if (writable && !picked) void send({ type: 'pick-take', shotId: view.shot.id, takeId: take.id });
        }}
      >
        <span className="take-thumb">
          <Picture key={take.sha256} take={take} width={160} alt="" />
          <StyleMark on={styled} />
        </span>
        <span className="take-words">
          <span className="numbers">
            <b>Take {number}</b> {isNew && <NewMark />} {origin} · <b>{score(summary?.scores.description)}</b>
          </span>
          <span className="faint numbers take-line">
            {take.seed === null ? 'seed not known' : `seed ${take.seed}`} · {day(take.createdAt)}
          </span>
          <span className="faint take-line" title={take.prompt}>
            {take.prompt || 'No prompt is known.'}
          </span>
        </span>
      </button>
      <span className="take-buttons">
        {picked ? (
          <span className="picked">Picked</span>
        ) : (
          writable && (
            <Tip text={<>Pick {number <= 9 && <Key action={`pick-take-${number}`} />}</>}>
              <button
                type="button"
                className="quiet"
                data-testid={`pick-${number}`}
                aria-label={`Pick take ${number}`}
                onClick={() => void send({ type: 'pick-take', shotId: view.shot.id, takeId: take.id })}
              >
                Pick
              </button>
            </Tip>
          )
        )}
        {writable && take.unreadable === null && (
          <KeepReference view={view} take={take} name={`take ${number}`} />
        )}
        {!isShown && (
          <Tip text="Compare with the take on the screen">
            <button
              type="button"
              className="quiet square"
              aria-label={`Compare with take ${number}`}
              onClick={compare}
            >
              <Columns2 size={15} aria-hidden />
            </button>
          </Tip>
        )}
      </span>
    </li>
  );
}

/** Every take stays; the picked one counts. */
export function Takes({ view }: { view: ShotView }) {
  const shown = useShownTake();
  if (view.takes.length === 0) return null;
  return (
    <section aria-label="Takes">
      <div className="section-head">
        <h3>Takes</h3>
      </div>
      <ul className="takes">
        {view.takes.map((take, i) => (
          <TakeRow key={take.id} view={view} take={take} number={i + 1} shown={shown} />
        ))}
      </ul>
    </section>
  );
}
