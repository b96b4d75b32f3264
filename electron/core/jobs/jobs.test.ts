import { ContinuistError } from '@shared/errors.js';
import { isTerminal, type Job, type JobKind } from '@shared/job.js';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { type JobControl, Jobs } from './index.js';

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

  it('may have more under way that listens to its end than Node takes for a leak', async () => {
    const warned: Error[] = [];
    const hear = (warning: Error) => warned.push(warning);
    process.on('warning', hear);
    onTestFinished(() => void process.off('warning', hear));
    const { jobs } = watched();
    const { id } = jobs.start('regeneration', async ({ signal, ending }) => {
      for (let i = 0; i < 30; i++)
        for (const one of [signal, ending]) one.addEventListener('abort', () => undefined);
      return '';
    });
    await jobs.ended(id);
    // Node tells of it in a later turn.
    await new Promise((resolve) => setImmediate(resolve));
    expect(warned).toEqual([]);
  });

  it('has a progress of what is done of all there is, 0 before that is known, and the whole of it at most', async () => {
    const { jobs, events } = watched();
    const { id } = jobs.start('analysis', async ({ progress }) => {
      progress(3, 0, 'nothing is known');
      progress(1, 4, 'one');
      progress(2.5, 4, 'two and a half');
      progress(2, 8, 'more');
      progress(9, 8, 'too many');
      return '';
    });
    await jobs.ended(id);
    expect(events.map(({ progress }) => progress)).toEqual([0, 0, 0.25, 0.625, 0.625, 1, 1]);
    expect(events.map(({ done, total, doing }) => [done, total, doing])).toEqual([
      [0, 0, ''],
      [3, 0, 'nothing is known'],
      [1, 4, 'one'],
      [2, 4, 'two and a half'],
      [2, 8, 'more'],
      [9, 8, 'too many'],
      [9, 8, ''],
    ]);
  });

  it('is among the current ones of its kind until it ends, and says nothing after that', async () => {
    const { jobs, events } = watched();
    let late = (): void => undefined;
    let end = (): void => undefined;
    const over = new Promise<void>((resolve) => {
      end = resolve;
    });
    const { id } = jobs.start('analysis', async ({ progress }) => {
      late = () => progress(1, 2, 'late');
      await over;
      return '';
    });
    const other = jobs.start('download', () => over.then(() => ''));
    expect(jobs.current.map((job) => job.id)).toEqual([id, other.id]);
    expect(jobs.runningOf('download')?.id).toBe(other.id);
    expect(jobs.runningOf('regeneration')).toBeNull();
    end();
    const last = await jobs.ended(id);
    expect(jobs.runningOf('analysis')).toBeNull();
    expect(await jobs.ended(id)).toBeNull();
    const told = events.length;
    late();
    expect(events).toHaveLength(told);
    expect(last).toMatchObject({ doing: '' });
  });

  it('is told to whoever listens, until that is stopped', async () => {
    const { jobs } = watched();
    const heard: string[] = [];
    const stop = jobs.onChange(({ doing }) => heard.push(doing));
    const { id } = jobs.start('analysis', async ({ progress }) => {
      progress(0, 1, 'one');
      stop();
      progress(0, 1, 'two');
      return '';
    });
    await jobs.ended(id);
    expect(heard).toEqual(['', 'one']);
  });

  it('is cancelled when the program closes, which waits for its end', async () => {
    const { jobs, events } = watched();
    let ended = 0;
    const untilAborted = (signal: AbortSignal) =>
      new Promise((resolve) => {
        if (signal.aborted) resolve(null);
        signal.addEventListener('abort', () => setImmediate(resolve));
      });
    for (const kind of ['analysis', 'download'] as const)
      jobs.start(kind, async ({ signal }) => {
        await untilAborted(signal);
        ended++;
        throw signal.reason;
      });
    await new Promise((resolve) => setImmediate(resolve));
    await jobs.close();
    expect(ended).toBe(2);
    expect(jobs.current).toEqual([]);
    expect(events.filter(({ state }) => state === 'cancelled')).toHaveLength(2);
  });

  it('estimates by what was counted, not by what came before', async () => {
    vi.useFakeTimers({ toFake: ['performance'] });
    onTestFinished(() => void vi.useRealTimers());
    const seconds = (count: number) => vi.advanceTimersByTime(1000 * count);
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

  it('is done with a warning where something of it failed', async () => {
    const { jobs } = watched();
    const came = { summary: '24 frames', warning: 'Shot 3: It failed.' };
    expect(await jobs.ended(jobs.start('analysis', async () => came).id)).toMatchObject({
      state: 'done',
      ...came,
    });
    expect(await jobs.ended(jobs.start('export', async () => 'It is made').id)).toMatchObject({
      warning: '',
    });
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
  function atWork(kind: JobKind = 'analysis') {
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

  it('is told so, or that it is cancelled, whatever it is at', async () => {
    const { jobs } = watched();
    const heard: string[] = [];
    const work = async ({ signal, ending }: JobControl) => {
      signal.addEventListener('abort', () => heard.push('cancelled'));
      await new Promise((resolve) => ending.addEventListener('abort', resolve));
      heard.push(`ends ${ending.reason === signal.reason}`);
      return '';
    };
    const [stopped, cancelled] = [jobs.start('analysis', work), jobs.start('analysis', work)];
    await turn();
    jobs.stop(stopped.id);
    await jobs.ended(stopped.id);
    expect(heard).toEqual(['ends false']);
    jobs.cancel(cancelled.id);
    await jobs.ended(cancelled.id);
    expect(heard.slice(1).sort()).toEqual(['cancelled', 'ends true']);
  });

  it('says so, and no time that is left, whatever it tells of itself', async () => {
    const { jobs, events } = watched();
    const { id } = jobs.start('analysis', async ({ ending, progress }) => {
      progress(0, 4, 'one');
      await new Promise((resolve) => ending.addEventListener('abort', resolve));
      progress(2, 4, 'two');
      return '';
    });
    await turn();
    jobs.stop(id);
    await jobs.ended(id);
    expect(events.at(-2)).toMatchObject({ doing: 'Stopping after this picture', done: 2, secondsLeft: null });
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

  it.each([
    ['download', 'What was finished is kept.'],
    ['export', 'Nothing was exported.'],
  ] as const)('ends at once where there are no pictures to finish: a %s', async (kind, left) => {
    const { jobs, id } = atWork(kind);
    await turn();
    expect(jobs.stop(id)).toBe(true);
    expect(await jobs.ended(id)).toMatchObject({ state: 'cancelled', summary: `Cancelled. ${left}` });
  });
});
