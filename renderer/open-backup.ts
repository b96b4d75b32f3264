import { call } from './link/index.js';
import { say } from './stores/index.js';

/** Opens the backup that is offered in the place of the review. */
export async function openBackup(): Promise<void> {
  const isDone = await call(async (api) => {
    await api.openBackup();
    return true;
  });
  if (isDone) say('done', 'The backup is open. The review as it was before is kept beside it.');
}
