import type { Application } from '@core/application.js';
import type { Job } from '@shared/job.js';
import { expect, it } from 'vitest';
import { notifyOf } from './notify.js';
import { standIn } from './testing/stand-in.js';

function at({ notify = true, focused = false } = {}) {
  const electron = standIn({ data: '' });
  const shown: unknown[] = [];
  const application = {
    settings: { notify },
    boardOrNull: { review: { records: { storyboard: { s: { title: 'Lantern' } } } } },
  } as unknown as Application;
  const hear = notifyOf(electron.api, { isFocused: () => focused, show: (one) => shown.push(one) });
  const ended = (job: Partial<Job>, seconds = 60) =>
    hear(
      {
        state: 'done',
        summary: '24 frames',
        warning: '',
        error: null,
        startedAt: Date.now() - seconds * 1000,
        ...job,
      } as Job,
      application,
    );
  return { ended, notices: electron.told.notices, shown, application, calls: electron.told.calls };
}

it('says that long work has ended, and brings its window when it is pressed', () => {
  const { ended, notices, shown, application, calls } = at();
  ended({});
  ended({
    state: 'failed',
    error: { code: 'JUDGE_FAILED', message: 'It stopped.', hint: 'Try again.', data: {} },
  });
  ended({ warning: 'Shot 3: It failed.' });
  expect(notices.map(({ title, body }) => [title, body])).toEqual([
    ['Lantern', '24 frames'],
    ['Lantern', 'It stopped. Try again.'],
    ['Lantern', '24 frames. Shot 3: It failed.'],
  ]);
  expect(calls).toEqual(['notice', 'notice', 'notice']);
  notices[0]?.emit('click');
  expect(shown).toEqual([application]);
});

it.each([
  ['what is still under way', at(), { state: 'running' }, 60],
  ['what had nothing to do and nobody asked for', at(), { summary: '' }, 60],
  ['what the artist ended', at(), { state: 'cancelled' }, 60],
  ['what ended at once', at(), {}, 3],
  ['work in the window that is in front', at({ focused: true }), {}, 60],
  ['anything, where it is switched off', at({ notify: false }), {}, 60],
] as const)('says nothing of %s', (_, { ended, notices }, job, seconds) => {
  ended(job, seconds);
  expect(notices).toEqual([]);
});
