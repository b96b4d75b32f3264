/** What changed where the storyboard was opened from: asked of the host, and taken in. */
import { call } from './link/index.js';
import { say, useDocument, useSession } from './stores/index.js';

export const notNow = (): void => useSession.setState({ sourceChanges: [] });

/** `reviewKey`: of the storyboard that was opened. */
export async function lookAtSource(reviewKey: string | null): Promise<void> {
  notNow();
  if (reviewKey === null) return;
  const found = await call((api) => api.source.look());
  // Another one may be open by now.
  if (found && useDocument.getState().reviewKey === reviewKey)
    useSession.setState({ sourceChanges: found.changes });
}

export async function takeInSource(): Promise<void> {
  const isDone = await call(async (api) => {
    await api.source.takeIn();
    return true;
  });
  if (!isDone) return;
  notNow();
  say('done', 'What changed in the source was taken in. Undo takes it back.');
}
