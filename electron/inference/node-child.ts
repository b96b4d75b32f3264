import { fork } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { ChildHandle, StartChild } from './port.js';

/** The inference process, to be run through tsx. */
export const INFERENCE_SOURCE = fileURLToPath(new URL('./entry.ts', import.meta.url));

/** The built process beside the built program; the TypeScript one, through tsx, when running from source. */
function entryPoint(): string {
  const built = fileURLToPath(new URL('./inference.js', import.meta.url));
  return existsSync(built) ? built : INFERENCE_SOURCE;
}

/** Starts the inference process under Node. Its stderr is the program's. */
export const startNodeChild: StartChild = () => forkChild(entryPoint());

/** `file`: an entry point that answers the inference contract on its parent's port. `node`: what runs it. */
export function forkChild(file: string, node = process.execPath): ChildHandle {
  const child = fork(file, [], {
    execPath: node,
    execArgv: file.endsWith('.ts') ? ['--import', 'tsx'] : [],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  return {
    pid: child.pid,
    port: {
      on: (event, callback) => {
        if (event === 'message') child.on('message', (data) => callback({ data }));
        if (event === 'close') child.on('exit', () => callback());
      },
      postMessage: (data) => {
        // A child that has just died answers through its exit, not through a failed send.
        if (child.connected) child.send(data as object, () => undefined);
      },
    },
    exited: new Promise((resolve) => {
      child.once('error', (error) => resolve(error.message));
      child.once('exit', (code, signal) => resolve(signal ?? `exit code ${code}`));
    }),
    kill: () => {
      child.kill('SIGKILL');
    },
  };
}
