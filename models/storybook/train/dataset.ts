/**
 * Renders training pictures with their truth: `tsx dataset.ts --out DIR --from 0 --count 100000 --workers 2`.
 *
 * Picture i is the scene of seed (split, i): the same numbers give the same files on every machine. Shard k
 * holds the pictures from 4,096·k on: `images-k.u8` (RGB, rows from the top, one after the other) and
 * `labels-k.jsonl`, a line each. A shard's labels appear only once it is whole, so that training can start
 * while later shards are being rendered; a shard that is there is not rendered again.
 */
import { fork } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, open, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import sharp from 'sharp';
import { captionOf, openQuestions } from '../world/caption.js';
import { sampleClaims } from '../world/claims.js';
import { withDouble } from '../world/doubles.js';
import { drawScene } from '../world/draw.js';
import { seededRandom, seedFrom } from '../world/random.js';
import { rasterise } from '../world/render.js';
import { sampleScene } from '../world/sample.js';

const SHARD_SIZE = 4096;
const CLAIMS_PER_PICTURE = 24;

interface Options {
  readonly out: string;
  /** Number of the first picture. */
  readonly from: number;
  readonly count: number;
  /** Pixels along each side of the square that the model sees. */
  readonly size: number;
  /** Width in pixels of the 16:9 picture before it is made square. */
  readonly width: number;
  readonly split: string;
  /** Share of pictures in which somebody is there twice, 0–1: what the eye has to count and a scene never samples. */
  readonly doubles: number;
  readonly workers: number;
  /** Which of the workers this process is; undefined in the process that starts them. */
  readonly worker: number | undefined;
}

function readOptions(): Options {
  const { values } = parseArgs({
    options: {
      out: { type: 'string' },
      from: { type: 'string', default: '0' },
      count: { type: 'string', default: String(SHARD_SIZE) },
      size: { type: 'string', default: '128' },
      width: { type: 'string', default: '384' },
      split: { type: 'string', default: 'train' },
      doubles: { type: 'string', default: '0' },
      workers: { type: 'string', default: '2' },
      worker: { type: 'string' },
    },
  });
  if (values.out === undefined) throw new Error('--out DIR is missing');
  const whole = (text: string, name: string): number => {
    const value = Number(text);
    if (!Number.isSafeInteger(value) || value < 0)
      throw new Error(`--${name} takes a whole number, not ${text}`);
    return value;
  };
  return {
    out: values.out,
    from: whole(values.from, 'from'),
    count: whole(values.count, 'count'),
    size: whole(values.size, 'size'),
    width: whole(values.width, 'width'),
    split: values.split,
    doubles: Number(values.doubles),
    workers: Math.max(1, whole(values.workers, 'workers')),
    worker: values.worker === undefined ? undefined : whole(values.worker, 'worker'),
  };
}

interface Example {
  readonly pixels: Buffer;
  readonly label: string;
}

async function renderExample(index: number, options: Options): Promise<Example> {
  const { split, size, width, doubles } = options;
  const sampled = sampleScene(seededRandom(seedFrom(split, index)));
  const random = seededRandom(seedFrom(split, index, 'doubles'));
  const scene = random() < doubles ? withDouble(sampled, random) : sampled;
  const drawing = drawScene(scene);
  const picture = { width, height: Math.round((width * 9) / 16) };
  const full = await rasterise(drawing, scene, picture);
  const pixels = await sharp(full, { raw: { ...picture, channels: 3 } })
    .resize(size, size, { fit: 'fill', kernel: 'cubic' })
    .raw()
    .toBuffer();
  const claims = sampleClaims(scene, seededRandom(seedFrom(split, index, 'claims')), CLAIMS_PER_PICTURE);
  const label = {
    scene,
    boxes: drawing.subjects.map(({ box }) => box),
    colourBoxes: drawing.subjects.map(({ colourBox }) => colourBox),
    claims: claims.map(({ text, truth, kind }) => [text, truth ? 1 : 0, kind]),
    caption: captionOf(scene),
    open: openQuestions(scene),
  };
  return { pixels, label: JSON.stringify(label, roundFractions) };
}

function roundFractions(_: string, value: unknown): unknown {
  return typeof value === 'number' && !Number.isInteger(value) ? Math.round(value * 1e4) / 1e4 : value;
}

async function renderShard(shard: number, options: Options): Promise<void> {
  const { out, from, count } = options;
  const images = join(out, `images-${shard}.u8`);
  const labels = join(out, `labels-${shard}.jsonl`);
  if (existsSync(labels)) return;
  const first = Math.max(from, shard * SHARD_SIZE);
  const last = Math.min(from + count, (shard + 1) * SHARD_SIZE);
  const lines: string[] = [];
  const started = performance.now();
  const file = await open(`${images}.part`, 'w');
  try {
    for (let index = first; index < last; index += 1) {
      const { pixels, label } = await renderExample(index, options);
      await file.write(pixels);
      lines.push(label);
    }
  } finally {
    await file.close();
  }
  await rename(`${images}.part`, images);
  await writeFile(`${labels}.part`, `${lines.join('\n')}\n`);
  await rename(`${labels}.part`, labels);
  const seconds = (performance.now() - started) / 1000;
  console.log(
    `shard ${shard}: ${lines.length} pictures in ${seconds.toFixed(1)} s, ${(lines.length / seconds).toFixed(1)} a second`,
  );
}

async function renderShare(worker: number, options: Options): Promise<void> {
  // One thread a worker: the workers are the parallelism, and the trainer wants the rest.
  sharp.concurrency(1);
  sharp.cache(false);
  const first = Math.floor(options.from / SHARD_SIZE);
  const end = Math.ceil((options.from + options.count) / SHARD_SIZE);
  for (let shard = first + worker; shard < end; shard += options.workers) await renderShard(shard, options);
}

async function main(): Promise<void> {
  const options = readOptions();
  if (options.worker !== undefined) return renderShare(options.worker, options);
  await mkdir(options.out, { recursive: true });
  const started = performance.now();
  const exits = Array.from(
    { length: options.workers },
    (_, worker) =>
      new Promise<number>((resolve) => {
        const child = fork(fileURLToPath(import.meta.url), [
          ...process.argv.slice(2),
          '--worker',
          String(worker),
        ]);
        child.on('exit', (code) => resolve(code ?? 1));
      }),
  );
  const codes = await Promise.all(exits);
  console.log(`${options.count} pictures in ${((performance.now() - started) / 1000).toFixed(1)} s`);
  process.exitCode = Math.max(...codes);
}

await main();
