/** Bad days of a server, and what an artist gets on each. */
import { mkdtemp } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { requestIn } from '@core/generators/testing/request.js';
import type { Fate } from '@testing/fate.js';
import { made } from './made.js';
import { a1111, comfy, comfyPool, type Server } from './servers.js';

type Day = readonly [name: string, fate: Fate | null, under?: (server: Server) => Promise<void> | void];

const says = (status: number, body: string): Fate => ({ do: 'say', status, body });

const DAYS: readonly Day[] = [
  ['a good one', null],
  ['silence', { do: 'silence' }],
  ['a dead line after the work', { do: 'silence', after: true }],
  ['a cut before the work', { do: 'cut' }],
  ['a cut after it', { do: 'cut', after: true }],
  ['a byte at a time', { do: 'drip', pause: 100 }],
  ['an answer without end', { do: 'endless' }],
  ['413', says(413, 'too large')],
  ['403', says(403, '')],
  ['404', says(404, '{"detail":"Not Found"}')],
  ['500', says(500, '{"error":"RuntimeError","detail":"","message":"odd shapes"}')],
  ['504 of a gateway', says(504, 'Gateway Timeout')],
  ['NaN', says(200, '{"images":NaN,"info":NaN}')],
  ['another type', says(200, '<html>')],
  ['a restart', null, (server) => server.restart()],
  ['its end, for good', null, (server) => server.end()],
  ['stopped by somebody there', null, (server) => server.interrupt()],
];

export const SERVER_HEADER = ['bad day', 'ComfyUI', 'ComfyUI, the first of two servers', 'A1111'];

/** `take`: a picture with its graph. */
export async function serverRows(take: string, folder: string): Promise<string[][]> {
  const rows: string[][] = [];
  for (const day of DAYS) {
    const cells = [day[0]];
    for (const start of [comfy, comfyPool, a1111]) {
      const server = await start();
      cells.push(await outcome(server, day, take, await mkdtemp(join(folder, 'work-'))));
      await server.close();
    }
    rows.push(cells);
  }
  return rows;
}

async function outcome(server: Server, [, fate, under]: Day, take: string, folder: string): Promise<string> {
  server.fate(fate);
  if (under) server.freeze(true);
  const picture = made(server.generator, requestIn(folder, { fromFile: take }));
  if (under) {
    while (!server.running()) await pause(2);
    await under(server);
    server.freeze(false);
  }
  return picture;
}
