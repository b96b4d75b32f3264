import type { ChildHandle, StartChild } from '@inference/index.js';
import type { ElectronApi } from './electron-api.js';

/** Starts the inference process as one of Electron's own. `entry`: its built file. */
export function startElectronChild(utilityProcess: ElectronApi['utilityProcess'], entry: string): StartChild {
  return (): ChildHandle => {
    const child = utilityProcess.fork(entry, [], {
      serviceName: 'Continuist model',
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    let ended = false;
    child.once('exit', () => {
      ended = true;
    });
    return {
      // Known only once the process has started.
      get pid() {
        return child.pid;
      },
      port: {
        on: (event, callback) => {
          if (event === 'message') child.on('message', (data: unknown) => callback({ data }));
          if (event === 'close') child.once('exit', () => callback());
        },
        postMessage: (data) => {
          if (!ended) child.postMessage(data);
        },
      },
      exited: new Promise((resolve) => {
        child.once('exit', (code) => resolve(`exit code ${code}`));
      }),
      kill: () => {
        child.kill();
      },
    };
  };
}
