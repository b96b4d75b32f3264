import { useState } from 'react';
import {
  ACTION_GROUPS,
  type Action,
  allActions,
  conflictOf,
  keyLabel,
  keyName,
  keysOf,
} from '../actions/index.js';
import { call } from '../link/index.js';
import { appState, useSettings } from '../stores/index.js';
import { Dialog } from '../ui/index.js';

type Remapped = Readonly<Record<string, string[]>>;

const setKeys = (keys: Remapped) => void call((api) => api.settings.set({ keys: { ...keys } }));

interface RowProps {
  readonly action: Action;
  readonly remapped: Remapped;
  readonly listening: boolean;
  readonly onListen: (listen: boolean) => void;
}

function KeyRow({ action, remapped, listening, onListen }: RowProps) {
  const [conflict, setConflict] = useState<string | null>(null);
  const own = remapped[action.id];
  const take = (event: React.KeyboardEvent) => {
    if (!listening) return;
    event.preventDefault();
    event.stopPropagation();
    if (event.key === 'Escape') return onListen(false);
    const key = keyName(event);
    if (!key) return;
    const taken = conflictOf(action, key, appState());
    setConflict(taken ? `${keyLabel(key)} is taken by “${taken.title}”` : null);
    if (taken) return;
    onListen(false);
    setKeys({ ...remapped, [action.id]: [key] });
  };
  const reset = () => {
    const { [action.id]: _, ...rest } = remapped;
    setKeys(rest);
  };
  return (
    <li className="key-row">
      <span>{action.title}</span>
      {conflict && listening && <span className="key-conflict">{conflict}</span>}
      {own && !listening && (
        <button type="button" className="link" onClick={reset}>
          Reset
        </button>
      )}
      <button
        type="button"
        className="quiet"
        aria-label={`Keys for ${action.title}`}
        onClick={() => {
          setConflict(null);
          onListen(!listening);
        }}
        onKeyDown={take}
        onBlur={() => listening && onListen(false)}
      >
        {listening
          ? 'Press a key…'
          : keysOf(action, remapped).map((key) => (
              <kbd key={key} className="key">
                {keyLabel(key)}
              </kbd>
            ))}
        {!listening && keysOf(action, remapped).length === 0 && <span className="faint">none</span>}
      </button>
    </li>
  );
}

/** All keys by group; click one and press another to change it. */
export function KeysDialog() {
  const remapped = useSettings((settings) => settings.keys);
  const state = appState();
  const [listening, setListening] = useState<string | null>(null);
  return (
    <Dialog title="Keys" className="wide">
      <p className="faint">
        Click a key and press another to change it. Keys rest while you type in a field.
      </p>
      <div className="key-columns">
        {ACTION_GROUPS.map((group) => {
          const actions = allActions(state).filter(
            (action) => action.group === group && (action.keys.length > 0 || remapped[action.id]),
          );
          if (actions.length === 0) return null;
          return (
            <section key={group} aria-label={group}>
              <h3>{group}</h3>
              <ul>
                {actions.map((action) => (
                  <KeyRow
                    key={action.id}
                    action={action}
                    remapped={remapped}
                    listening={listening === action.id}
                    onListen={(listen) => setListening(listen ? action.id : null)}
                  />
                ))}
              </ul>
            </section>
          );
        })}
      </div>
    </Dialog>
  );
}
