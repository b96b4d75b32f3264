/** Bad days of an artist's own program, and what they get on each. */
import { mkdtemp, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { command } from '@core/generators/command/index.js';
import { guarded } from '@core/generators/guarded.js';
import { requestIn } from '@core/generators/testing/request.js';
import { made } from './made.js';

/** Seconds for a program that hangs, and for the others, which a busy machine may take its time to start. */
const [SHORT, LONG] = [2, 120];

/** What the program does with `request`, `say` and `picture`, which writes one into a file. */
const DAYS: readonly (readonly [name: string, body: string])[] = [
  ['a good one', `await picture(request.output); say({ image: request.output })`],
  ['says a bare path', `await picture(request.output); console.log(request.output)`],
  ['hangs', `setInterval(() => {}, 1000)`],
  [
    'hangs, deaf to its end',
    `process.on('SIGTERM', () => {}); spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']); setInterval(() => {}, 1000)`,
  ],
  ['prints rubbish', `console.log('\\u0000\\u001b[31m{]'.repeat(1000)); process.exit(1)`],
  [
    'prints rubbish, then its picture',
    `console.log('{]'); await picture(request.output); say({ image: request.output })`,
  ],
  [
    'prints without end',
    `const go = () => process.stdout.write('{"progress":0.5}\\n'.repeat(1e4), go); go()`,
  ],
  [
    'dies half way',
    `say({ progress: 0.5 }); process.kill(process.pid, 'SIGKILL'); setInterval(() => {}, 1000)`,
  ],
  [
    'dies half way through its picture',
    `await picture(request.output); truncateSync(request.output, 60); say({ image: request.output })`,
  ],
  ['says what is wrong', `say({ error: 'CUDA out of memory' }); process.exit(3)`],
  ['ends with nothing', ``],
  [
    'a huge picture',
    `writeFileSync(request.output, ''); truncateSync(request.output, 3e9); say({ image: request.output })`,
  ],
  [
    'too many pixels',
    `await picture(request.output);
      const bytes = readFileSync(request.output);
      bytes.writeUInt32BE(30000, 16); bytes.writeUInt32BE(30000, 20);
      bytes.writeUInt32BE(crc32(bytes.subarray(12, 29)), 29);
      writeFileSync(request.output, bytes); say({ image: request.output })`,
  ],
  [
    'another type',
    `writeFileSync(request.output, '<svg xmlns="http://www.w3.org/2000/svg" width="64" height="64"/>'); say({ image: request.output })`,
  ],
  ['a file of the system in its place', `say({ image: '/etc/passwd' })`],
  ['a path that leads outside', `say({ image: '../../../../nowhere.png' })`],
  ['a device', `say({ image: '/dev/zero' })`],
  ['another size than was asked', `await picture(request.output, 32, 32); say({ image: request.output })`],
  [
    'previews that are none',
    `say({ preview: '/dev/zero' }); await picture(request.output); say({ image: request.output })`,
  ],
];

const START = `
import { readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { spawn } from 'node:child_process';
import { crc32 } from 'node:zlib';
const request = JSON.parse(readFileSync(0, 'utf8'));
const say = (line) => console.log(JSON.stringify(line));
const sharp = (await import(SHARP)).default;
const picture = (file, width = request.width, height = request.height) =>
  sharp({ create: { width, height, channels: 3, background: '#456' }, limitInputPixels: false }).png().toFile(file);
`;

export const COMMAND_HEADER = ['bad day', 'Command'];

export async function commandRows(take: string, folder: string): Promise<string[][]> {
  const rows: string[][] = [];
  const sharp = JSON.stringify(import.meta.resolve('sharp'));
  for (const [name, body] of DAYS) {
    const own = await mkdtemp(join(folder, 'work-'));
    const program = join(own, 'program.mjs');
    await writeFile(program, START.replace('SHARP', sharp) + body);
    const generator = command.connect({
      program: [process.execPath, program],
      timeout: name.startsWith('hangs') ? SHORT : LONG,
    });
    const words = generator
      ? await made(guarded(generator, 'Command'), requestIn(own, { fromFile: take }))
      : 'not connected';
    rows.push([name, words.replace(/[^\P{Cc}]/gu, '·')]);
  }
  const absent = command.connect({ program: [join(folder, 'absent')] });
  if (absent)
    rows.push([
      'a program that is not there',
      await made(guarded(absent, 'Command'), requestIn(folder, { fromFile: take })),
    ]);
  return rows;
}
