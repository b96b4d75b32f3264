import type { Stepped } from '@shared/contract/index.js';
import { isTerminal, type Job, type JobKind } from '@shared/job.js';
import { isPaused, isUnderWay } from '@shared/records/index.js';
import { type AppState, currentChosen, currentVisible, type Told } from '../stores/index.js';
import type { Action, ActionContext } from './action.js';
import { always, canDecide, isMasking, isOpen, isWritable } from './conditions.js';
import { selectShot } from './moving.js';

/** The job of a kind that is under way, if any. */
export const runningJob = (jobs: Readonly<Record<string, Job>>, kind: JobKind): Job | null =>
  Object.values(jobs).find((job) => job.kind === kind && !isTerminal(job.state)) ?? null;

const underWay = (kind: JobKind) => (state: AppState) => runningJob(state.document.jobs, kind) !== null;

/** `cancel` at once, `stop` after the picture that is under way. */
const ending = (how: 'cancel' | 'stop', kind: JobKind, title: string): Action => ({
  id: `${how}-${kind}`,
  title,
  group: 'Storyboard',
  keys: [],
  enabled: underWay(kind),
  run: async (context) => {
    const job = runningJob(context.state().document.jobs, kind);
    if (job) await context.call<unknown>((api) => api.job[how]({ jobId: job.id }));
  },
});

const analyse = (id: string, title: string, keys: string[], again: boolean, onlyChosen: boolean): Action => ({
  id,
  title,
  group: 'Storyboard',
  keys,
  startsWork: true,
  enabled: (state) => isWritable(state) && !underWay('analysis')(state) && (!onlyChosen || canDecide(state)),
  run: async (context) => {
    const chosen = onlyChosen ? currentChosen(context.state()).map(({ shot }) => shot.id) : null;
    await context.call((api) => api.analysis.start({ shotIds: chosen, again }));
  },
});

/** Goes to the shot that a step changed, where the filter shows it, and says what became of the step. */
function showStep(context: ActionContext, { label, changed, note, shotIds }: Stepped, done: string): void {
  const state = context.state();
  const { shotId } = state.session;
  const seen = currentVisible(state).filter(({ shot }) => shotIds.includes(shot.id));
  const [first] = seen;
  if (first && !seen.some(({ shot }) => shot.id === shotId)) selectShot(context, first.shot.id);
  context.say(`${changed ? done : 'Nothing changed'}: ${label}`, note);
}

/** A storyboard, or comments on the one that is open. True when it was opened; what is to be asked first is asked. */
export async function openBoard(
  { call, say, session, state }: Pick<ActionContext, 'call' | 'say' | 'session' | 'state'>,
  token: string,
): Promise<boolean> {
  const before = new Set(state().session.messages.map(({ id }) => id));
  const opened = await call((api) => api.open.board({ token, match: null }));
  if (opened === null) return false;
  // That something else could not be opened before is over; good news goes by itself.
  const isOver = ({ id, kind }: Told) => kind === 'error' && before.has(id);
  session({
    messages: state().session.messages.map((told) => (isOver(told) ? { ...told, open: false } : told)),
  });
  if ('asks' in opened) {
    session({ dialog: 'match', matching: opened.asks });
    return false;
  }
  const [first, ...others] = opened.told ?? [];
  if (first !== undefined) say(first, others.join(' '));
  return true;
}

/** Opens the host's own dialog where it has one; otherwise the window browses. */
async function open(context: ActionContext): Promise<void> {
  if (!context.state().session.info?.hasOpenDialog) return context.session({ dialog: 'open' });
  const chosen = await context.call((api) => api.open.dialog({ purpose: 'storyboard' }));
  if (chosen) await openBoard(context, chosen.token);
}

/** Of the storyboard that is open: which picture shows which shot. */
async function match({ call, say, session }: ActionContext): Promise<void> {
  const matching = await call((api) => api.source.match({ match: null }));
  if (matching?.match) session({ dialog: 'match', matching });
  else if (matching)
    say('There is nothing to match.', 'The storyboard’s file says itself which picture each shot has.');
}

