/**
 * For tests: opens the model MODEL in FOLDER, kept in PREPARED, and writes what it makes of a wave as JSON. With DIE
 * it is killed for real at that call, counted from 0, of those that change the disk; a write is half done then. With
 * MEET it puts nothing in its place before as many processes are as far.
 */
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { Tensor } from 'onnxruntime-node';
import { openSessions } from '../sessions.js';

const { FOLDER = '', PREPARED = '', MODEL = '', DIE, MEET } = process.env;
const NAMES = [
  'mkdirSync',
  'openSync',
  'writeSync',
  'closeSync',
  'writeFileSync',
  'renameSync',
  'rmSync',
] as const;
type Call = (...args: unknown[]) => unknown;
const disk = fs as unknown as Record<(typeof NAMES)[number], Call>;
const { writeSync, writeFileSync } = disk;

let calls = 0;
let hasMet = false;
for (const name of NAMES) {
  const real = disk[name];
  disk[name] = (...args) => {
    if (DIE && calls++ === Number(DIE)) die(name, args);
    if (MEET && name === 'renameSync' && !hasMet) meet(Number(MEET));
    return real(...args);
  };
}
syncBuiltinESMExports();

function die(name: string, [to, bytes]: unknown[]): void {
  if (name === 'writeSync') writeSync(to, bytes, 0, Math.floor((bytes as Uint8Array).byteLength / 2));
  if (name === 'writeFileSync') writeFileSync(to, (bytes as Buffer | string).slice(0, 10));
  process.kill(process.pid, 'SIGKILL');
}

function meet(count: number): void {
  hasMet = true;
  writeFileSync(`${FOLDER}/arrived.${process.pid}`, '');
  const nap = new Int32Array(new SharedArrayBuffer(4));
  while (fs.readdirSync(FOLDER).filter((name) => name.startsWith('arrived')).length < count)
    Atomics.wait(nap, 0, 0, 5);
}

const sessions = await openSessions(FOLDER, { [MODEL]: 'q4' }, { threads: 1, prepared: PREPARED });
const x = Float32Array.from({ length: 32 }, (_, at) => Math.cos(at));
const { y } = (await sessions[MODEL]?.run({ x: new Tensor(x, [1, 32]) })) ?? {};
process.stdout.write(JSON.stringify([...((y?.data ?? []) as Float32Array)]));
