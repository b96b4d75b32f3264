/** The contract, answered: one file a domain. */
import { exportBoard, writerOf } from '@core/formats/index.js';
import type { Application } from '../application.js';
import { analysisRoutes } from './analysis.js';
import { defectRoutes } from './defects.js';
import { implementer } from './implementer.js';
import { modelRoutes } from './models.js';
import { openRoutes } from './open.js';
import { regenerationRoutes } from './regeneration.js';
import { reviewRoutes } from './review.js';

export function createRouter(application: Application) {
  const os = implementer(application.options.log);
  return os.router({
    info: os.info.handler(() => application.info()),
    ...openRoutes(os, application),
    ...reviewRoutes(os, application),
    ...analysisRoutes(os, application),
    ...regenerationRoutes(os, application),
    ...modelRoutes(os, application),
    ...defectRoutes(os, application),
    job: {
      cancel: os.job.cancel.handler(({ input }) => ({ cancelled: application.jobs.cancel(input.jobId) })),
      stop: os.job.stop.handler(({ input }) => ({ stopping: application.jobs.stop(input.jobId) })),
    },
    settings: { set: os.settings.set.handler(({ input }) => application.setSettings(input)) },
    exports: {
      text: os.exports.text.handler(async ({ input }) => {
        const made = await exportBoard(writerOf(input.kind), application.writeContext(null));
        const { name, mediaType, files } = made;
        return { name, mediaType, text: String(files[0]?.content) };
      }),
    },
  });
}

export type AppRouter = ReturnType<typeof createRouter>;
