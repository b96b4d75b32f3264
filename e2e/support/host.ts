/** The built program in a process of its own, spoken to as the window speaks to it. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/websocket';
import type { ContractRouterClient } from '@orpc/contract';
import type { Contract } from '@shared/contract/index.js';
import { enter } from '@testing/enter.js';
import { onTestFinished } from 'vitest';
import { mirrorOf, type Watch } from './mirror.js';

export const PROGRAM = fileURLToPath(new URL('../..', import.meta.url));
export const CLI = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));

type Api = ContractRouterClient<Contract>;

export interface Host {
  /** One-time address for a browser. */
  readonly address: string;
  readonly pid: number;
  /** As the process dies without warning: nothing is flushed, nobody says goodbye. */
  kill(): Promise<void>;
  /** As by Ctrl+C. Resolves with the exit code. */
  end(): Promise<number | null>;
}

export interface HostOptions {
  readonly dataFolder: string;
  /** The sample without one. */
  readonly board?: string;
  readonly environment?: Readonly<Record<string, string>>;
}

/** The environment of somebody at home in `folder`: the open dialog starts there. Windows has its own name for it. */
export const atHome = (folder: string) => ({ HOME: folder, USERPROFILE: folder });

/** Takes what ends the host, for when the test, or whatever needs it, is done. */
export type WhenDone = (end: () => Promise<void>) => void;

export async function startHost(
  { dataFolder, board, environment = {} }: HostOptions,
  whenDone: WhenDone = onTestFinished,
): Promise<Host> {
  const child = spawn(process.execPath, [CLI, 'review', ...(board ? [board] : []), '--web'], {
    env: { ...process.env, CONTINUIST_DATA_FOLDER: dataFolder, CONTINUIST_READS: 'false', ...environment },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit') as Promise<[number | null]>;
  // A test that fails half-way leaves no process behind.
  whenDone(async () => {
    child.kill('SIGKILL');
    await ended;
  });
  const address = await Promise.race([
    printedAddress(child),
    ended.then(([code]) =>
      Promise.reject(new Error(`the host ended with ${code} before it could be opened`)),
    ),
  ]);
  return {
    address,
    pid: child.pid ?? 0,
    async kill() {
      child.kill('SIGKILL');
      await ended;
    },
    async end() {
      child.kill('SIGINT');
      return (await ended)[0];
    },
  };
}

function printedAddress(child: ChildProcess): Promise<string> {
  return new Promise((resolve) => {
    let text = '';
    child.stdout?.setEncoding('utf8').on('data', (chunk: string) => {
      text += chunk;
      const [address] = /http:\/\/\S+#\S+/.exec(text) ?? [];
      if (address) resolve(address);
    });
  });
}

export interface Window {
  readonly api: Api;
  readonly mirror: Watch;
  close(): void;
}

/** Opens the address as a browser would. */
export async function openWindow(address: string): Promise<Window> {
  const { socket } = await enter(address);
  const api: Api = createORPCClient(new RPCLink({ websocket: socket as unknown as globalThis.WebSocket }));
  return { api, mirror: await mirrorOf(api), close: () => socket.terminate() };
}
