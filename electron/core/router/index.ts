/** The contract, answered for one window: one file a domain. */
import type { Seat } from '../storyboards/index.js';
import { analysisRoutes } from './analysis.js';
import { brandRoutes } from './brand.js';
import { canonRoutes } from './canon.js';
import { defectRoutes } from './defects.js';
import { givenRoutes } from './given.js';
import { hintRoutes } from './hints.js';
import { implementer } from './implementer.js';
import { modelRoutes } from './models.js';
import { openRoutes } from './open.js';
import { regenerationRoutes } from './regeneration.js';
import { reviewRoutes } from './review.js';
import { settingsRoutes } from './settings.js';
import { sourceRoutes } from './source.js';
import { type TabHost, windowRoutes } from './window.js';

export { WIRE } from './wire.js';

/** `tabs`: of the host whose windows are tabs of a browser. */
export function createRouter(seat: Seat, tabs: TabHost | null = null) {
  const os = implementer(seat.application.options.log);
  return os.router({
    info: os.info.handler(() => seat.application.info()),
    ...openRoutes(os, seat),
    ...windowRoutes(os, seat, tabs),
    ...reviewRoutes(os, seat),
    ...sourceRoutes(os, seat),
    ...givenRoutes(os, seat),
    ...analysisRoutes(os, seat),
    ...regenerationRoutes(os, seat),
    ...hintRoutes(os, seat),
    ...canonRoutes(os, seat),
    ...brandRoutes(os, seat),
    ...modelRoutes(os, seat),
    ...settingsRoutes(os, seat),
    ...defectRoutes(os, seat),
    generators: {
      status: os.generators.status.handler(() => seat.application.generators.status()),
      test: os.generators.test.handler(({ input, signal }) => seat.application.trials.run(input.id, signal)),
      abilities: os.generators.abilities.handler(async ({ input }) => {
        const { board, generators } = seat.application;
        return generators.abilities(input.id, await board.fileOf(board.take(input.takeId)));
      }),
      allow: os.generators.allow.handler(async ({ input }) => {
        await seat.deciding.allowGraph(input.shape, input.moves);
        return {};
      }),
    },
    job: {
      cancel: os.job.cancel.handler(({ input }) => ({ cancelled: seat.deciding.jobs.cancel(input.jobId) })),
      stop: os.job.stop.handler(({ input }) => ({ stopping: seat.deciding.jobs.stop(input.jobId) })),
    },
    exports: {
      make: os.exports.make.handler(async ({ input }) => {
        const { board, exports } = seat.application;
        // What follows from a large board is still being worked out when it has just been opened.
        await board.settled();
        return exports.make(input.id, input.choices);
      }),
    },
  });
}

export type AppRouter = ReturnType<typeof createRouter>;
