/**
 * What the judge costs: `npm run bench:runtime`. Load time, milliseconds a frame with one claim and with twelve
 * in turn, and the inference process's peak memory. Figures of one run compare with one another, not with those
 * of another machine.
 */
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { peakMemory } from '@inference/index.js';
import { startJudge } from './board.js';
import { median, table } from './statistics.js';
import { SAMPLE } from './truth.js';

const CLAIMS = [
  'a girl',
  'a girl in a red coat',
  'an old man',
  'a fox',
  'an orange fox',
  'a lantern',
  'a girl holding a lantern',
  'a girl on the left',
  'in a forest',
  'at night',
  'a wide shot',
  'a gouache painting',
];
const ROUNDS = 2;

const mebibytes = (bytes: number | null): string =>
  bytes === null ? 'unknown on this system' : `${(bytes / 2 ** 20).toFixed(0)} MiB`;

const folder = join(SAMPLE, 'keyframes');
const pictures = (await readdir(folder)).filter((name) => name.endsWith('.webp')).slice(0, 6);
const client = startJudge();
try {
  const started = performance.now();
  const { version, device } = await client.describe('storybook');
  const load = (performance.now() - started) / 1000;
  const times = { 1: [] as number[], 12: [] as number[] };
  const prepare: number[] = [];
  const prefill: number[] = [];
  for (let round = 0; round <= ROUNDS; round += 1) {
    for (const name of pictures) {
      for (const count of [1, 12] as const) {
        const questions = CLAIMS.slice(0, count).map((text, id) => ({
          id: String(id),
          kind: 'entity' as const,
          text,
        }));
        const { timings } = await client.judge('storybook', { file: join(folder, name), questions });
        // The first round warms the process up.
        if (round === 0) continue;
        times[count].push(timings.total);
        prepare.push(timings.prepare);
        prefill.push(timings.prefill);
      }
    }
  }
  const milliseconds = (values: readonly number[]): string => `${median(values).toFixed(1)} ms`;
  console.log(
    table(
      [version, `on ${device}`],
      [
        ['start and load', `${load.toFixed(1)} s`],
        ['a frame with 1 claim', milliseconds(times[1])],
        ['a frame with 12 claims', milliseconds(times[12])],
        ['12 claims to 1', `${(median(times[12]) / median(times[1])).toFixed(2)} ×`],
        ['  of it decoding the picture', milliseconds(prepare)],
        ['  of it picture and preamble', milliseconds(prefill)],
        ['peak memory of the process', mebibytes(await peakMemory(client.pid))],
      ],
    ),
  );
} finally {
  await client.close();
}
