/** `transformers serve` in a process of its own, on a port that is free, without any hub. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { fileURLToPath } from 'node:url';

const PATIENCE = 150_000;
const PAUSE = 250;

export interface RealServer {
  readonly url: string;
  stop(): Promise<void>;
}

/** Writes a checkpoint that answers `says` to everything. */
export async function makeCheckpoint(python: string, folder: string, says: string): Promise<void> {
  const script = fileURLToPath(new URL('make_checkpoint.py', import.meta.url));
  const child = spawn(python, [script, '--out', folder, '--says', says], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const [said, [code]] = await Promise.all([textOf(child), once(child, 'close')]);
  if (code !== 0) throw new Error(`${script} ended with ${code}: ${said.slice(-2000)}`);
}

/** `checkpoint`: the only model; null = any folder that a request names. `home`: stands for the hub's cache. */
export async function startServer(
  python: string,
  checkpoint: string | null,
  home: string,
): Promise<RealServer> {
  const port = await freePort();
  const program = 'from transformers.cli.transformers import main; main()';
  const model = checkpoint === null ? [] : [checkpoint];
  const args = [
    '-c',
    program,
    'serve',
    ...model,
    '--host',
    '127.0.0.1',
    '--port',
    String(port),
    '--device',
    'cpu',
  ];
  const child = spawn(python, args, {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, HF_HUB_OFFLINE: '1', HF_HOME: home },
  });
  const said = textOf(child);
  const ended = once(child, 'close');
  const stop = async () => {
    child.kill('SIGKILL');
    await ended;
  };
  const start = performance.now();
  while (!(await answers(port))) {
    if (child.exitCode !== null) throw new Error(`the server ended: ${(await said).slice(-2000)}`);
    if (performance.now() - start > PATIENCE) {
      await stop();
      throw new Error(`the server does not answer: ${(await said).slice(-2000)}`);
    }
    await new Promise((resolve) => setTimeout(resolve, PAUSE));
  }
  return { url: `http://127.0.0.1:${port}`, stop };
}

async function answers(port: number): Promise<boolean> {
  const response = await fetch(`http://127.0.0.1:${port}/health`).catch(() => null);
  return response?.ok ?? false;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

async function textOf({ stderr }: ChildProcess): Promise<string> {
  let text = '';
  for await (const chunk of stderr ?? []) text += String(chunk);
  return text;
}
