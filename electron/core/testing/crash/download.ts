/** A download that is killed and taken up again. */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { FaultServer } from '@testing/fault-server.js';

const SIZE = 12_000_000;
const bytes = Buffer.alloc(SIZE, 'weights of a model, and then some more of them; ');

/** What is wrong; [] = nothing. `program`: fetches one file. */
export async function killDownload(program: string, folder: string, random: () => number): Promise<string[]> {
  const server = await FaultServer.start({ '/model.onnx': bytes });
  const target = join(folder, 'model.onnx');
  const start = () => fork(program, [`${server.address}/model.onnx`, target, String(SIZE)], { execArgv: [] });
  try {
    const until = random() * SIZE;
    const child = start();
    child.on('message', (count) => {
      if (Number(count) >= until) child.kill('SIGKILL');
    });
    const [, signal] = await once(child, 'exit');
    if (signal !== 'SIGKILL') return ['it was not killed'];
    const early =
      existsSync(target) && !readFileSync(target).equals(bytes) ? ['half a file has its name'] : [];
    const [code] = await once(start(), 'exit');
    const isWhole = code === 0 && readFileSync(target).equals(bytes);
    return [...early, ...(isWhole ? [] : ['it was not finished at the next start'])];
  } finally {
    await server.close();
  }
}