export const STORYBOARD: readonly Action[] = [
  {
    id: 'open',
    title: 'Open…',
    words: 'comments of a client',
    group: 'Storyboard',
    keys: ['Mod+O'],
    whileTyping: true,
    enabled: always,
    run: open,
  },
  {
    id: 'open-sample',
    title: 'Open the sample storyboard',
    group: 'Storyboard',
    keys: [],
    enabled: always,
    run: async (context) => void (await context.call((api) => api.open.sample())),
  },
  {
    id: 'match',
    title: 'Match pictures to shots…',
    words: 'pattern file names takes assign',
    group: 'Storyboard',
    keys: [],
    enabled: isWritable,
    run: match,
  },
  analyse('analyse', 'Analyse', ['A'], false, false),
  analyse('analyse-shot', 'Analyse what is selected again', [], true, true),
  analyse('analyse-again', 'Analyse everything again', [], true, false),
  ending('stop', 'analysis', 'Stop the analysis after this picture'),
  ending('cancel', 'analysis', 'Cancel the analysis'),
  ending('cancel', 'download', 'Cancel the download'),
  ending('cancel', 'export', 'Cancel the export'),
  ending('cancel', 'examination', 'Cancel the examination of the judge'),
  ending('stop', 'regeneration', 'Stop regenerating after this picture'),
  ending('cancel', 'regeneration', 'Stop regenerating now'),
  {
    id: 'resume',
    title: 'Resume regenerating',
    group: 'Storyboard',
    keys: [],
    startsWork: true,
    enabled: (state) =>
      isWritable(state) &&
      !underWay('regeneration')(state) &&
      Object.values(state.document.records.request).some(
        ({ state: at }) => at === 'queued' || at === 'failed',
      ),
    run: async (context) => {
      const { records } = context.state().document;
      if (isPaused(records) && !(await context.send({ type: 'pause-queue', paused: false }))) return;
      await context.call((api) => api.regeneration.resume());
    },
  },
  {
    id: 'queue',
    title: 'Queue',
    group: 'Storyboard',
    keys: ['Q'],
    words: 'orders jobs pause order waiting failed retry cancel',
    enabled: isOpen,
    run: (context) => context.session({ dialog: 'queue' }),
  },
  {
    id: 'pause-queue',
    title: 'Pause the queue',
    group: 'Storyboard',
    keys: [],
    enabled: (state) =>
      isWritable(state) &&
      !isPaused(state.document.records) &&
      Object.values(state.document.records.request).some(isUnderWay),
    run: async (context) => void (await context.send({ type: 'pause-queue', paused: true })),
  },
  {
    id: 'automatic',
    title: 'Start an automatic run…',
    group: 'Storyboard',
    keys: [],
    startsWork: true,
    enabled: (state) => isWritable(state) && state.settings.automatic && !underWay('regeneration')(state),
    run: (context) => context.session({ dialog: 'automatic' }),
  },
  {
    id: 'automatic-summary',
    title: 'What automatic mode did',
    group: 'Storyboard',
    keys: [],
    words: 'summary last run',
    enabled: (state) => isOpen(state) && Object.keys(state.document.records.run).length > 0,
    run: (context) => context.session({ dialog: 'automatic-summary' }),
  },
  {
    id: 'undo',
    title: 'Undo',
    group: 'Storyboard',
    keys: ['Mod+Z'],
    // Also at once after a decision that the host has not confirmed yet: it is what the artist means to take back.
    enabled: (state) =>
      !isMasking(state) &&
      state.document.readOnly === null &&
      (state.document.canUndo !== null || state.document.expected.length > 0),
    run: async (context) => {
      if (!(await context.settled())) return;
      const undone = await context.call((api) => api.command.undo());
      if (undone) showStep(context, undone, 'Undone');
    },
  },
  {
    id: 'redo',
    title: 'Redo',
    group: 'Storyboard',
    keys: ['Mod+Shift+Z', 'Mod+Y'],
    enabled: ({ document }) => document.readOnly === null && document.canRedo !== null,
    run: async (context) => {
      const redone = await context.call((api) => api.command.redo());
      if (redone) showStep(context, redone, 'Redone');
    },
  },
];
