/** Keeps one connection to the host: watches, mirrors, reconnects; and sends calls over it. */
import { asSentence } from '@shared/as-sentence.js';
import { type Command, inputsOf } from '@shared/commands/index.js';
import type { Message } from '@shared/contract/index.js';
import type { ErrorData } from '@shared/errors.js';
import { isTerminal, type Job, type JobKind } from '@shared/job.js';
import { NO_CHOICE } from '@shared/matching/index.js';
import { sameValue } from '@shared/records/index.js';
import type { Settings } from '@shared/settings.js';
import {
  answered,
  expectChange,
  receiveAll,
  say,
  sayError,
  useDocument,
  useSession,
  useSettings,
  withdraw,
} from '../stores/index.js';
import { type Api, type Connection, connect, NotLetIn } from './api.js';
import { errorOf } from './error-of.js';
import { betweenFrames, Inbox, rested } from './inbox.js';
import { keepLooking, shotsLookedAt } from './looking.js';
import { newId } from './new-id.js';
import { nextInvitation } from './tab.js';

let live: Api | null = null;

const LOST = {
  message: 'The connection was lost.',
  hint: 'Your decisions are saved. Wait until it is back and try again.',
};

/** Runs a call; what goes wrong is said to the artist, and null comes back. What the host said before it answered is known. */
export async function call<T>(run: (api: Api) => Promise<T>): Promise<T | null> {
  const answer = await callAhead(run);
  inbox.empty();
  return answer;
}

/** As that, for what shows already: what the host said before waits on. */
async function callAhead<T>(run: (api: Api) => Promise<T>): Promise<T | null> {
  if (!live) {
    sayError(LOST);
    return null;
  }
  const api = live;
  try {
    return await run(api);
  } catch (thrown) {
    if (live === api) sayError(errorOf(thrown));
    else sayError(LOST);
    return null;
  }
}

/** Like `call`, for what is only looked at: an error is returned, not announced. */
export async function ask<T>(run: (api: Api) => Promise<T>): Promise<T | null> {
  if (!live) return null;
  try {
    return await run(live);
  } catch {
    return null;
  }
}

/** Like `call`, for what shows its own errors. */
export async function tryCall<T>(
  run: (api: Api) => Promise<T>,
): Promise<{ value: T } | { error: ErrorData }> {
  try {
    if (live) {
      const value = await run(live);
      inbox.empty();
      return { value };
    }
    return { error: { code: 'INTERNAL', data: {}, ...LOST } };
  } catch (thrown) {
    return { error: errorOf(thrown) };
  }
}

/** What can be chosen may have changed: files came or went. */
export async function refreshInfo(): Promise<void> {
  const info = await ask((api) => api.info());
  if (info) useSession.setState({ info });
}

/** The storyboards that were opened before, for windows that offer them. */
export async function refreshRecent(): Promise<void> {
  const recent = await ask((api) => api.window.recent());
  if (recent) useSession.setState({ recent });
}

/** How the generators are doing: a server may have come or gone, a program may have been named. */
export async function refreshGenerators(): Promise<void> {
  const generatorStatus = await ask((api) => api.generators.status());
  if (generatorStatus) useSession.setState({ generatorStatus });
}

const underWay = new Set<Promise<boolean>>();

/** Sends a command; its expected change shows at once and is taken back if the host refuses. */
export function send(command: Command): Promise<boolean> {
  const sent = sendNow(command).finally(() => underWay.delete(sent));
  underWay.add(sent);
  return sent;
}

/** Resolves when the host has answered every command sent so far: true when it took them all. */
export async function settled(): Promise<boolean> {
  return (await Promise.all(underWay)).every(Boolean);
}

async function sendNow(command: Command): Promise<boolean> {
  const id = newId();
  const at = Date.now();
  const inputs = inputsOf({ id, at }, useSettings.getState());
  useDocument.setState((mirror) => expectChange(mirror, command, inputs));
  const answer = await callAhead((api) => api.command.run({ id, at, command }));
  useDocument.setState((mirror) => (answer ? answered(mirror, id, answer.event) : withdraw(mirror, id)));
  return answer !== null;
}

/** The action that goes on with work which failed, as when the model's process ended. */
const AGAIN: Partial<Record<JobKind, string>> = { analysis: 'analyse', regeneration: 'resume' };

/** `known`: the jobs before it. */
function announceJob(message: Message, known: Readonly<Record<string, Job>>): void {
  if (message.type !== 'job') return;
  const { job } = message;
  const before = known[job.id];
  if (!isTerminal(job.state) || (before && isTerminal(before.state))) return;
  // The page of the models says it in its place.
  const said = job.kind === 'download' && useSession.getState().dialog === 'models';
  // Whoever asked for the file says what became of it.
  if (job.kind === 'export' && job.state !== 'cancelled') return;
  if (job.state === 'failed' && job.error && !said) sayError(job.error, AGAIN[job.kind] ?? null);
  else if (job.warning) say('warning', asSentence(job.summary), job.warning, AGAIN[job.kind] ?? null);
  else if (job.summary) say('done', job.summary);
  if (job.kind === 'download') void refreshInfo();
}

