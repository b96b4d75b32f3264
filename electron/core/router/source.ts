import { changesTold } from '@shared/source-change/index.js';
import type { Application } from '../application.js';
import type { Implementer } from './implementer.js';

export const sourceRoutes = ({ source }: Implementer, application: Application) => ({
  source: {
    takeIn: source.takeIn.handler(() => {
      application.takeInSource();
    }),
    match: source.match.handler(({ input }) => application.matching.questionOf(application, input.match)),
    rematch: source.rematch.handler(async ({ input }) => ({
      told: changesTold(await application.rematch(input.match)),
    })),
  },
});
