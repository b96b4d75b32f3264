import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { Worker, type WorkerOptions } from 'node:worker_threads';
import { workerUrl } from './worker-url.js';

/** Starts the thread that `workerUrl` finds. */
export function startWorker(name: string, owner: string, options: WorkerOptions): Worker {
  const { filename, execArgv } = workerUrl(name, owner);
  if (execArgv.length === 0) return new Worker(new URL(filename), options);
  // The first file of a thread is not loaded by what is imported before it.
  const required = createRequire(owner).resolve('tsx/esm/api');
  const loader = pathToFileURL(`${required.slice(0, -'cjs'.length)}mjs`).href;
  const source = `import(${JSON.stringify(loader)}).then((tsx) => (tsx.register(), import(${JSON.stringify(filename)})))`;
  return new Worker(source, { ...options, eval: true });
}
