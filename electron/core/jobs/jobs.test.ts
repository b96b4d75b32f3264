import { ContinuistError } from '@shared/errors.js';
import { isTerminal, type Job } from '@shared/job.js';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { Jobs } from './index.js';

function watched(): { jobs: Jobs; events: Job[]; logged: unknown[] } {
  const logged: unknown[] = [];
  const jobs = new Jobs((thrown) => logged.push(thrown));
  const events: Job[] = [];
  jobs.onChange((job) => events.push(job));
  return { jobs, events, logged };
}

describe('a job', () => {
  it('counts its events up by one, never goes back and ends once', async () => {
    const { jobs, events } = watched();
    const { id } = jobs.start('analysis', async ({ progress }) => {
      progress(1, 4, 'one');
      progress(3, 4, 'three');
      progress(3, 8, 'there is more to do');
      return '8 frames';
    });
    const last = await jobs.ended(id);
    expect(last).toMatchObject({ state: 'done', progress: 1, summary: '8 frames' });
    expect(events.map(({ seq }) => seq)).toEqual(events.map((_, index) => index + 1));
    const progress = events.map((job) => job.progress);
    expect(progress).toEqual([...progress].sort((a, b) => a - b));
    expect(events.filter(({ state }) => isTerminal(state))).toHaveLength(1);
    expect(jobs.current).toEqual([]);
  });

  it('estimates by what was counted, not by what came before', async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    onTestFinished(() => void vi.useRealTimers());
    const seconds = (count: number) => vi.setSystemTime(Date.now() + 1000 * count);
    const { jobs, events } = watched();
    const { id } = jobs.start('analysis', async ({ progress }) => {
      progress(0, 0, 'loading');
      seconds(60);
      progress(50, 100, 'half of it was here');
      seconds(5);
      progress(60, 100, 'a tenth is new');
      return '';
    });
    await jobs.ended(id);
    expect(events.map(({ secondsLeft }) => secondsLeft)).toEqual([null, null, null, 20, 0]);
  });

  it('ends as cancelled when it is cancelled, whatever its work throws', async () => {
    const { jobs, logged } = watched();
    const { id } = jobs.start('analysis', async ({ signal }) => {
      await new Promise((resolve) => signal.addEventListener('abort', resolve));
      throw new Error('cut off');
    });
    await new Promise((resolve) => setImmediate(resolve));
    expect(jobs.cancel(id)).toBe(true);
    expect(await jobs.ended(id)).toMatchObject({ state: 'cancelled', error: null });
    expect(logged).toEqual([]);
    expect(jobs.cancel(id)).toBe(false);
  });

  it('does not begin when it is cancelled at once', async () => {
    const { jobs } = watched();
    let begun = false;
    const { id } = jobs.start('analysis', async () => {
      begun = true;
      return '';
    });
    jobs.cancel(id);
    expect(await jobs.ended(id)).toMatchObject({ state: 'cancelled' });
    expect(begun).toBe(false);
  });

  it('shows a known error and hides a defect behind one sentence, with the defect in the log', async () => {
    const { jobs, logged } = watched();
    const known = jobs.start('analysis', async () => {
      throw new ContinuistError('JUDGE_UNAVAILABLE', 'no file');
    });
    const defect = jobs.start('analysis', async () => {
      throw new TypeError('x is undefined');
    });
    const [first, second] = await Promise.all([jobs.ended(known.id), jobs.ended(defect.id)]);
    expect(first?.error?.code).toBe('JUDGE_UNAVAILABLE');
    const shown = second?.error;
    expect(shown?.code).toBe('INTERNAL');
    expect(JSON.stringify(shown)).not.toContain('undefined');
    expect(logged).toHaveLength(2);
  });
});

describe('a job that is asked to stop', () => {
  /** Three units of work; each is let go by hand. */
  function atWork(kind: 'analysis' | 'download' = 'analysis') {
    const seen = watched();
    const finished: number[] = [];
    const letGo: (() => void)[] = [];
    const gates = [0, 1, 2].map(
      (at) =>
        new Promise<void>((resolve) => {
          letGo[at] = resolve;
        }),
    );
    const { id } = seen.jobs.start(kind, async ({ signal, progress, checkpoint }) => {
      for (const [at, gate] of gates.entries()) {
        checkpoint();
        progress(at, gates.length, `Shot ${at}`);
        await Promise.race([
          gate,
          new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason))),
        ]);
        finished.push(at);
      }
      return 'all of it';
    });
    return { ...seen, id, finished, finish: (at: number) => letGo[at]?.() };
  }
  const turn = () => new Promise((resolve) => setImmediate(resolve));

  it('finishes what it is at, begins nothing more and says so', async () => {
    const { jobs, id, finished, finish, events, logged } = atWork();
    finish(0);
    await turn();
    expect(jobs.stop(id)).toBe(true);
    expect(events.at(-1)).toMatchObject({ state: 'running', doing: 'Stopping after this picture' });
    await turn();
    expect(finished).toEqual([0]);
    finish(1);
    const last = await jobs.ended(id);
    expect(last).toMatchObject({ state: 'cancelled', summary: 'Stopped. What was finished is kept.' });
    expect(finished).toEqual([0, 1]);
    expect(logged).toEqual([]);
    expect(jobs.stop(id)).toBe(false);
  });

  it('is done when that was the last of it', async () => {
    const { jobs, id, finish } = atWork();
    for (const at of [0, 1]) finish(at);
    await turn();
    jobs.stop(id);
    finish(2);
    expect(await jobs.ended(id)).toMatchObject({ state: 'done', summary: 'all of it' });
  });

  it('can still be cancelled at once', async () => {
    const { jobs, id, finished } = atWork();
    await turn();
    jobs.stop(id);
    jobs.cancel(id);
    expect(await jobs.ended(id)).toMatchObject({ summary: 'Cancelled. What was finished is kept.' });
    expect(finished).toEqual([]);
  });

  it('ends at once where there are no pictures to finish', async () => {
    const { jobs, id } = atWork('download');
    await turn();
    expect(jobs.stop(id)).toBe(true);
    expect(await jobs.ended(id)).toMatchObject({ state: 'cancelled' });
  });
});
