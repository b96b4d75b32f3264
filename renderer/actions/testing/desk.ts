import { type Command, inputsOf } from '@shared/commands/index.js';
import type { Info } from '@shared/contract/index.js';
import type { Overview } from '@shared/overview.js';
import type { Records, Request, Run, Take } from '@shared/records/index.js';
import { DEFAULT_SETTINGS, type Settings } from '@shared/settings.js';
import { boardOf, take } from '@testing/derived-board.js';
import type { Api } from '../../link/index.js';
import { type AppState, EMPTY_MIRROR, INITIAL_SESSION, type Session } from '../../stores/index.js';
import { expectChange, type Mirror } from '../../stores/mirror.js';
import type { ActionContext } from '../action.js';
import { actionById, allActions } from '../table.js';

const HOLD: Command = { type: 'hold', shotId: 's0', reason: '' };

export const INFO = {
  exports: [
    { id: 'feedback', title: 'Export feedback', keys: ['Mod+E'], options: [] },
    { id: 'csv', title: 'Export a table', keys: [], options: [] },
    { id: 'pdf', title: 'Export a sheet', keys: [], options: [{ id: 'rows' }] },
  ],
} as unknown as Info;

/** An open board with nothing behind it: what is sent is noted, and taken or refused. */
export function desk(
  session: Partial<Session>,
  settings: Partial<Settings> = {},
  takes = true,
  answer?: object,
  document: Partial<Mirror> = {},
) {
  const sent: Command[] = [];
  const happened: string[] = [];
  const board = boardOf(5, [1, 3]);
  let state: AppState = {
    document: { ...EMPTY_MIRROR, open: true, confirmed: board.records, ...board, ...document },
    session: { ...INITIAL_SESSION, ...session },
    settings: { ...DEFAULT_SETTINGS, ...settings },
  };
  const waiting: (() => void)[] = [];
  const become = (next: AppState): void => {
    state = next;
    for (const wake of waiting.splice(0)) wake();
  };
  const context: ActionContext = {
    state: () => state,
    changed: () => new Promise((resolve) => void waiting.push(resolve)),
    session: (change) => {
      become({ ...state, session: { ...state.session, ...change } });
    },
    send: async (command) => {
      sent.push(command);
      return takes;
    },
    settled: async () => {
      happened.push('settled');
      return takes;
    },
    call: async (run) => {
      happened.push('called');
      return answer ? run(answer as Api) : null;
    },
    say: (message, hint) => void happened.push(hint ? `${message} ${hint}` : message),
    fullScreen: (on) => context.session({ fullScreen: on }),
    download: (token, name) => void happened.push(`downloaded ${token} as ${name}`),
  };
  const run = async (id: string) => {
    const action = allActions(state).find((one) => one.id === id) ?? actionById(id);
    const able = action.enabled(state);
    if (able) await action.run(context);
    return able;
  };
  /** As after a decision that shows already and that the host has not confirmed. */
  const expectSomething = () => {
    become({
      ...state,
      document: expectChange(state.document, HOLD, inputsOf({ id: 'c1', at: 0 }, DEFAULT_SETTINGS)),
    });
  };
  const change = (records: Partial<Records>) => {
    const changed = { ...state.document.records, ...records };
    become({ ...state, document: { ...state.document, records: changed } });
  };
  /** What is known at a glance is told. */
  const tell = (told: Partial<Overview>) =>
    become({ ...state, document: { ...state.document, overview: { ...state.document.overview, ...told } } });
  const add = (made: Take) => change({ take: { ...state.document.records.take, [made.id]: made } });
  const ask = (made: Pick<Request, 'id' | 'shotId' | 'fromTakeId' | 'state'>) =>
    change({ request: { [made.id]: made as Request } });
  /** The queue is paused. */
  const pause = () => change({ queue: { queue: { id: 'queue', paused: true } } });
  /** Automatic mode has been here. */
  const ran = () => change({ run: { u: { id: 'u' } as Run } });
  return {
    run,
    context,
    sent,
    happened,
    add,
    ask,
    pause,
    ran,
    change,
    tell,
    expectSomething,
    session: () => state.session,
    state: () => state,
  };
}

/** On shot 2 with takes t1 and t9. */
export function twoTakes(session: Partial<Session> = {}, ...more: [settings?: object, takes?: boolean]) {
  const made = desk({ shotId: 's1', ...session }, ...more);
  made.add(take(9, { shotId: 's1', round: 1 }));
  return made;
}
