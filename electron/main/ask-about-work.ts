import type { Job, JobKind } from '@shared/job.js';
import type { ElectronApi } from './electron-api.js';

const WORDS: Readonly<Record<JobKind, string>> = {
  analysis: 'Analysing',
  regeneration: 'Regenerating',
  download: 'Downloading a model',
  export: 'Exporting',
  examination: 'Examining the judge',
};

/** What is to become of work that is under way when its window is closed, or the program ended. */
export async function askAboutWork(
  { dialog }: ElectronApi,
  work: readonly Job[],
): Promise<'background' | 'stop' | 'stay'> {
  const pictures = work.some(({ kind }) => kind !== 'download');
  const { response } = await dialog.showMessageBox({
    type: 'question',
    title: 'Continuist',
    message: 'Continuist is still working.',
    detail: [
      ...work.map(({ kind, done, total }) =>
        kind === 'download' || total === 0 ? `${WORDS[kind]}.` : `${WORDS[kind]}: ${done} of ${total} done.`,
      ),
      'In the background it goes on without a window and ends by itself. Start Continuist again to see it.',
      'Your decisions are saved either way.',
    ].join('\n'),
    buttons: [
      'Keep working in the background',
      pictures ? 'Stop after this picture' : 'Stop, and go on next time',
      'Cancel',
    ],
    defaultId: 0,
    cancelId: 2,
    noLink: true,
  });
  return response === 0 ? 'background' : response === 1 ? 'stop' : 'stay';
}
