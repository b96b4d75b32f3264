import { PLACED_NAMES, type Placing } from '@shared/contract/index.js';
import { useState } from 'react';
import { call } from '../link/index.js';
import { useSession } from '../stores/index.js';
import { capitalised, closeDialog, count, Dialog } from '../ui/index.js';
import {
  beforeAt,
  type Choice,
  choicesFor,
  firstTargets,
  movesOf,
  placeKey,
  sharedPlace,
  type Target,
} from './targets.js';
import './placing.css';

interface Named {
  readonly id: string;
  readonly type: string;
  readonly title: string;
}

const nodeTold = ({ id, type, title }: Named): string => `${title || type} (${id})`;

const choiceTold = ({ node, type, title, input }: Choice): string =>
  `${nodeTold({ id: node, type, title })}, ${input}`;

interface RowProps {
  readonly placing: Placing;
  readonly target: Target;
  readonly onMove: (place: string) => void;
}

function Row({ placing, target, onMove }: RowProps) {
  const { value, place, after } = target;
  const name = capitalised(PLACED_NAMES[value]);
  const choices = choicesFor(placing, value);
  const own = placing.rows.find(({ node, input }) => placeKey(node.id, input) === place);
  const isAdded = own !== undefined && placing.added.includes(own.node.id);
  return (
    <tr data-value={value}>
      <th scope="row">{name}</th>
      <td>
        {choices && !isAdded ? (
          <select
            className="field"
            aria-label={`Where it goes: ${name}`}
            value={place}
            onChange={({ target: { value: to } }) => onMove(to)}
          >
            <option value="">Nowhere</option>
            {choices.map((choice) => {
              const key = placeKey(choice.node, choice.input);
              return (
                <option key={key} value={key}>
                  {choiceTold(choice)}
                </option>
              );
            })}
          </select>
        ) : (
          own && (
            <span title={own.node.type}>
              {nodeTold(own.node)}, {own.input}
              {isAdded && <span className="faint block">put in for this</span>}
            </span>
          )
        )}
      </td>
      <td className="placing-words faint selectable">{beforeAt(placing, target) || '–'}</td>
      <td className="placing-words selectable">
        {place === '' ? <span className="placing-missing">left out</span> : after || 'nothing'}
      </td>
    </tr>
  );
}

function Table({ placing }: { placing: Placing }) {
  const { shape, graph, nodes, waiting } = placing;
  const [targets, setTargets] = useState(() => firstTargets(placing));
  const [isSending, setSending] = useState(false);
  const isShared = sharedPlace(targets) !== null;
  const isLost = targets.every(({ value, place }) => value !== 'prompt' || place === '');
  const allow = async () => {
    setSending(true);
    const isLast = useSession.getState().placings.length <= 1;
    const allowed = await call((api) => api.generators.allow({ shape, moves: movesOf(placing, targets) }));
    setSending(false);
    if (allowed && isLast) closeDialog();
  };
  return (
    <Dialog
      title="This goes there"
      className="wide placing"
      footer={
        <>
          <span className="placing-sum faint">
            {isShared && 'Two values go to the same place: choose another for one of them, or “Nowhere”.'}
            {isLost && 'The prompt has to go somewhere.'}
          </span>
          <button type="button" className="button" onClick={closeDialog}>
            Not now
          </button>
          <button
            type="button"
            className="button yes"
            data-testid="placing-yes"
            data-first
            disabled={isShared || isLost || isSending}
            onClick={() => void allow()}
          >
            Yes, use this graph
          </button>
        </>
      }
    >
      <p>
        {count(waiting, 'approved picture')} {waiting === 1 ? 'waits' : 'wait'} for your yes: ComfyUI gets{' '}
        <strong>{graph}</strong> ({count(nodes, 'node')}) for the first time. What is not listed stays as it
        is in the graph.
      </p>
      <table>
        <thead>
          <tr>
            <th scope="col">Value</th>
            <th scope="col">Goes to</th>
            <th scope="col">Stands there</th>
            <th scope="col">Will stand there</th>
          </tr>
        </thead>
        <tbody>
          {targets.map((target, at) => (
            <Row
              // biome-ignore lint/suspicious/noArrayIndexKey: a value may have several lines, and none moves
              key={`${target.value} ${at}`}
              placing={placing}
              target={target}
              onMove={(place) =>
                setTargets(targets.map((one, index) => (index === at ? { ...one, place } : one)))
              }
            />
          ))}
        </tbody>
      </table>
      <p className="faint">
        Asked once for each shape of a graph, and kept on this machine. Other words, seeds and settings are no
        other shape.
      </p>
    </Dialog>
  );
}

/** What goes where in a graph that was not used before; one after another, where there are several. */
export function PlacingDialog() {
  const [placing] = useSession((session) => session.placings);
  if (placing) return <Table key={placing.shape} placing={placing} />;
  return (
    <Dialog title="This goes there">
      <p>No graph waits for your yes.</p>
    </Dialog>
  );
}
