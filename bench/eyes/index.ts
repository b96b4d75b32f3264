/**
 * What an eye costs at real size: `npm run bench:runtime -- --model dinov2-small --random`. Load, seconds a look and peak
 * memory of a process that holds it alone, with random weights, which take as long as trained ones; beside it the same
 * architecture in PyTorch, single precision, on the same number of threads. An eye that ships is measured as it is, alone.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { loadavg } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import type { EyeEntry } from '@models/library/index.js';
import { median } from '@shared/median.js';
import { MODELS_FOLDER, THREADS } from '../board.js';
import { withBundles } from '../bundled.js';
import { mebibytes, seconds, times } from '../cost.js';
import { randomModel } from '../random-model.js';
import { table } from '../statistics.js';
import { SAMPLE } from '../truth.js';

interface Cost {
  /** Seconds. */
  readonly load: number;
  /** Of each look. */
  readonly seconds: readonly number[];
  /** Bytes. */
  readonly peak: number;
}

async function said(command: string, args: readonly string[]): Promise<Cost> {
  const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  const [line, [code]] = await Promise.all([text(child.stdout), once(child, 'close')]);
  if (code !== 0) throw new Error(`${args[0]} ended with ${code}`);
  return JSON.parse(line) as Cost;
}

const here = (file: string): string => fileURLToPath(new URL(file, import.meta.url));

/** Prints what it finds. Throws when Python or the eye fails. */
export async function eyeCost(eye: EyeEntry, python: string, rounds: number): Promise<void> {
  const isShipped = eye.source.kind === 'shipped';
  const config = isShipped ? null : join(await randomModel(eye, 'cpu', python), 'config.json');
  const ours = await withBundles({ eye: 'bench/eyes/child.ts' }, (bundleOf) =>
    said(process.execPath, [
      bundleOf('eye'),
      eye.id,
      String(rounds),
      join(SAMPLE, 'keyframes'),
      MODELS_FOLDER,
    ]),
  );
  const theirs =
    config && (await said(python, [here('reference.py'), config, String(rounds), String(THREADS)]));
  const costs = theirs ? [ours, theirs] : [ours];
  const row = (title: string, cell: (cost: Cost) => string) => [title, ...costs.map(cell)];
  const best = (cost: Cost) => Math.min(...cost.seconds);
  console.log(
    table(
      ['best (median, looks)', eye.id, ...(theirs ? ['PyTorch float32'] : [])],
      [
        row('load', (cost) => seconds(cost.load)),
        row(
          'a look',
          (cost) => `${seconds(best(cost))} (${seconds(median([...cost.seconds]))}, ${cost.seconds.length})`,
        ),
        row('peak memory of the process', (cost) => mebibytes(cost.peak)),
      ],
    ),
  );
  const loads = loadavg().map((value) => value.toFixed(1));
  if (theirs) console.log(`\nPyTorch’s time to ours: ${times(best(theirs) / best(ours))}`);
  console.log(`${THREADS} threads; load average of the machine ${loads.join(', ')}.`);
}
