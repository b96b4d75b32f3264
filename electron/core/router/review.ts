import type { Application } from '../application.js';
import type { Implementer } from './implementer.js';

export const reviewRoutes = (
  { watch, look, command, openBackup }: Implementer,
  application: Application,
) => ({
  watch: watch.handler(({ input, signal }) => application.watching.watch(input, signal)),
  look: look.handler(({ input }) => application.watching.look(input)),
  command: {
    run: command.run.handler(({ input }) => ({ event: application.run(input) })),
    undo: command.undo.handler(() => application.undo()),
    redo: command.redo.handler(() => application.redo()),
  },
  openBackup: openBackup.handler(() => application.openBackup()),
});
