import type { Job } from '@shared/job.js';
import { run } from '../program.js';

/** For tests: one command as a shell gives it, what it said there, its exit code, and every state of its jobs. */
export async function shell(...args: string[]) {
  const said = { out: '', error: '', jobs: [] as Job[] };
  const code = await run(args, {
    out: (text) => {
      said.out += `${text}\n`;
    },
    error: (text) => {
      said.error += `${text}\n`;
    },
    signal: new AbortController().signal,
    progress: () => ({ show: (job) => said.jobs.push(job), end: () => undefined }),
  });
  return { code, ...said };
}
