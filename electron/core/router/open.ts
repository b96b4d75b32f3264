import type { Application } from '../application.js';
import type { Implementer } from './implementer.js';

export const openRoutes = ({ open }: Implementer, application: Application) => ({
  open: {
    list: open.list.handler(({ input }) => application.places.list(input.token)),
    dialog: open.dialog.handler(async ({ input }) => {
      const path = (await application.options.openDialog?.(input.purpose)) ?? null;
      return path === null ? null : { token: application.places.tokenFor(path) };
    }),
    board: open.board.handler(({ input }) => application.open(application.places.pathOf(input.token))),
    sample: open.sample.handler(() => application.open(application.options.sample)),
  },
});
