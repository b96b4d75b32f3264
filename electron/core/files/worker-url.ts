import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

export interface WorkerEntry {
  readonly filename: string;
  readonly execArgv: string[];
}

/**
 * Where a worker thread starts: the TypeScript file beside its owner, loaded through tsx, when running from
 * source; `<name>.js` beside the bundle otherwise. `owner` is the caller's `import.meta.url`.
 */
export function workerUrl(name: string, owner: string): WorkerEntry {
  if (!/\.ts($|\?)/.test(owner)) return { filename: new URL(`./${name}.js`, owner).href, execArgv: [] };
  const loader = pathToFileURL(createRequire(owner).resolve('tsx')).href;
  return { filename: new URL(`./${name}.ts`, owner).href, execArgv: ['--import', loader] };
}
