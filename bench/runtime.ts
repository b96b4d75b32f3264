/**
 * What a judge costs: `npm run bench:runtime`, of the embedded model. Load time, time a frame with one claim and
 * with twelve in turn, and the inference process's peak memory.
 *
 * `npm run bench:runtime -- --model llava-onevision-0.5b --random` does the same at the published model's real
 * dimensions with random weights, which take as long as trained ones, and in turn with it the same architecture in
 * PyTorch, with the same shared prefix, in single and in half precision. It needs a Python (`--python`, or
 * CONTINUIST_PYTHON) with models/export/requirements.txt. `--reference float32` leaves out the other,
 * which takes minutes a picture on a processor without instructions for it.
 *
 * Figures of one run compare with one another, not with those of another machine.
 */
import { readdir } from 'node:fs/promises';
import { loadavg } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { AutoTokenizer } from '@huggingface/transformers';
import type { InferenceClient } from '@inference/index.js';
import { CATALOGUE, type CatalogueEntry } from '@models/index.js';
import { startJudge, THREADS } from './board.js';
import {
  atLeast,
  atMost,
  type Bar,
  barLine,
  best,
  type Figures,
  processCost,
  type Sample,
  seconds,
  sideBySide,
} from './cost.js';
import { randomModel, randomModels } from './random-model.js';
import { DTYPES, Reference } from './reference.js';
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
const FEW = 1;
const MANY = CLAIMS.length;
const COUNTS = [FEW, MANY];
/** Seconds a picture above which a reference is measured once. */
const SLOW = 30;
const MOST_RATIO = 1.3;
const LEAST_SPEED_UP = 2;
const MOST_MEMORY = 0.5;

const { values: options } = parseArgs({
  options: {
    model: { type: 'string', default: 'storybook' },
    random: { type: 'boolean', default: false },
    python: { type: 'string', default: process.env.CONTINUIST_PYTHON ?? 'python3' },
    rounds: { type: 'string' },
    reference: { type: 'string', multiple: true, default: [...DTYPES] },
  },
});
const entry = CATALOGUE.find(({ id }) => id === options.model);
if (!entry) throw new Error(`no model is called “${options.model}”`);
const rounds = Number(options.rounds ?? (options.random ? 3 : 12));
const dtypes = DTYPES.filter((dtype) => options.reference.includes(dtype));
const folder = join(SAMPLE, 'keyframes');
const pictures = (await readdir(folder)).filter((name) => name.endsWith('.webp'));

async function judgeOne(client: InferenceClient, model: CatalogueEntry, at: number, claims: number) {
  const questions = CLAIMS.slice(0, claims).map((text, id) => ({
    id: String(id),
    kind: 'entity' as const,
    text,
  }));
  const file = join(folder, pictures[at % pictures.length] ?? '');
  const { timings } = await client.judge(model.id, { file, questions });
  return timings;
}

function bars(ours: Figures, references: readonly Figures[]): Bar[] {
  const found = [atMost(`${MANY} claims to ${FEW}`, best(ours, MANY) / best(ours, FEW), MOST_RATIO)];
  for (const reference of references) {
    const single = reference.name.endsWith('float32');
    for (const claims of COUNTS) {
      const what = `${reference.name}’s time with ${claims} to ours`;
      found.push(atLeast(what, best(reference, claims) / best(ours, claims), single ? LEAST_SPEED_UP : 1));
    }
    if (single && ours.peak > 0)
      found.push(atMost(`our memory to ${reference.name}’s`, ours.peak / reference.peak, MOST_MEMORY));
  }
  return found;
}

/** Tokens beside the picture before a claim, and of each claim. */
async function lengths(model: CatalogueEntry, files: string) {
  const tokenizer = await AutoTokenizer.from_pretrained(files, { local_files_only: true });
  const count = (text: string) => tokenizer.encode(text, { add_special_tokens: false }).length;
  return {
    prefix: count(model.prompt.prefix) - 1,
    claims: CLAIMS.map((claim) => count(model.prompt.question.replace('{claim}', claim))),
  };
}

const files = options.random ? await randomModel(entry, options.python) : null;
const client = startJudge(files ? { downloadsFolder: randomModels } : {});
const references: Reference[] = [];
const noSamples = () => new Map<number, Sample[]>(COUNTS.map((claims) => [claims, []]));
try {
  const started = performance.now();
  const { version, device } = await client.describe(entry.id);
  const load = (performance.now() - started) / 1000;
  if (files) {
    const shared = { python: options.python, threads: THREADS, config: join(files, 'config.json') };
    const tokens = await lengths(entry, files);
    for (const dtype of dtypes) references.push(await Reference.start({ ...shared, ...tokens, dtype }));
  }
  const ours = noSamples();
  const theirs = references.map(noSamples);
  const prepare: number[] = [];
  const prefill: number[] = [];
  // Warmed up first; then all in turn, so that whatever else the machine does falls on each.
  await judgeOne(client, entry, 0, FEW);
  for (let round = 0; round < rounds; round += 1) {
    for (const claims of COUNTS) {
      const before = await processCost(client.pid);
      const timings = await judgeOne(client, entry, round + 1, claims);
      const { work } = await processCost(client.pid);
      ours.get(claims)?.push({ seconds: timings.total / 1000, work: work - before.work });
      prepare.push(timings.prepare / 1000);
      prefill.push(timings.prefill / 1000);
      for (const [at, reference] of references.entries()) {
        const taken = theirs[at]?.get(claims) ?? [];
        if (!taken.some((sample) => sample.seconds > SLOW)) taken.push(await reference.judge(claims));
      }
    }
  }
  const { peak } = await processCost(client.pid);
  const figures: Figures = { name: `${version} on ${device}`, load, samples: ours, peak };
  const others = references.map((reference, at): Figures => {
    const { load: built, peak: most } = reference;
    return { name: `PyTorch ${dtypes[at]}`, load: built, samples: theirs[at] ?? noSamples(), peak: most };
  });
  console.log(sideBySide([figures, ...others], FEW, MANY));
  console.log(
    `\nOf ours, decoding the picture took ${seconds(Math.min(...prepare))}, picture and preamble ${seconds(Math.min(...prefill))}.`,
  );
  const loads = loadavg().map((value) => value.toFixed(1));
  console.log(`${THREADS} threads; load average of the machine ${loads.join(', ')}.`);
  if (files) console.log(`\n${bars(figures, others).map(barLine).join('\n')}`);
} finally {
  await client.close();
  await Promise.all(references.map((reference) => reference.close()));
}