/** Of the settings, what says which generator is used and how each is set up. */
const ofGenerators = ({ generator, generators }: Settings) => ({ generator, generators });

let lastWithheld: string | null = null;

/** Said once, not again whenever the connection comes back. */
function sayWithheld(withheld: string | null): void {
  if (withheld !== null && withheld !== lastWithheld) say('done', withheld);
  lastWithheld = withheld;
}

/** What was named at the start, and opens once the artist has seen which picture shows which shot. */
async function askWhatWaits(waiting: string | null): Promise<void> {
  const isNew = waiting !== null && waiting !== useSession.getState().waiting;
  useSession.setState({ waiting });
  if (!isNew) return;
  const matching = await call((api) => api.open.match({ token: waiting, match: NO_CHOICE }));
  if (matching) useSession.setState({ dialog: 'match', matching });
}

/** What the host asks of this window: an action of its menu, something that was dropped. */
export interface Asked {
  action(id: string): void;
  dropped(token: string): void;
}

let asked: Asked | null = null;

/** Who answers what the host asks of this window. */
export function listenToHost(answers: Asked): void {
  asked = answers;
}

function take(message: Message): void {
  if (message.type === 'action') asked?.action(message.id);
  if (message.type === 'dropped') asked?.dropped(message.token);
  if (message.type === 'lost') sayError(message);
  if (message.type === 'document') void refreshRecent();

  if (message.type === 'settings' || message.type === 'document') {
    const before = ofGenerators(useSettings.getState());
    useSettings.setState(message.settings, true);
    const { problem, question, placings } = message;
    if (message.type === 'settings' && question?.answer === 'yes')
      say('done', 'You allowed it.', question.text);
    useSession.setState({ settingsProblem: problem, question, placings });
    void askWhatWaits(message.waiting);
    sayWithheld(message.withheld);
    const isSame = sameValue(before, ofGenerators(message.settings));
    if (message.type === 'settings' && !isSame) void refreshGenerators();
  }
  takeTogether([message]);
}

/** What changes only what is shown. */
const CAN_WAIT: ReadonlySet<Message['type']> = new Set(['change', 'derived', 'details', 'job', 'making']);

/** Drawn once, however many they are. */
function takeTogether(messages: readonly Message[]): void {
  let known = useDocument.getState().jobs;
  for (const message of messages) {
    announceJob(message, known);
    if (message.type === 'job') known = { ...known, [message.job.id]: message.job };
  }
  useDocument.setState((mirror) => receiveAll(mirror, messages), true);
}

const inbox = new Inbox(takeTogether, rested(betweenFrames));

/** Where a message was missed, that is found out at once. */
function hear(message: Message): void {
  const before = (inbox.last ?? useDocument.getState()).seq;
  if (CAN_WAIT.has(message.type) && message.seq === before + 1) inbox.put(message);
  else {
    inbox.empty();
    take(message);
  }
}

/** Follows the host, from `ready` on, until the connection ends. A missed message starts the watch over. */
async function follow(api: Api, ready: Promise<unknown>, ended: AbortSignal): Promise<void> {
  while (!ended.aborted) {
    const watcher = newId();
    const messages = await api.watch({ watcher, shots: [...shotsLookedAt()] }, { signal: ended });
    // Of one that is lost the next connection tells.
    const look = (shots: readonly string[]) =>
      api.look({ watcher, shots: [...shots] }).catch(() => undefined);
    const stop = keepLooking((shots) => void look(shots));
    try {
      await ready;
      for await (const message of messages) {
        hear(message);
        if (useDocument.getState().stale) break;
      }
    } finally {
      stop();
      inbox.empty();
    }
    if (!useDocument.getState().stale) return;
  }
}

/** What the host can do; from then on it is called. */
async function greet(api: Api): Promise<void> {
  const info = await api.info();
  live = api;
  useSession.setState({ info, connection: 'open' });
  void refreshGenerators();
}

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Connects and stays connected for as long as the window lives. */
export async function keepConnected(): Promise<never> {
  for (let failures = 0; ; failures++) {
    let connection: Connection | null = null;
    try {
      connection = await connect();
      const { api, closed } = connection;
      const over = new AbortController();
      void closed.then(() => over.abort());
      const ready = greet(api).then(() => {
        failures = 0;
      });
      // The document is on its way meanwhile.
      await Promise.race([Promise.all([ready, follow(api, ready, over.signal)]), closed]);
      over.abort();
    } catch (thrown) {
      if (thrown instanceof NotLetIn) {
        live = null;
        useSession.setState({ connection: 'uninvited' });
        await nextInvitation();
        continue;
      }
      // The bar says so; the next attempt follows.
    }
    connection?.close();
    live = null;
    useSession.setState({ connection: 'lost' });
    await pause(Math.min(500 * 2 ** failures, 5000));
  }
}
