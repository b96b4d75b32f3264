import { takeInComments } from '@core/formats/index.js';
import type { Application } from '../application.js';
import type { Implementer } from './implementer.js';

export const openRoutes = ({ open }: Implementer, application: Application) => {
  const opened = async (path: string) => {
    const told = await takeInComments(path, application);
    if (!told) await application.open(path);
    return {
      shots: Object.keys(application.board.review.records.shot).length,
      ...(told && { told }),
    };
  };
  return {
    open: {
      list: open.list.handler(({ input }) => application.folderBrowser.list(input.token)),
      dialog: open.dialog.handler(async ({ input }) => {
        const path = (await application.options.openDialog?.(input.purpose)) ?? null;
        return path === null ? null : { token: application.folderBrowser.tokenFor(path) };
      }),
      board: open.board.handler(({ input }) => opened(application.folderBrowser.pathOf(input.token))),
      sample: open.sample.handler(() => opened(application.options.sample)),
    },
  };
};
