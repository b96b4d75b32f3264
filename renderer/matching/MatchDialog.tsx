import type { MatchQuestion, ShownMatch } from '@shared/contract/index.js';
import { listed } from '@shared/listed.js';
import type { Match, MatchChoice } from '@shared/matching/index.js';
import { TriangleAlert } from 'lucide-react';
import { useMemo, useState } from 'react';
import { call } from '../link/index.js';
import { Reading } from '../reading/index.js';
import { say, useSession } from '../stores/index.js';
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
  if (waiting !== null && matching?.token === waiting) void call((api) => api.open.notNow());
}

/** It may have been left meanwhile. */
function closeThis(): void {
  if (useSession.getState().dialog === 'match') closeDialog();
}

async function use(
  { question: { token }, choice, forget }: Matching,
  withoutPictures: boolean,
): Promise<void> {
  if (token !== null) return open(token, choice, withoutPictures, forget);
  const done = await call((api) => api.source.rematch({ match: choice }));
  if (!done) return;
  forget();
  closeThis();
  if (done.told === '') say('done', 'The pictures show the same shots as before.');
  else say('done', `Matched: ${done.told}.`, 'Undo takes it back.');
}

async function open(
  token: string,
  match: MatchChoice,
  withoutPictures: boolean,
  forget: () => void,
): Promise<void> {
  const { waiting, matching } = useSession.getState();
  const opened = await call((api) => api.open.board({ token, match, withoutPictures }));
  if (!opened) return;
  forget();
  closeThis();
  // What is opened at the start is also judged.
  if (matching?.token === waiting) void call((api) => api.analysis.start({ shotIds: null, again: false }));
}

/** Shows which picture shows which shot, before a storyboard opens or of the one that is open, and lets it be put right. */
export function MatchDialog() {
  const matching = useSession((session) => session.matching);
  return matching && <Asked key={matching.token ?? ''} first={matching} />;
}

function Asked({ first }: { readonly first: MatchQuestion }) {
  const matching = useMatching(first);
  const { question, match, pattern, problem, failure, reading } = matching;
  const [using, setUsing] = useState(false);
  const { match: shown } = question;
  const shots = useMemo(() => shotChoices(match, shown), [match, shown]);
  const shotOf = useMemo(() => new Map(shots.map((shot) => [shot.name, shot])), [shots]);
  const byPath = useMemo(() => new Map(match?.pictures.map((one) => [one.path, one])), [match]);
  const shownByPath = useMemo(() => new Map(shown?.pictures.map((one) => [one.path, one])), [shown]);
  const isChosen = first.files.length === 0 || first.files.some(({ token }) => token === question.token);
  const pictures = match?.pictures.length ?? 0;
  const left = match?.pictures.filter((one) => one.shots.length === 0).length ?? 0;
  const showNothing = pictures > 0 && left === pictures;
  // A list of shots says something without them.
  const withoutPictures = showNothing && first.token !== null && (match?.shots?.length ?? 0) > 0;
  return (
    <Dialog
      title={isChosen ? 'Which picture shows which shot' : 'Which shots file'}
      className="wide matching"
      onClose={leave}
      footer={
        <>
          <span
            className={`${showNothing && !withoutPictures ? 'match-problem' : 'faint'} numbers match-sum`}
            id="match-sum"
            role="status"
          >
            {reading || using ? <Reading /> : match && (withoutPictures ? WITHOUT : sum(pictures, left))}
          </span>
          <button type="button" className="button" onClick={leave}>
            Cancel
          </button>
          <button
            type="button"
            className="button strong"
            data-testid="match-open"
            data-first={isChosen || undefined}
            disabled={
              !isChosen ||
              reading ||
              using ||
              problem !== '' ||
              failure !== null ||
              (showNothing && !withoutPictures)
            }
            aria-describedby="match-sum"
            onClick={async () => {
              setUsing(true);
              await use(matching, withoutPictures);
              setUsing(false);
            }}
          >
            {first.token === null ? 'Match' : withoutPictures ? 'Open without pictures' : 'Open'}
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
          {matching.told !== '' && (
            <p className="match-own numbers">
              By you: {matching.told}.
              <button type="button" className="quiet" onClick={() => void matching.beginAnew()}>
                Begin anew
              </button>
            </p>
          )}
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
                    shotOf={shotOf}
                    ownShot={shown.shots === null}
                    isPut={Object.hasOwn(matching.put, path)}
                    onPut={(shot) => matching.putTo(path, shot)}
                    onRelease={() => matching.release(path)}
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
      {guesses.length === 0 && <p className="faint">Nothing is guessed.</p>}
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

const WITHOUT =
  'No picture shows a shot: say which do, or open the shots and drop their pictures onto them later.';

function sum(pictures: number, left: number): string {
  if (pictures > 0 && left === pictures) return 'Every picture is left out, so there is nothing to show.';
  return `${count(pictures, 'picture')}, ${left === 0 ? 'none' : left} left out`;
}

function shotChoices(match: Match | null, shown: ShownMatch | null): ShotChoice[] {
  return (match?.shots ?? []).map((name, at) => {
    const description = shown?.shots?.[at]?.description ?? '';
    return { name, title: description === '' ? name : `${name} · ${description}` };
  });
}
