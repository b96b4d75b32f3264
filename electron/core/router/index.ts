/** The contract, answered: one file a domain. */
import type { Application } from '../application.js';
import { analysisRoutes } from './analysis.js';
import { defectRoutes } from './defects.js';
import { implementer } from './implementer.js';
import { modelRoutes } from './models.js';
import { openRoutes } from './open.js';
import { regenerationRoutes } from './regeneration.js';
import { reviewRoutes } from './review.js';
import { settingsRoutes } from './settings.js';
import { sourceRoutes } from './source.js';

export { WIRE } from './wire.js';

export function createRouter(application: Application) {
  const os = implementer(application.options.log);
  return os.router({
    info: os.info.handler(() => application.info()),
    ...openRoutes(os, application),
    ...reviewRoutes(os, application),
    ...sourceRoutes(os, application),
    ...analysisRoutes(os, application),
    ...regenerationRoutes(os, application),
    ...modelRoutes(os, application),
    ...settingsRoutes(os, application),
    ...defectRoutes(os, application),
    generators: {
      status: os.generators.status.handler(() => application.generators.status()),
      test: os.generators.test.handler(({ input, signal }) => application.trials.run(input.id, signal)),
      abilities: os.generators.abilities.handler(async ({ input }) => {
        const { board } = application;
        return application.generators.abilities(input.id, await board.fileOf(board.take(input.takeId)));
      }),
      allow: os.generators.allow.handler(async ({ input }) => {
        await application.allowGraph(input.shape, input.moves);
        return {};
      }),
    },
    job: {
      cancel: os.job.cancel.handler(({ input }) => ({ cancelled: application.jobs.cancel(input.jobId) })),
      stop: os.job.stop.handler(({ input }) => ({ stopping: application.jobs.stop(input.jobId) })),
    },
    exports: {
      make: os.exports.make.handler(async ({ input }) => {
        // What follows from a large board is still being worked out when it has just been opened.
        await application.board.settled();
        return application.exports.make(input.id, input.choices);
      }),
    },
  });
}

export type AppRouter = ReturnType<typeof createRouter>;
