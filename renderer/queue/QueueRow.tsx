import { orderOutOfDate, shotParts } from '@shared/out-of-date/index.js';
import { madeNothing, type Request } from '@shared/records/index.js';
import { ChevronDown, ChevronUp, GripVertical, RotateCw, X } from 'lucide-react';
import { useState } from 'react';
import { candidateOf, neighbourOf } from '../board/index.js';
import { useGenerators } from '../generators/index.js';
import { pictureUrl, send } from '../link/index.js';
import { OrderedPrompt } from '../panel/OrderedPrompt.js';
import { useDocument, useShotView } from '../stores/index.js';
import { clock, Picture, Tip } from '../ui/index.js';
import { cancelRequests, moveRequest, retryRequests } from './send-to-queue.js';

interface Props {
  readonly request: Request;
  /** All that wait, where this one waits: then it can be moved among them. */
  readonly waiting: readonly Request[] | null;
  readonly writable: boolean;
  /** The row above is of the same set: its words are these. */
  readonly repeats: boolean;
  /** Where what is dragged over it would go. */
  readonly target: 'before' | 'after' | null;
}

/** One order: which picture of which shot, what its words change, who makes it and how far it is. */
export function QueueRow({ request, waiting, writable, repeats, target }: Props) {
  const view = useShotView(request.shotId);
  const take = useDocument(({ records }) => records.take[request.fromTakeId]);
  const table = useDocument(({ records }) => records.request);
  const making = useDocument((mirror) => mirror.making[request.id]);
  const [gone, setGone] = useState<string | null>(null);
  const generator = useGenerators().find(({ id }) => id === request.generator);
  const why = useDocument(({ records }) => {
    const parts = shotParts(records, request.shotId);
    return parts && orderOutOfDate(parts, request);
  });
  if (!view) return null;
  const candidate = candidateOf({ request: table }, request);
  const name = [
    `Shot ${view.shot.number}`,
    `round ${request.round}`,
    ...(candidate ? [`candidate ${candidate.number} of ${candidate.of}`] : []),
  ].join(', ');
  const move = (by: -1 | 1) => {
    const before = waiting && neighbourOf(waiting, request.id, by);
    if (before !== undefined) moveRequest(request.id, before);
  };
  const onKeyDown = (event: React.KeyboardEvent) => {
    const by = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : null;
    if (!event.altKey || by === null || !waiting || !writable) return;
    event.preventDefault();
    event.stopPropagation();
    move(by);
  };
  const canMove = (by: -1 | 1) =>
    writable && waiting !== null && neighbourOf(waiting, request.id, by) !== undefined;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: its buttons take the same keys
    <div
      className={`queue-row ${target ? `queue-${target}` : ''}`}
      data-testid="queue-row"
      data-request={request.id}
      draggable={writable && waiting !== null}
      onDragStart={(event) => {
        event.dataTransfer.effectAllowed = 'move';
        event.dataTransfer.setData('text/plain', request.id);
      }}
      onKeyDown={onKeyDown}
    >
      {waiting && <GripVertical size={14} aria-hidden className="queue-grip" />}
      <span className="change-thumb">
        {making?.preview && making.preview !== gone ? (
          <img
            className="queue-preview"
            src={pictureUrl(making.preview, 320)}
            alt="The new take so far"
            // The host lets go of it when its picture is made, which may be before it was fetched.
            onError={() => setGone(making.preview)}
          />
        ) : (
          <Picture take={take?.shotId === request.shotId ? take : null} width={160} alt="" />
        )}
      </span>
      <div className="change-words">
        <p className="change-head numbers">
          <b>{name}</b>
          <span className="faint">{generator?.name ?? request.generator}</span>
          {request.approvedBy === 'automatic' && <span className="faint">automatic</span>}
        </p>
        {why !== null && <p className="queue-why">{why}</p>}
        {request.error && <p className="queue-error">{request.error}</p>}
        {!request.error && !repeats && (
          <OrderedPrompt view={view} request={view.again?.id === request.id ? view.again : request} brief />
        )}
        {!request.error && repeats && <p className="faint numbers">The same words, seed {request.seed}</p>}
        {request.state === 'running' && <Progress requestId={request.id} />}
      </div>
      <span className="queue-buttons">
        {waiting && (
          <>
            <Tip text="Make it earlier (Alt ↑)">
              <button
                type="button"
                className="quiet square"
                aria-label={`Make ${name} earlier`}
                disabled={!canMove(-1)}
                onClick={() => move(-1)}
              >
                <ChevronUp size={15} aria-hidden />
              </button>
            </Tip>
            <Tip text="Make it later (Alt ↓)">
              <button
                type="button"
                className="quiet square"
                aria-label={`Make ${name} later`}
                disabled={!canMove(1)}
                onClick={() => move(1)}
              >
                <ChevronDown size={15} aria-hidden />
              </button>
            </Tip>
          </>
        )}
        {why !== null && (
          <button
            type="button"
            className="button"
            disabled={!writable}
            onClick={() => void send({ type: 'approve-again', requestId: request.id })}
          >
            Approve again
          </button>
        )}
        {madeNothing(request) && (
          <button
            type="button"
            className="button"
            disabled={!writable}
            onClick={() => void retryRequests([request])}
          >
            <RotateCw size={14} aria-hidden />
            {request.state === 'unknown' ? 'Send it again' : 'Retry'}
          </button>
        )}
        {request.state !== 'failed' && (
          <Tip text={request.state === 'running' ? 'Stop it' : 'Cancel it'}>
            <button
              type="button"
              className="quiet square"
              aria-label={`Cancel ${name}`}
              disabled={!writable}
              onClick={() => void cancelRequests([request])}
            >
              <X size={15} aria-hidden />
            </button>
          </Tip>
        )}
      </span>
    </div>
  );
}

function Progress({ requestId }: { readonly requestId: string }) {
  const making = useDocument((mirror) => mirror.making[requestId]);
  if (!making) return <p className="faint">Made, and being judged.</p>;
  const { state, percent, doing, secondsLeft } = making;
  const far = state === 'queued' ? 'Waiting at the generator' : `${percent} %`;
  const left = secondsLeft === null ? '' : ` · ${clock(secondsLeft)} left`;
  return (
    <p className="queue-progress numbers">
      <span
        className="queue-bar"
        role="progressbar"
        aria-label="Being made"
        aria-valuenow={percent}
        aria-valuetext={doing ? `${far}. ${doing}` : far}
      >
        <i style={{ transform: `scaleX(${percent / 100})` }} />
      </span>
      <span className="faint">
        {far}
        {left}
        {doing && ` · ${doing}`}
      </span>
    </p>
  );
}
