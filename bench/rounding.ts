/**
 * What rounding costs in judgement: `npm run bench:rounding [-- --frames 150]`.
 *
 * The embedded model as it ships; with its products' weights rounded to four bits, as published models come; and with
 * those run as bytes, as the program runs them on a processor. P(yes) is compared as each gives it, on frames never
 * trained on.
 */
import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { InferenceClient } from '@inference/index.js';
import { drawnFrames } from './asked.js';
import { inTemporaryFolder, MODELS_FOLDER, startJudge } from './board.js';
import { addStorybook } from './ensemble-members.js';
import { type FourBitGraphs, fourBitGraphs } from './four-bit-graph.js';
import { optionsOf } from './options.js';
import { balancedAccuracy, mean, percent, table } from './statistics.js';

const options = optionsOf({ frames: { type: 'string', default: '150' } });

const ROUNDED = {
  'four-bits': { graph: 'exact', suffix: '' },
  'four-bits-as-bytes': { graph: 'packed', suffix: '_q4' },
} as const satisfies Record<string, { graph: keyof FourBitGraphs; suffix: string }>;
const JUDGES = ['storybook', ...Object.keys(ROUNDED)];

async function makeRounded(folder: string, downloadsFolder: string): Promise<void> {
  const files = join(MODELS_FOLDER, 'storybook', 'files');
  for (const [id, { graph, suffix }] of Object.entries(ROUNDED)) {
    const own = join(folder, id);
    await mkdir(own, { recursive: true });
    await cp(files, own, { recursive: true });
    for (const part of ['vision_encoder', 'decoder_model_merged']) {
      const file = join(own, 'onnx', `${part}.onnx`);
      const rounded = fourBitGraphs(await readFile(file))[graph];
      await rm(file);
      await writeFile(join(own, 'onnx', `${part}${suffix}.onnx`), rounded);
    }
    await addStorybook(own, id, { modelsFolder: MODELS_FOLDER, downloadsFolder });
  }
}

interface Said {
  readonly truth: boolean;
  /** By judge. */
  readonly p: ReadonlyMap<string, number>;
}

async function ask(clients: ReadonlyMap<string, InferenceClient>): Promise<Said[]> {
  const said: Said[] = [];
  for await (const { file, claims, questions } of drawnFrames('test', Number(options.frames))) {
    const found = new Map<string, readonly (number | null)[]>();
    for (const [judge, client] of clients) {
      const { answers } = await client.judge(judge, { file, questions });
      found.set(
        judge,
        answers.map(({ p }) => p),
      );
    }
    for (const [at, { truth }] of claims.entries())
      said.push({ truth, p: new Map([...found].map(([judge, all]) => [judge, all[at] ?? Number.NaN])) });
  }
  return said;
}

const pOf = (judge: string) => (one: Said) => one.p.get(judge) as number;
const SURE = 1e-6;
const logit = (p: number): number => {
  const q = Math.min(Math.max(p, SURE), 1 - SURE);
  return Math.log(q / (1 - q));
};

function accuracy(said: readonly Said[], judge: string): number {
  const p = pOf(judge);
  const [wrong, right] = [said.filter(({ truth }) => !truth), said.filter(({ truth }) => truth)];
  return balancedAccuracy({
    truePositives: wrong.filter((one) => p(one) < 0.5).length,
    positives: wrong.length,
    trueNegatives: right.filter((one) => p(one) >= 0.5).length,
    negatives: right.length,
  });
}

function moved(said: readonly Said[], from: string, to: string): string[] {
  const [a, b] = [pOf(from), pOf(to)];
  return [
    `${from} → ${to}`,
    mean(said.map((one) => Math.abs(logit(a(one)) - logit(b(one))))).toFixed(3),
    mean(said.map((one) => Math.abs(a(one) - b(one)))).toFixed(4),
    percent(said.filter((one) => a(one) >= 0.5 !== b(one) >= 0.5).length / said.length),
  ];
}

await inTemporaryFolder(async (folder) => {
  const downloadsFolder = join(folder, 'models');
  await makeRounded(join(folder, 'files'), downloadsFolder);
  const clients = new Map(
    JUDGES.map((judge) => [judge, startJudge({ uncalibrated: true, downloadsFolder })]),
  );
  try {
    const said = await ask(clients);
    console.log(`${said.length} claims of ${options.frames} frames.\n`);
    console.log(
      table(
        ['judge', 'balanced accuracy'],
        JUDGES.map((judge) => [judge, percent(accuracy(said, judge))]),
      ),
    );
    const [whole = '', rounded = '', bytes = ''] = JUDGES;
    console.log(
      `\n${table(
        ['answers', 'mean |Δ log odds|', 'mean |Δ p|', 'turned'],
        [moved(said, whole, rounded), moved(said, whole, bytes), moved(said, rounded, bytes)],
      )}`,
    );
  } finally {
    await Promise.all([...clients.values()].map((client) => client.close()));
  }
});
