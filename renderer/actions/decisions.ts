import type { Command } from '@shared/commands/index.js';
import { isWaiting, nextShot, proposalOf, type ShotView } from '../board/index.js';
import { type AppState, currentBoard, currentShot, currentVisible } from '../stores/index.js';
import type { Action, ActionContext } from './action.js';
import {
  canApprove,
  canApproveAsIs,
  canDecide,
  hasPicture,
  isWritable,
  wouldRegenerate,
} from './conditions.js';

/**
 * Decides on the current shot and goes on to the next waiting one. A refused decision brings the shot back. True when
 * the host took it.
 */
export async function decide(context: ActionContext, command: Command, always = false): Promise<boolean> {
  const { session, settings } = context.state();
  const { shotId } = session;
  context.session({ editing: null, rejecting: false });
  const shown = currentVisible(context.state());
  const sent = context.send(command);
  const { byId } = currentBoard(context.state());
  const waits = ({ shot }: ShotView) => {
    const now = byId.get(shot.id);
    return now !== undefined && isWaiting(now);
  };
  const next = settings.advance || always ? nextShot(shown, shotId, waits) : null;
  if (next)
    context.session({ shotId: next.shot.id, takeId: null, compareTakeId: null, pinned: null, hovered: null });
  const taken = await sent;
  if (!taken) context.session({ shotId, takeId: null });
  return taken;
}

/** The command that approving sends now: an order for a new picture, or yes to this one. */
export function approval(state: AppState): Command | null {
  const view = currentShot(state);
  if (!view?.pick) return null;
  const shotId = view.shot.id;
  const proposal = proposalOf(view, state.session.drafts[view.pick.id]);
  if (!proposal || !wouldRegenerate(state))
    return hasPicture(view) ? { type: 'approve-take', shotId, takeId: view.pick.id } : null;
  const { take, prompt, negativePrompt, seed, strength, acceptedEdits, edited } = proposal;
  return {
    type: 'approve-suggestion',
    shotId,
    takeId: take.id,
    prompt,
    negativePrompt,
    seed,
    strength,
    acceptedEdits: [...acceptedEdits],
    edited,
  };
}

async function approve(context: ActionContext, always: boolean): Promise<void> {
  const command = approval(context.state());
  if (command) await decide(context, command, always);
}

const onShot = (context: ActionContext): string | null => currentShot(context.state())?.shot.id ?? null;

const plain = (
  type: 'hold' | 'needs-changes' | 'reset-status',
  action: Omit<Action, 'enabled' | 'run' | 'group'>,
): Action => ({
  ...action,
  group: 'Decisions',
  enabled: (state) => {
    const status = currentShot(state)?.shot.status;
    return (
      canDecide(state) &&
      (type === 'reset-status' ? status !== 'pending' : status !== type.replace('hold', 'on-hold'))
    );
  },
  run: async (context) => {
    const shotId = onShot(context);
    if (!shotId) return;
    if (type === 'reset-status') await context.send({ type, shotId });
    else await decide(context, { type, shotId, reason: '' });
  },
});

const stars = (count: 0 | 1 | 2 | 3 | 4 | 5): Action => ({
  id: `stars-${count}`,
  title: count === 0 ? 'No stars' : count === 1 ? '1 star' : `${count} stars`,
  group: 'Decisions',
  keys: [String(count)],
  enabled: canDecide,
  run: async (context) => {
    const shotId = onShot(context);
    if (shotId) await context.send({ type: 'set-stars', shotId, stars: count });
  },
});

const pickNumber = (number: number): Action => ({
  id: `pick-take-${number}`,
  title: `Pick take ${number}`,
  group: 'Decisions',
  keys: [`Alt+${number}`],
  keyOnly: true,
  enabled: (state) => {
    const view = currentShot(state);
    const take = view?.takes[number - 1];
    return canDecide(state) && take !== undefined && take.id !== view?.shot.pickId;
  },
  run: async (context) => {
    const view = currentShot(context.state());
    const take = view?.takes[number - 1];
    if (view && take && (await context.send({ type: 'pick-take', shotId: view.shot.id, takeId: take.id })))
      context.session({ takeId: null });
  },
});

export const DECISIONS: readonly Action[] = [
  {
    id: 'approve',
    title: 'Approve',
    group: 'Decisions',
    keys: ['P'],
    enabled: canApprove,
    run: (context) => approve(context, false),
  },
  {
    id: 'approve-next',
    title: 'Approve and go to the next waiting shot',
    group: 'Decisions',
    keys: ['Enter'],
    enabled: canApprove,
    run: (context) => approve(context, true),
  },
  {
    id: 'approve-as-is',
    title: 'Approve the frame as it is',
    group: 'Decisions',
    keys: ['Shift+P'],
    enabled: canApproveAsIs,
    run: async (context) => {
      const view = currentShot(context.state());
      if (view?.pick)
        await decide(context, { type: 'approve-take', shotId: view.shot.id, takeId: view.pick.id });
    },
  },
  {
    id: 'approve-all',
    title: 'Approve all waiting…',
    group: 'Decisions',
    keys: ['Shift+Enter'],
    enabled: (state) =>
      isWritable(state) && currentBoard(state).views.some((view) => view.shot.status === 'pending'),
    run: (context) => context.session({ dialog: 'approve-all' }),
  },
  {
    id: 'edit-prompt',
    title: 'Edit the prompt',
    group: 'Decisions',
    keys: ['E'],
    enabled: (state) => canDecide(state) && !!currentShot(state)?.pick,
    run: (context) => context.session({ editing: 'prompt' }),
  },
  {
    id: 'reject',
    title: 'Reject…',
    group: 'Decisions',
    keys: ['X'],
    enabled: (state) => canDecide(state) && currentShot(state)?.shot.status !== 'rejected',
    run: (context) => context.session({ rejecting: true }),
  },
  plain('needs-changes', { id: 'needs-changes', title: 'Needs changes', keys: ['C'] }),
  plain('hold', { id: 'hold', title: 'Hold', keys: ['H'] }),
  plain('reset-status', { id: 'reset-status', title: 'Back to pending', keys: ['Backspace'] }),
  {
    id: 'pick-take',
    title: 'Pick the take on the screen',
    group: 'Decisions',
    keys: ['K'],
    enabled: (state) => {
      const { takeId } = state.session;
      return canDecide(state) && takeId !== null && takeId !== currentShot(state)?.shot.pickId;
    },
    run: async (context) => {
      const { takeId } = context.state().session;
      const shotId = onShot(context);
      if (shotId && takeId && (await context.send({ type: 'pick-take', shotId, takeId })))
        context.session({ takeId: null });
    },
  },
  ...[1, 2, 3, 4, 5, 6, 7, 8, 9].map(pickNumber),
  ...([1, 2, 3, 4, 5, 0] as const).map(stars),
];
