import { useMemo, useState } from 'react';
import {
  asOne,
  commandsFor,
  hides,
  isOrder,
  moreThan,
  type Offered,
  offered,
  picturesOf,
  type ShotView,
  shotsOffered,
  stillOffered,
} from '../board/index.js';
import { ChangeRow } from '../bulk/ChangeRow.js';
import { HintCount } from '../hints/index.js';
import { send } from '../link/index.js';
import { appState, currentVisible, say, useSession, useSettings, useVisible } from '../stores/index.js';
import { closeDialog, count, Dialog, VirtualList } from '../ui/index.js';

/** CSS pixels of a row with a prompt of usual length. */
const ROW = 130;

interface GroupProps {
  readonly title: string;
  readonly ids: readonly string[];
  readonly off: ReadonlySet<string>;
  readonly onFlip: (ids: readonly string[], on: boolean) => void;
}

function GroupSwitch({ title, ids, off, onFlip }: GroupProps) {
  if (ids.length === 0) return null;
  const on = ids.filter((id) => !off.has(id)).length;
  return (
    <label className="numbers">
      <input
        type="checkbox"
        checked={on === ids.length}
        ref={(box) => {
          if (box) box.indeterminate = on > 0 && on < ids.length;
        }}
        onChange={() => onFlip(ids, on < ids.length)}
      />
      {title}
    </label>
  );
}

function summary(pictures: number, asTheyAre: number): string {
  const parts = [
    pictures > 0 ? `${count(pictures, 'picture')} will be made` : 'No picture will be made',
    ...(asTheyAre > 0
      ? [`${count(asTheyAre, 'frame')} approved as ${asTheyAre === 1 ? 'it is' : 'they are'}`]
      : []),
  ];
  return `${parts.join(', ')}. One undo takes back what has not started.`;
}

/** Not approved unless they are ticked: only new prompts are at first. */
const idsOff = (lots: readonly Offered[]): ReadonlySet<string> =>
  new Set(lots.flatMap(({ again, clean }) => [...again, ...clean].map(({ shot }) => shot.id)));

/** Lists what approving everything shown would do, and asks once. */
export function ApproveAllDialog() {
  const narrowed = useSession(({ filter }) => hides(filter));
  const drafts = useSession((session) => session.drafts);
  const candidates = useSettings((settings) => settings.candidates);
  // What is listed is what is approved, whatever arrives meanwhile: that is listed behind it, once it is asked for.
  const [listed, setListed] = useState<readonly Offered[]>(() => [
    offered(currentVisible(appState()), drafts),
  ]);
  const [off, setOff] = useState<ReadonlySet<string>>(() => idsOff(listed));
  const visible = useVisible();
  const lots = useMemo(() => listed.map((lot) => stillOffered(lot, visible)), [listed, visible]);
  const rows = useMemo(() => lots.flatMap(shotsOffered), [lots]);
  const more = useMemo(() => moreThan(rows, visible, drafts), [rows, visible, drafts]);
  const cameIn = shotsOffered(more).length;
  const showMore = () => {
    setListed([...lots, more]);
    // One that was listed as right, and is no longer, is listed anew with its prompt.
    const anew = new Set(shotsOffered(more).map(({ shot }) => shot.id));
    setOff(new Set([...[...off].filter((id) => !anew.has(id)), ...idsOff([more])]));
  };
  const flip = (ids: readonly string[], on: boolean) =>
    setOff((now) => {
      const next = new Set(now);
      for (const id of ids) {
        if (on) next.delete(id);
        else next.add(id);
      }
      return next;
    });
  const orders = lots.flatMap((lot) => lot.orders);
  const again = lots.flatMap((lot) => lot.again);
  const clean = lots.flatMap((lot) => lot.clean);
  const commands = commandsFor(
    rows.filter(({ shot }) => !off.has(shot.id)),
    { type: 'approve', candidates },
    drafts,
  );
  const asTheyAre = commands.filter((command) => !isOrder(command)).length;
  const pictures = picturesOf(commands);
  const approve = async () => {
    closeDialog();
    const command = asOne(commands);
    if (command && (await send(command))) say('done', `${count(commands.length, 'shot')} approved.`);
  };
  const prompts = commands.flatMap((command) =>
    command.type === 'approve-suggestion' ? [{ shotId: command.shotId, prompt: command.prompt }] : [],
  );
  const ids = (views: readonly ShotView[]) => views.map(({ shot }) => shot.id);
  return (
    <Dialog
      title="Approve all waiting"
      className="wide approve-all"
      footer={
        <>
          <span className="faint numbers approve-sum">
            {commands.length > 0 && summary(pictures, asTheyAre)}
          </span>
          <button type="button" className="button" onClick={closeDialog}>
            Cancel
          </button>
          <button
            type="button"
            className="button yes"
            data-testid="approve-all-confirm"
            data-first
            disabled={commands.length === 0}
            onClick={() => void approve()}
          >
            Approve {commands.length}
          </button>
        </>
      }
    >
      {cameIn > 0 && (
        <p className="approve-more" role="status">
          <span>{count(cameIn, 'more shot')} came in since this was opened.</span>
          <button type="button" className="link" data-testid="approve-all-more" onClick={showMore}>
            {rows.length === 0 ? 'Show them' : 'Show them below the others'}
          </button>
        </p>
      )}
      {rows.length === 0 ? (
        <p className="faint">
          {narrowed ? 'No shot that the filter shows is waiting for you.' : 'No shot is waiting for you.'}
        </p>
      ) : (
        <>
          <div className="approve-groups">
            <GroupSwitch
              title={count(orders.length, 'new prompt')}
              ids={ids(orders)}
              off={off}
              onFlip={flip}
            />
            <GroupSwitch
              title={`${again.length} approved elsewhere, or before something changed`}
              ids={ids(again)}
              off={off}
              onFlip={flip}
            />
            <GroupSwitch
              title={`${count(clean.length, 'frame')} with nothing found, as ${clean.length === 1 ? 'it is' : 'they are'}`}
              ids={ids(clean)}
              off={off}
              onFlip={flip}
            />
            {narrowed && <span className="faint">Of the shots that the filter shows.</span>}
          </div>
          <HintCount prompts={prompts} />
          <VirtualList
            label="Shots to approve"
            className="approve-list"
            count={rows.length}
            estimate={ROW}
            keyOf={(index) => rows[index]?.shot.id ?? ''}
          >
            {(index) => {
              const view = rows[index];
              return (
                view && (
                  <ChangeRow
                    view={view}
                    lead={
                      <input
                        type="checkbox"
                        aria-label={`Approve shot ${view.shot.number}`}
                        checked={!off.has(view.shot.id)}
                        onChange={(event) => flip([view.shot.id], event.target.checked)}
                      />
                    }
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
