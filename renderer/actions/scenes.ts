/** Scenes made, named, split and joined. */
import { freeSceneName, type Records, sceneOfShot } from '@shared/records/index.js';
import { type AppState, currentChosen, currentShot } from '../stores/index.js';
import type { Action, ActionContext } from './action.js';
import { canDecide } from './conditions.js';
import { whyNotMoved } from './ordering.js';

const freeName = ({ shot }: Records, scene: string | null): string =>
  freeSceneName(
    scene,
    Object.values(shot).map((one) => one.scene),
  );

/** Lets the artist type the name of the scene that a shot is in. */
export function startNaming(context: ActionContext, shotId: string): void {
  const { shots, from } = sceneOfShot(context.state().document.records, shotId);
  context.session({ namingScene: shots[from]?.id ?? null });
}

/** The rest of the scene is one of its own, whose name can be typed at once. */
export async function splitBefore(context: ActionContext, shotId: string): Promise<void> {
  const { records } = context.state().document;
  const { shots, at } = sceneOfShot(records, shotId);
  const scene = freeName(records, shots[at]?.scene ?? null);
  const sent = context.send({ type: 'split-scene', shotId, scene });
  context.session({ namingScene: shotId });
  if (await sent) context.session({ ordered: `Scene ${scene} begins with shot ${shots[at]?.number}.` });
}

export async function joinWithNext(context: ActionContext, shotId: string): Promise<void> {
  const { shots, at, to } = sceneOfShot(context.state().document.records, shotId);
  const next = shots[to];
  if (!next) return;
  const isJoined = await context.send({ type: 'join-scenes', shotId });
  const name = shots[at]?.scene ?? 'without a name';
  if (isJoined) context.session({ ordered: `Scene ${name} goes on with shot ${next.number}.` });
}

type Place = ReturnType<typeof sceneOfShot>;

const inScene =
  (fits: (place: Place) => boolean) =>
  (state: AppState): boolean => {
    const view = currentShot(state);
    return (
      whyNotMoved(state) === null && view !== null && fits(sceneOfShot(state.document.records, view.shot.id))
    );
  };

const onShot =
  (does: (context: ActionContext, shotId: string) => void | Promise<void>): Action['run'] =>
  (context) => {
    const { shotId } = context.state().session;
    if (shotId !== null) return does(context, shotId);
  };

export const SCENES: readonly Action[] = [
  {
    id: 'make-scene',
    title: 'Make a scene of the chosen shots',
    words: 'new group sequence',
    group: 'Order',
    keys: ['Shift+N'],
    enabled: (state) => whyNotMoved(state) === null,
    run: async (context) => {
      const state = context.state();
      const shotIds = currentChosen(state).map(({ shot }) => shot.id);
      const scene = freeName(state.document.records, null);
      const sent = context.send({ type: 'make-scene', shotIds, scene });
      context.session({ namingScene: shotIds[0] ?? null });
      if (await sent) context.session({ ordered: `Scene ${scene} was made.` });
    },
  },
  {
    id: 'rename-scene',
    title: 'Rename the scene',
    group: 'Order',
    keys: ['F2'],
    enabled: (state) => canDecide(state) && currentShot(state)?.shot.scene != null,
    run: onShot(startNaming),
  },
  {
    id: 'split-scene',
    title: 'Split the scene before this shot',
    group: 'Order',
    keys: ['Shift+D'],
    enabled: inScene(({ at, from }) => at > from),
    run: onShot(splitBefore),
  },
  {
    id: 'join-scenes',
    title: 'Join the scene with the next one',
    words: 'merge',
    group: 'Order',
    keys: ['Shift+J'],
    enabled: inScene(({ shots, to }) => to < shots.length),
    run: onShot(joinWithNext),
  },
];
