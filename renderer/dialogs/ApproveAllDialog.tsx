import type { Command } from '@shared/commands/index.js';
import { useState } from 'react';
import { approval } from '../actions/index.js';
import { isWaiting, type ShotView } from '../board/index.js';
import { send } from '../link/index.js';
import { appState, say, useBoard } from '../stores/index.js';
import { closeDialog, count, Dialog, Picture, SignMark, score } from '../ui/index.js';

interface Row {
  readonly view: ShotView;
  readonly command: Command;
}

/** Waiting shots whose approval orders a picture; and undecided ones in which nothing was found. */
function rowsNow(views: readonly ShotView[]): { orders: readonly Row[]; clean: readonly Row[] } {
  const state = appState();
  const rows = (kept: readonly ShotView[]) =>
    kept.flatMap((view): Row[] => {
      const command = approval({ ...state, session: { ...state.session, shotId: view.shot.id } });
      return command ? [{ view, command }] : [];
    });
  const clean = views.filter((view) => view.shot.status === 'pending' && view.sign === 'ok' && !view.request);
  return {
    orders: rows(views.filter(isWaiting)).filter(({ command }) => command.type === 'approve-suggestion'),
    clean: rows(clean.filter((view) => !isWaiting(view))).filter(
      ({ command }) => command.type === 'approve-take',
    ),
  };
}

const promptOf = ({ command, view }: Row): string =>
  command.type === 'approve-suggestion' ? command.prompt : view.shot.description;

interface GroupProps {
  readonly title: string;
  readonly rows: readonly Row[];
  readonly off: ReadonlySet<string>;
  readonly onFlip: (ids: readonly string[], on: boolean) => void;
}

function RowGroup({ title, rows, off, onFlip }: GroupProps) {
  if (rows.length === 0) return null;
  const ids = rows.map(({ view }) => view.shot.id);
  const allOn = ids.every((id) => !off.has(id));
  return (
    <section aria-label={title} className="approve-group">
      <label className="approve-title">
        <input type="checkbox" checked={allOn} onChange={() => onFlip(ids, !allOn)} />
        <h3>{title}</h3>
      </label>
      <ul>
        {rows.map((row) => {
          const { view } = row;
          return (
            <li key={view.shot.id}>
              <label className="approve-row">
                <input
                  type="checkbox"
                  checked={!off.has(view.shot.id)}
                  onChange={(event) => onFlip([view.shot.id], event.target.checked)}
                />
                <span className="approve-thumb">
                  <Picture take={view.pick} width={160} alt="" />
                </span>
                <span className="approve-words">
                  <span className="numbers">
                    <b>Shot {view.shot.number}</b> <SignMark sign={view.sign} /> {score(view.score)}
                  </span>
                  <span className="faint">{promptOf(row)}</span>
                </span>
              </label>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

/** Lists what approving everything would do and asks once. */
export function ApproveAllDialog() {
  const board = useBoard();
  const [{ orders, clean }] = useState(() => rowsNow(board.views));
  const [off, setOff] = useState<ReadonlySet<string>>(() => new Set(clean.map(({ view }) => view.shot.id)));
  const flip = (ids: readonly string[], on: boolean) =>
    setOff((now) => new Set(on ? [...now].filter((id) => !ids.includes(id)) : [...now, ...ids]));
  const chosen = [...orders, ...clean].filter(({ view }) => !off.has(view.shot.id));
  const pictures = chosen.filter(({ command }) => command.type === 'approve-suggestion').length;
  const approve = async () => {
    closeDialog();
    let approved = 0;
    for (const { command } of chosen) {
      if (!(await send(command))) break;
      approved += 1;
    }
    if (approved > 0) say('done', `${count(approved, 'shot')} approved.`);
  };
  const nothing = orders.length + clean.length === 0;
  return (
    <Dialog
      title="Approve all waiting"
      className="wide"
      footer={
        <>
          <span className="faint numbers approve-sum">
            {nothing
              ? ''
              : pictures > 0
                ? `${count(pictures, 'picture')} will be made. Each can be undone until it starts.`
                : 'No picture will be made.'}
          </span>
          <button type="button" className="button" onClick={closeDialog}>
            Cancel
          </button>
          <button
            type="button"
            className="button yes"
            data-testid="approve-all-confirm"
            data-first
            disabled={chosen.length === 0}
            onClick={() => void approve()}
          >
            Approve {chosen.length}
          </button>
        </>
      }
    >
      {nothing && <p className="faint">No shot is waiting for you.</p>}
      <RowGroup title={`${count(orders.length, 'new prompt')}`} rows={orders} off={off} onFlip={flip} />
      <RowGroup
        title={`${count(clean.length, 'frame')} with nothing found, as they are`}
        rows={clean}
        off={off}
        onFlip={flip}
      />
    </Dialog>
  );
}
