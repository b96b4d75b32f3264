import type { Application } from '../application.js';
import type { Implementer } from './implementer.js';

export const sourceRoutes = ({ source }: Implementer, application: Application) => ({
  source: {
    look: source.look.handler(async () => ({ changes: [...((await application.source?.look()) ?? [])] })),
    takeIn: source.takeIn.handler(() => {
      application.takeInSource();
    }),
  },
});
