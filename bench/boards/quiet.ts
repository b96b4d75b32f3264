import type { Application } from '@core/application.js';

/** Ends the jobs, and resolves when everything is derived. */
export async function quiet(application: Application): Promise<void> {
  for (const job of application.jobs.current) {
    application.jobs.cancel(job.id);
    await application.jobs.ended(job.id);
  }
  await application.board.settled();
}
