/**
 * Node's child processes and Electron's utility processes both speak to their parent in structured clones, with
 * slightly different words. These wrappers give both the shape oRPC takes as a message port.
 */

export interface Port {
  on(event: string, callback: (event?: { data: unknown }) => void): void;
  postMessage(data: unknown): void;
}

/** A process the program started and listens to. */
export interface ChildHandle {
  readonly port: Port;
  /** Resolves with what ended it: an exit code or a signal's name. */
  readonly exited: Promise<string>;
  kill(): void;
  readonly pid: number | undefined;
}

export type StartChild = () => ChildHandle;

interface ElectronParentPort {
  on(event: 'message', callback: (event: { data: unknown }) => void): void;
  postMessage(data: unknown): void;
}

/** This process's link to the one that started it. */
export function parentPort(): Port {
  const electron = (process as unknown as { parentPort?: ElectronParentPort }).parentPort;
  if (electron) {
    return {
      on: (event, callback) => {
        if (event === 'message') electron.on('message', callback);
      },
      postMessage: (data) => electron.postMessage(data),
    };
  }
  // A parent that is gone must not leave a model in memory.
  process.on('disconnect', () => process.exit(0));
  return {
    on: (event, callback) => {
      if (event === 'message') process.on('message', (data) => callback({ data }));
    },
    postMessage: (data) => {
      // To a parent that was killed nothing can be said; `disconnect` ends this.
      process.send?.(data, () => undefined);
    },
  };
}
