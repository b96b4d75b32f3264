import type { MatchQuestion, ShownMatch } from '@shared/contract/index.js';
import { listed } from '@shared/listed.js';
import type { Match } from '@shared/matching/index.js';
import { TriangleAlert } from 'lucide-react';
import { useMemo, useState } from 'react';
import { call } from '../link/index.js';
import { useSession } from '../stores/index.js';
import { closeDialog, count, Dialog, VirtualList } from '../ui/index.js';
import { MatchColumns } from './MatchColumns.js';
import { MatchRow, type ShotChoice } from './MatchRow.js';
import { type Matching, useMatching } from './use-matching.js';
import './matching.css';

/** CSS pixels. */
const ROW = 52;
/** Shots without a picture that are named. */
const NAMED = 12;

/** Leaves what was named at the start, where this was about it. */
function leave(): void {
  const { matching, waiting } = useSession.getState();
  closeDialog();
  if (matching && matching.token === waiting) void call((api) => api.open.notNow());
}

async function open({ question, choice }: Matching): Promise<void> {
  const { waiting, matching } = useSession.getState();
  const opened = await call((api) => api.open.board({ token: question.token, match: choice }));
  if (!opened) return;
  if (useSession.getState().dialog === 'match') closeDialog();
  // What is opened at the start is also judged.
  if (matching?.token === waiting) void call((api) => api.analysis.start({ shotIds: null, again: false }));
}

/** Shows which picture shows which shot before a storyboard opens, and lets it be put right. */
export function MatchDialog() {
  const matching = useSession((session) => session.matching);
  return matching && <Asked key={matching.token} first={matching} />;
}

function Asked({ first }: { readonly first: MatchQuestion }) {
  const matching = useMatching(first);
  const { question, match, pattern, problem, failure, reading } = matching;
  const [opening, setOpening] = useState(false);
  const { match: shown } = question;
  const shots = useMemo(() => shotChoices(match, shown), [match, shown]);
  const byPath = useMemo(() => new Map(match?.pictures.map((one) => [one.path, one])), [match]);
  const shownByPath = useMemo(() => new Map(shown?.pictures.map((one) => [one.path, one])), [shown]);
  const isChosen = first.files.length === 0 || first.files.some(({ token }) => token === question.token);
  const left = match?.pictures.filter((one) => one.shots.length === 0).length ?? 0;
  return (
    <Dialog
      title={isChosen ? 'Which picture shows which shot' : 'Which shots file'}
      className="wide matching"
      onClose={leave}
      footer={
        <>
          <span className="faint numbers match-sum" role="status">
            {reading || opening ? 'Reading…' : match && sum(match.pictures.length, left)}
          </span>
          <button type="button" className="button" onClick={leave}>
            Cancel
          </button>
          <button
            type="button"
            className="button strong"
            data-testid="match-open"
            data-first={isChosen || undefined}
            disabled={!isChosen || reading || opening || problem !== '' || failure !== null}
            onClick={async () => {
              setOpening(true);
              await open(matching);
              setOpening(false);
            }}
          >
            Open
          </button>
        </>
      }
    >
      {first.files.length > 0 && (
        <fieldset className="match-files">
          <legend>This folder holds several shots files. Each has a review of its own.</legend>
          {first.files.map(({ token, name }, at) => (
            <button
              key={token}
              type="button"
              className="chip"
              data-first={(!isChosen && at === 0) || undefined}
              aria-pressed={token === question.token}
              onClick={() => void matching.take(token)}
            >
              {name}
            </button>
          ))}
        </fieldset>
      )}
      {failure && (
        <div role="alert" className="match-failure selectable">
          <p>{failure.message}</p>
          <p className="faint">{failure.hint}</p>
        </div>
      )}
      {match && shown && (
        <>
          <Guesses guesses={[...match.guesses, ...shown.doubts]} empty={match.empty} />
          {shown.columns.length > 0 && (
            <MatchColumns
              columns={shown.columns}
              meanings={shown.meanings}
              onRead={(header, meaning) => void matching.read(header, meaning)}
            />
          )}
          <div className="match-pattern">
            <label htmlFor="match-pattern">Pattern</label>
            <input
              id="match-pattern"
              className="field"
              value={pattern}
              placeholder="sc{scene}_sh{shot}[_v{take}].png"
              spellCheck={false}
              autoComplete="off"
              aria-invalid={problem !== ''}
              aria-describedby="match-pattern-help"
              onChange={({ target }) => matching.write(target.value)}
            />
            <p id="match-pattern-help" className={problem === '' ? 'faint' : 'match-problem'} role="status">
              {problem === ''
                ? '{scene}, {shot}, {take} and {seed}; * for anything; [ ] around what may be missing.'
                : `At ${problem}`}
            </p>
          </div>
          <VirtualList
            label="Pictures and their shots"
            className="match-list"
            count={matching.order.length}
            estimate={ROW}
            keyOf={(index) => matching.order[index] ?? ''}
          >
            {(index) => {
              const path = matching.order[index] ?? '';
              const [picture, own] = [byPath.get(path), shownByPath.get(path)];
              return (
                picture &&
                own && (
                  <MatchRow
                    shown={own}
                    picture={picture}
                    shots={shots}
                    ownShot={shown.shots === null}
                    onPut={(shot) => matching.put(path, shot)}
                  />
                )
              );
            }}
          </VirtualList>
        </>
      )}
    </Dialog>
  );
}

function Guesses({
  guesses,
  empty,
}: {
  readonly guesses: readonly string[];
  readonly empty: readonly string[];
}) {
  return (
    <div className="match-guesses">
      {guesses.length === 0 && <p className="faint">Nothing is guessed any more.</p>}
      {guesses.map((guess) => (
        <p key={guess}>
          <TriangleAlert size={14} aria-hidden />
          {guess}
        </p>
      ))}
      {empty.length > 0 && <p className="faint numbers">Without a picture: {listed(empty, NAMED)}</p>}
    </div>
  );
}

const sum = (pictures: number, left: number): string =>
  `${count(pictures, 'picture')}, ${left === 0 ? 'none' : left} left out`;

function shotChoices(match: Match | null, shown: ShownMatch | null): ShotChoice[] {
  return (match?.shots ?? []).map((name, at) => {
    const description = shown?.shots?.[at]?.description ?? '';
    return { name, title: description === '' ? name : `${name} · ${description}` };
  });
}
