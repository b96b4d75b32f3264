import type { Seat } from '../storyboards/index.js';
import type { Implementer } from './implementer.js';

export const reviewRoutes = ({ watch, look, command, openBackup, openAgain }: Implementer, seat: Seat) => ({
  watch: watch.handler(({ input, signal }) => seat.watch(input, signal)),
  look: look.handler(({ input }) => seat.look(input)),
  command: {
    run: command.run.handler(async ({ input }) => ({ event: await seat.deciding.decide(input) })),
    undo: command.undo.handler(() => seat.deciding.inTurn((application) => application.undo())),
    redo: command.redo.handler(() => seat.deciding.inTurn((application) => application.redo())),
  },
  openBackup: openBackup.handler(() => seat.deciding.openBackup()),
  openAgain: openAgain.handler(() => seat.application.openAgain()),
});
