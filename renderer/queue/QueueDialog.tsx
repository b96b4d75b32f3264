import type { Request } from '@shared/records/index.js';
import { isPaused } from '@shared/records/index.js';
import { Pause, Play } from 'lucide-react';
import { useState } from 'react';
import { runningJob } from '../actions/index.js';
import { useDocument } from '../stores/index.js';
import { ActionButton, clock, closeDialog, count, Dialog, VirtualList } from '../ui/index.js';
import { QueueRow } from './QueueRow.js';
import { cancelRequests, moveRequest, pauseQueue, retryRequests } from './send-to-queue.js';
import { useQueue } from './use-queue.js';
import './queue.css';

/** CSS pixels of a row with a prompt of usual length. */
const ROW = 86;

type Row =
  | { readonly key: string; readonly title: string }
  | { readonly key: string; readonly request: Request };

const group = (title: string, requests: readonly Request[]): readonly Row[] =>
  requests.length > 0
    ? [{ key: title, title }, ...requests.map((request) => ({ key: request.id, request }))]
    : [];

/** What is being made, what waits for it in which order, and what came to nothing. */
export function QueueDialog() {
  const { making, waiting, outdated, failed, unknown } = useQueue();
  const paused = useDocument(({ records }) => isPaused(records));
  const writable = useDocument((mirror) => mirror.readOnly === null);
  const [over, setOver] = useState<Over | null>(null);
  const rows: readonly Row[] = [
    ...group('Not known whether they were made', unknown),
    ...group('Came to nothing', failed),
    ...group('Out of date', outdated),
    ...group('Being made', making),
    ...group(paused ? 'Waiting, paused' : 'Waiting', waiting),
  ];
  const open = [...making, ...waiting, ...outdated];
  const waits = (id: string) => waiting.some((request) => request.id === id);
  return (
    <Dialog
      title="Queue"
      className="wide queue"
      footer={
        <>
          <span className="queue-last">
            <ActionButton action="automatic-summary" className="quiet">
              What automatic mode did
            </ActionButton>
          </span>
          <button type="button" className="button" onClick={closeDialog}>
            Close
          </button>
        </>
      }
    >
      <div className="queue-head">
        <Summary making={making.length} waiting={waiting.length} paused={paused} />
        <span className="gap" />
        {failed.length > 1 && (
          <button
            type="button"
            className="button"
            disabled={!writable}
            onClick={() => void retryRequests(failed)}
          >
            Retry {failed.length} failed
          </button>
        )}
        {open.length > 1 && (
          <button
            type="button"
            className="button"
            data-testid="queue-cancel-all"
            disabled={!writable}
            onClick={() => void cancelRequests(open)}
          >
            Cancel all {open.length}
          </button>
        )}
        <button
          type="button"
          className="button"
          data-testid="queue-pause"
          data-first
          disabled={!writable}
          onClick={() => pauseQueue(!paused)}
        >
          {paused ? <Play size={14} aria-hidden /> : <Pause size={14} aria-hidden />}
          {paused ? 'Resume' : 'Pause'}
        </button>
      </div>
      {rows.length === 0 ? (
        <div className="queue-empty">
          <p>Nothing is ordered.</p>
          <p className="faint">
            Approve a prompt, and its picture is made from here. Everything goes on when this window is
            closed.
          </p>
        </div>
      ) : (
        // biome-ignore lint/a11y/noStaticElementInteractions: the rows move with the keys as well
        <div
          className="queue-drop"
          onDragOver={(event) => {
            const at = overOf(event);
            if (!at || !waits(at.id)) return;
            event.preventDefault();
            if (at.id !== over?.id || at.side !== over.side) setOver(at);
          }}
          onDragEnd={() => setOver(null)}
          onDrop={(event) => {
            const moved = event.dataTransfer.getData('text/plain');
            const at = overOf(event);
            setOver(null);
            if (!at || !waits(moved) || !waits(at.id) || moved === at.id) return;
            event.preventDefault();
            const place = waiting.findIndex(({ id }) => id === at.id) + (at.side === 'after' ? 1 : 0);
            moveRequest(moved, waiting[place]?.id ?? null);
          }}
        >
          <VirtualList
            label="Orders"
            className="queue-list"
            count={rows.length}
            estimate={ROW}
            keyOf={(index) => rows[index]?.key ?? ''}
          >
            {(index) => {
              const row = rows[index];
              if (!row) return null;
              if ('title' in row) return <h3 className="queue-group">{row.title}</h3>;
              const { request } = row;
              const above = rows[index - 1];
              const setAbove = above && 'request' in above ? above.request.setId : null;
              return (
                <QueueRow
                  request={request}
                  waiting={waits(request.id) ? waiting : null}
                  writable={writable}
                  repeats={request.setId !== null && request.setId === setAbove}
                  target={request.id === over?.id ? over.side : null}
                />
              );
            }}
          </VirtualList>
        </div>
      )}
    </Dialog>
  );
}

/** The half of a row that something is dragged over. */
interface Over {
  readonly id: string;
  readonly side: 'before' | 'after';
}

function overOf({ target, clientY }: React.DragEvent): Over | null {
  const row = target instanceof Element && target.closest<HTMLElement>('[data-request]');
  if (!row) return null;
  const { top, height } = row.getBoundingClientRect();
  return { id: row.dataset.request ?? '', side: clientY > top + height / 2 ? 'after' : 'before' };
}

interface SummaryProps {
  readonly making: number;
  readonly waiting: number;
  readonly paused: boolean;
}

function Summary({ making, waiting, paused }: SummaryProps) {
  const left = useDocument((mirror) => runningJob(mirror.jobs, 'regeneration')?.secondsLeft ?? null);
  if (making + waiting === 0) return <span className="faint">Nothing waits.</span>;
  const parts = [
    ...(making > 0 ? [`${making} being made`] : []),
    ...(waiting > 0 ? [`${waiting} waiting`] : []),
    ...(paused ? ['paused'] : []),
    ...(left !== null && !paused ? [`${clock(left)} left`] : []),
  ];
  return <span className="numbers">{`${count(making + waiting, 'picture')} left: ${parts.join(', ')}`}</span>;
}
