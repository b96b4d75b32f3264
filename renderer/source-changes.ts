/** What changed where the storyboard was opened from: put off, or taken in. */
import { call } from './link/index.js';
import { say, useDocument, useSession } from './stores/index.js';

/** Until it changes again. */
export const notNow = (): void => useSession.setState({ sourcePutOff: useDocument.getState().source });

export async function takeInSource(): Promise<void> {
  const isDone = await call(async (api) => {
    await api.source.takeIn();
    return true;
  });
  if (isDone) say('done', 'What changed in the source was taken in. Undo takes it back.');
}
