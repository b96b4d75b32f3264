/** Says outside of the window that long work has ended, when the artist is in another program. */
import type { Application } from '@core/application.js';
import { endOf, isAwaited, isTerminal, type Job } from '@shared/job.js';
import type { ElectronApi } from './electron-api.js';

/** Milliseconds. What ends sooner is waited for. */
const LONG = 10_000;

export interface NotifyParts {
  readonly isFocused: (application: Application) => boolean;
  readonly show: (application: Application) => void;
}

export function notifyOf(
  { Notification }: Pick<ElectronApi, 'Notification'>,
  { isFocused, show }: NotifyParts,
): (job: Job, application: Application) => void {
  return (job, application) => {
    const isLong = Date.now() - job.startedAt >= LONG;
    if (!isAwaited(job) || !isTerminal(job.state) || job.state === 'cancelled' || !isLong) return;
    const body = endOf(job);
    if (body === '') return;
    if (!application.settings.notify || isFocused(application) || !Notification.isSupported()) return;
    const [storyboard] = Object.values(application.boardOrNull?.review.records.storyboard ?? {});
    const notice = new Notification({
      title: storyboard?.title ?? 'Continuist',
      body,
    });
    notice.on('click', () => show(application));
    notice.show();
  };
}
