import type { Run, RunEnd, ShotStop } from '@shared/records/index.js';
import { useState } from 'react';
import { CONTEXT, selectShot } from '../actions/index.js';
import type { BoardView, ShotView } from '../board/index.js';
import { useGenerators } from '../generators/index.js';
import { useBoardView, useDocument } from '../stores/index.js';
import { closeDialog, count, Dialog, moment, Picture, VirtualList } from '../ui/index.js';
import './summary.css';

type Tried = Run['shots'][number];

/** CSS pixels of a row. */
const ROW = 58;

/** Why a run ended, after “It”. */
const ENDS: Record<RunEnd, (run: Run) => string> = {
  done: () => 'ended when no shot was left that it may change',
  pictures: ({ pictures }) => `ended at its limit of ${count(pictures, 'picture')}`,
  minutes: ({ minutes }) => `ended at its limit of ${count(minutes, 'minute')}`,
  stopped: () => 'was stopped',
  failed: () => 'ended because something went wrong; the message said what',
  running: () => 'has not ended yet',
  'cut off': () =>
    'was cut off when the program ended; what it had ordered waits in the queue, or was made since',
};

/** Why a shot was left. */
const STOPS: Record<ShotStop, string> = {
  'nothing open': 'Nothing more to change',
  'round limit': 'Its rounds are used',
  'two rounds brought nothing': 'Two rounds in a row brought nothing better',
  failed: 'The generator failed',
  cancelled: 'Cancelled',
  elsewhere: 'Waits for a yes on this machine',
  waits: 'Waits until you have seen what goes where in its graph',
  unknown: 'Whether its picture was made is not known',
};

const stopWord = ({ stop }: Tried): string => (stop ? STOPS[stop] : 'The run ended before its next round');

/** What automatic runs did, the last first: which shots stand better, which do not and why, and what ended the run. */
export function AutomaticSummaryDialog() {
  const table = useDocument(({ records }) => records.run);
  const runs = Object.values(table).sort((a, b) => b.startedAt - a.startedAt);
  const [chosen, setChosen] = useState<string | null>(null);
  const run = runs.find(({ id }) => id === chosen) ?? runs[0];
  return (
    <Dialog
      title="What automatic mode did"
      className="wide automatic-summary"
      footer={
        <button type="button" className="button" data-first onClick={closeDialog}>
          Close
        </button>
      }
    >
      {runs.length > 1 && (
        <label className="row summary-runs">
          Run
          <select className="field" value={run?.id} onChange={(event) => setChosen(event.target.value)}>
            {runs.map(({ id, startedAt }) => (
              <option key={id} value={id}>
                {moment(startedAt)}
              </option>
            ))}
          </select>
        </label>
      )}
      {run ? <Summary run={run} /> : <p className="faint">No automatic run has ended yet.</p>}
    </Dialog>
  );
}

type Row =
  | { readonly key: string; readonly count: number }
  | { readonly key: string; readonly view: ShotView; readonly shot: Tried };

function group(title: string, shots: readonly Tried[], byId: BoardView['byId']): readonly Row[] {
  const shown = shots.flatMap((shot) => {
    const view = byId.get(shot.shotId);
    return view ? [{ key: shot.shotId, view, shot }] : [];
  });
  return shown.length > 0 ? [{ key: title, count: shots.length }, ...shown] : [];
}

function Summary({ run }: { readonly run: Run }) {
  const generator = useGenerators().find(({ id }) => id === run.generator)?.name ?? run.generator;
  const improved = run.shots.filter((shot) => shot.improved);
  const others = run.shots.filter((shot) => !shot.improved);
  const minutes = Math.round((run.endedAt - run.startedAt) / 60_000);
  const { byId } = useBoardView();
  const rows = [...group('Better', improved, byId), ...group('Unchanged', others, byId)];
  const time = minutes < 1 ? 'less than a minute' : count(minutes, 'minute');
  return (
    <>
      <p className="numbers" data-testid="automatic-summary">
        {count(run.made, 'picture')} made with {generator} in {time}: {count(improved.length, 'shot')} better,{' '}
        {others.length} unchanged.
      </p>
      <p className="faint numbers">
        It {ENDS[run.end](run)}. At most {count(run.rounds, 'round')} a shot
        {run.candidates > 1 && ` with ${run.candidates} pictures each`}. Every take stays.
      </p>
      {rows.length > 0 && (
        <VirtualList
          label="Shots it tried"
          className="summary-list"
          count={rows.length}
          estimate={ROW}
          keyOf={(index) => rows[index]?.key ?? ''}
        >
          {(index) => {
            const row = rows[index];
            if (!row) return null;
            if ('view' in row) return <ShotRow view={row.view} shot={row.shot} />;
            return (
              <h3 className="summary-group numbers">
                {row.key} <span className="faint">{row.count}</span>
              </h3>
            );
          }}
        </VirtualList>
      )}
    </>
  );
}

function ShotRow({ view, shot }: { readonly view: ShotView; readonly shot: Tried }) {
  const show = () => {
    closeDialog();
    selectShot(CONTEXT, shot.shotId);
  };
  return (
    <button type="button" className="summary-shot" onClick={show}>
      <span className="change-thumb">
        <Picture take={view.pick} width={160} alt="" />
      </span>
      <span className="numbers">
        <b>Shot {view.shot.number}</b>
        <span className="faint block">
          {count(shot.made, 'picture')} · {stopWord(shot)}
        </span>
      </span>
    </button>
  );
}
