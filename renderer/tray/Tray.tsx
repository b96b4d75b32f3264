import { isUnderWay, type Request, type Take } from '@shared/records/index.js';
import { Check, Minus, Plus } from 'lucide-react';
import { against, type ShotView } from '../board/index.js';
import { send } from '../link/index.js';
import { useAnalysis, useDocument, useSession, useShownTake, useSummary } from '../stores/index.js';
import { ActionButton, Key, Picture, score, Tip } from '../ui/index.js';
import { useRanking } from './use-ranking.js';
import './tray.css';

interface Props {
  readonly view: ShotView;
}

/** Candidates of one round beside the take before: the artist picks one, or keeps what there is. */
export function Tray({ view }: Props) {
  const [first] = view.candidates;
  return first ? <Candidates view={view} first={first} /> : null;
}

/** Only these are compared by the host, which is asked for it. */
function Candidates({ view, first }: Props & { readonly first: Request }) {
  const { candidates, takes } = view;
  const ranking = useRanking(view);
  const old = takes.find(({ id }) => id === first.fromTakeId);
  const made = candidates.flatMap(({ resultTakeId }) => takes.find(({ id }) => id === resultTakeId) ?? []);
  const rank = ({ id }: Take) => (ranking.includes(id) ? ranking.indexOf(id) : takes.length);
  const ordered = [...made].sort((a, b) => rank(a) - rank(b));
  const coming = candidates.filter(isUnderWay).length;
  const unknown = candidates.filter(({ state }) => state === 'unknown').length;
  const missed = candidates.length - made.length - coming - unknown;
  const said = [
    `${made.length} of ${candidates.length}`,
    ...(coming > 0 ? [`${coming} to come`] : []),
    ...(missed > 0 ? [`${missed} not made`] : []),
    ...(unknown > 0 ? [`${unknown} unknown`] : []),
  ].join(', ');
  return (
    <section aria-label="Candidates" className="tray" data-testid="tray">
      <div className="section-head">
        <h3>
          Candidates <span className="faint numbers">{said}</span>
        </h3>
        <ActionButton action="decline-candidates" className="quiet" showKey testId="decline">
          None of them
        </ActionButton>
      </div>
      <p className="faint">
        {made.length > 0 && ranking[0] === old?.id ? 'None stands better than the take before. ' : ''}
        Pick one; the others stay as takes.
      </p>
      <ul className="tray-cards">
        {old && <Card view={view} take={old} old={null} word="Before" />}
        {old &&
          ordered.map((take) => (
            <Card
              key={take.id}
              view={view}
              take={take}
              old={old}
              word={ranking[0] === take.id ? 'Best' : ''}
            />
          ))}
      </ul>
    </section>
  );
}

interface CardProps {
  readonly view: ShotView;
  readonly take: Take;
  /** What it is compared with; null for that itself. */
  readonly old: Take | null;
  readonly word: string;
}

function Card({ view, take, old, word }: CardProps) {
  const summary = useSummary(take.id);
  const shown = useShownTake();
  const writable = useDocument((mirror) => mirror.readOnly === null);
  const number = view.takes.findIndex(({ id }) => id === take.id) + 1;
  const isShown = shown?.id === take.id;
  const show = () => useSession.setState({ takeId: take.id, compareTakeId: old?.id ?? null, flipped: false });
  const pick = async () => {
    if (await send({ type: 'pick-take', shotId: view.shot.id, takeId: take.id }))
      useSession.setState({ takeId: null });
  };
  return (
    <li className={`tray-card ${isShown ? 'tray-shown' : ''}`} data-testid={old ? 'candidate' : 'before'}>
      <button
        type="button"
        className="tray-face"
        aria-label={`Show ${old ? `candidate, take ${number}` : `the take before, take ${number}`}`}
        aria-current={isShown}
        onClick={show}
        onDoubleClick={() => {
          if (old && writable) void pick();
        }}
      >
        <Picture key={take.sha256} take={take} width={320} alt="" />
        {word && <span className={`tray-word ${word === 'Best' ? 'tray-best' : ''}`}>{word}</span>}
      </button>
      <p className="tray-line numbers">
        <span>
          Take {number} · <b>{score(summary?.scores.description)}</b>
        </span>
        {old ? (
          <Tip text={<>Pick {number <= 9 && <Key action={`pick-take-${number}`} />}</>}>
            <button
              type="button"
              className="button tray-pick"
              data-testid={`candidate-${number}`}
              aria-label={`Pick take ${number}`}
              disabled={!writable}
              onClick={() => void pick()}
            >
              <Check size={14} aria-hidden /> Pick
            </button>
          </Tip>
        ) : (
          <span className="picked">Picked</span>
        )}
      </p>
      {old && <Differences old={old} take={take} />}
    </li>
  );
}

/** Claims that are named; the others are counted. */
const NAMED = 3;

function Differences({ old, take }: { readonly old: Take; readonly take: Take }) {
  const before = useAnalysis(old.id);
  const after = useAnalysis(take.id);
  const differs = against(before, after);
  if (!differs) return <p className="faint">{after?.error ?? 'Being judged.'}</p>;
  const { gained, lost } = differs;
  if (gained.length + lost.length === 0) return <p className="faint">Shows the same as before.</p>;
  return (
    <ul className="tray-claims">
      {gained.slice(0, NAMED).map((text) => (
        <li key={text} className="tray-gained" title={text}>
          <Plus size={13} aria-label="Now shows" /> <span>{text}</span>
        </li>
      ))}
      {gained.length > NAMED && <li className="faint">and {gained.length - NAMED} more gained</li>}
      {lost.slice(0, NAMED).map((text) => (
        <li key={text} className="tray-lost" title={text}>
          <Minus size={13} aria-label="No longer shows" /> <span>{text}</span>
        </li>
      ))}
      {lost.length > NAMED && <li className="faint">and {lost.length - NAMED} more lost</li>}
    </ul>
  );
}
