/** Progress on stderr, so that results on stdout stay clean: a bar on a terminal, or one JSON line per event. */
import { createRequire } from 'node:module';
import { isTerminal, type Job } from '@shared/job.js';
import { visible } from '@shared/visible.js';
import { jsonLine } from './json-text.js';

const require = createRequire(import.meta.url);

export const PROGRESS = ['bar', 'json', 'none'] as const;
export type ProgressStyle = (typeof PROGRESS)[number];

export interface Progress {
  show(job: Job): void;
  /** Leaves the terminal as it was. */
  end(): void;
}

/** A bar falls silent where stderr is not a terminal. */
export function createProgress(style: ProgressStyle, stream: NodeJS.WriteStream = process.stderr): Progress {
  if (style === 'json') return { show: (job) => void stream.write(jsonLine(job)), end: () => undefined };
  if (style === 'none' || !stream.isTTY) return { show: () => undefined, end: () => undefined };
  // Only for a terminal: a pipeline's start does not wait for it.
  const { Presets, SingleBar } = require('cli-progress') as typeof import('cli-progress');
  const bar = new SingleBar(
    { stream, format: '{bar} {value}/{total} {doing} {left}', hideCursor: true, clearOnComplete: true },
    Presets.shades_classic,
  );
  let started = false;
  const end = () => {
    if (started) bar.stop();
    started = false;
  };
  return {
    show(job) {
      if (isTerminal(job.state)) return end();
      const doing = visible(job.doing);
      const left = job.secondsLeft === null ? '' : `${Math.ceil(job.secondsLeft)} s left`;
      if (!started) bar.start(Math.max(1, job.total), job.done, { doing, left });
      started = true;
      bar.setTotal(Math.max(1, job.total));
      bar.update(job.done, { doing, left });
    },
    end,
  };
}
