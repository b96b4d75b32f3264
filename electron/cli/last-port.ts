/**
 * The port that the web host had last, if it is free. A browser keeps typed words and the looks of the window by
 * address, so only the same port finds them again.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { RunningServer } from '../server/index.js';

const isTaken = (thrown: unknown): boolean =>
  ['EADDRINUSE', 'EACCES'].includes((thrown as NodeJS.ErrnoException).code ?? '');

export async function startOnLastPort(
  dataFolder: string,
  start: (port: number) => Promise<RunningServer>,
): Promise<RunningServer> {
  const file = join(dataFolder, 'web-port');
  const last = Number(await readFile(file, 'utf8').catch(() => ''));
  const port = Number.isInteger(last) && last > 1023 && last < 65_536 ? last : 0;
  if (port !== 0)
    try {
      return await start(port);
    } catch (thrown) {
      // Another host is there, and keeps its port.
      if (isTaken(thrown)) return start(0);
      throw thrown;
    }
  const server = await start(0);
  // Where it cannot be written the next one is at another port: nothing worse.
  await writeFile(file, new URL(server.address).port).catch(() => undefined);
  return server;
}
