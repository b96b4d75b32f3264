/** The built program in a terminal of its own, and somebody who types there. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { onTestFinished } from 'vitest';
import { CLI } from './host.js';

/** `script` of util-linux makes the terminal. */
export const hasTerminals = process.platform === 'linux';

export interface Terminal {
  /** Resolves with the match once what is shown after the last match holds one. */
  shows(pattern: RegExp): Promise<RegExpExecArray>;
  /** `''` is the key Enter alone. */
  type(line: string): void;
  /** Ctrl+C. Resolves with the exit code. */
  interrupt(): Promise<number | null>;
}

export function reviewInTerminal(dataFolder: string, board: string): Terminal {
  const command = 'exec "$NODE" "$CLI" review --web "$BOARD"';
  const child = spawn('script', ['--quiet', '--flush', '--return', '--command', command, '/dev/null'], {
    env: {
      ...process.env,
      CONTINUIST_DATA_FOLDER: dataFolder,
      NODE: process.execPath,
      CLI,
      BOARD: board,
      SHELL: '/bin/sh',
    },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit') as Promise<[number | null]>;
  onTestFinished(async () => {
    child.kill('SIGKILL');
    await ended;
  });
  let shown = '';
  let look = (): void => undefined;
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    shown += text;
    look();
  });
  return {
    shows: (pattern) =>
      new Promise((resolve, reject) => {
        look = () => {
          const found = pattern.exec(shown);
          if (!found) return;
          shown = shown.slice(found.index + found[0].length);
          resolve(found);
        };
        look();
        void ended.then(([code]) => reject(new Error(`it ended with ${code}, and showed:\n${shown}`)));
      }),
    type: (line) => void child.stdin.write(`${line}\r`),
    async interrupt() {
      child.stdin.write('\x03');
      return (await ended)[0];
    },
  };
}
