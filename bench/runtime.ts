/**
 * What a judge costs: `npm run bench:runtime`, of the embedded model. Load time, time a frame with one claim and
 * with twelve in turn, and the inference process's peak memory.
 *
 * `npm run bench:runtime -- --model llava-onevision-0.5b --random`, or `--model phi-3.5-vision`, does the same at the
 * published model's real dimensions with random weights, which take as long as trained ones, and beside it the same
 * architecture in PyTorch with the same shared prefix: in turn where memory holds all at once, else one after another.
 * It needs a Python (`--python`, or CONTINUIST_PYTHON) with models/export/requirements.txt. `--reference` chooses
 * `float32`, `bfloat16`, both, or `none`. A processor without instructions for bfloat16 takes minutes a picture with
 * it; Phi-3.5-vision in float32 needs 17 GB.
 *
 * Figures of one run compare with one another, not with those of another machine.
 */
import { readdir } from 'node:fs/promises';
import { loadavg } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { AutoTokenizer } from '@huggingface/transformers';
import { CATALOGUE, type CatalogueEntry } from '@models/index.js';
import { startJudge, THREADS } from './board.js';
import { type Contender, measured } from './contender.js';
import {
  atLeast,
  atMost,
  type Bar,
  barLine,
  best,
  type Figures,
  processCost,
  seconds,
  sideBySide,
} from './cost.js';
import { randomModel, randomModels, realSize } from './random-model.js';
import { DTYPES, Reference, type ReferenceDtype } from './reference.js';
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
/** Milliseconds a picture; what is slow is to be measured, not ended. */
const TIMEOUT = 1_800_000;
const MOST_RATIO = 1.3;
const LEAST_SPEED_UP = 2;
const MOST_MEMORY = 0.5;

const { values: options } = parseArgs({
  options: {
    model: { type: 'string', default: 'storybook' },
    random: { type: 'boolean', default: false },
    python: { type: 'string', default: process.env.CONTINUIST_PYTHON ?? 'python3' },
    rounds: { type: 'string' },
    reference: { type: 'string', multiple: true },
  },
});
const entry = CATALOGUE.find(({ id }) => id === options.model);
if (!entry) throw new Error(`no model is called “${options.model}”`);
const rounds = Number(options.rounds ?? (options.random ? 3 : 12));
const { together, references: usual } = realSize(entry);
const chosen: readonly string[] = options.reference ?? usual;
const unknown = chosen.find((one) => one !== 'none' && !DTYPES.some((dtype) => dtype === one));
if (unknown) throw new Error(`--reference takes ${DTYPES.join(', ')} or none, not “${unknown}”`);
const dtypes = DTYPES.filter((dtype) => chosen.includes(dtype));
const folder = join(SAMPLE, 'keyframes');
const pictures = (await readdir(folder)).filter((name) => name.endsWith('.webp'));
/** Seconds: of decoding, and of picture and preamble. */
const prepare: number[] = [];
const prefill: number[] = [];

async function openOurs(model: CatalogueEntry, files: string | null): Promise<Contender> {
  const client = startJudge({ timeout: TIMEOUT, ...(files && { downloadsFolder: randomModels }) });
  try {
    const started = performance.now();
    const { version, device } = await client.describe(model.id);
    const load = (performance.now() - started) / 1000;
    let at = 0;
    const judgeOne = async (claims: number) => {
      const questions = CLAIMS.slice(0, claims).map((text, id) => ({
        id: String(id),
        kind: 'entity' as const,
        text,
      }));
      const file = join(folder, pictures[at++ % pictures.length] ?? '');
      return (await client.judge(model.id, { file, questions })).timings;
    };
    // Warmed up first.
    await judgeOne(FEW);
    return {
      name: `${version} on ${device}`,
      load,
      slow: Number.POSITIVE_INFINITY,
      async judge(claims) {
        const before = await processCost(client.pid);
        const timings = await judgeOne(claims);
        const { work } = await processCost(client.pid);
        prepare.push(timings.prepare / 1000);
        prefill.push(timings.prefill / 1000);
        return { seconds: timings.total / 1000, work: work - before.work };
      },
      peak: async () => (await processCost(client.pid)).peak,
      close: () => client.close(),
    };
  } catch (error) {
    await client.close();
    throw error;
  }
}

async function openReference(
  model: CatalogueEntry,
  files: string,
  dtype: ReferenceDtype,
): Promise<Contender> {
  const { python } = options;
  const tokens = await lengths(model, files);
  const reference = await Reference.start({
    python,
    threads: THREADS,
    config: join(files, 'config.json'),
    dtype,
    ...tokens,
  });
  return {
    name: `PyTorch ${dtype}`,
    load: reference.load,
    slow: SLOW,
    judge: (claims) => reference.judge(claims),
    peak: async () => reference.peak,
    close: () => reference.close(),
  };
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
  // What was not measured has missed nothing.
  return found.filter(({ value }) => !Number.isNaN(value));
}

/** Tokens beside the picture before a claim, and of each claim. */
async function lengths(model: CatalogueEntry, files: string) {
  const tokenizer = await AutoTokenizer.from_pretrained(files, { local_files_only: true });
  const count = (text: string) => tokenizer.encode(text, { add_special_tokens: false }).length;
  return {
    prefix: count(model.prompt.prefix.replace(/<image>|<\|image_1\|>/, '')),
    claims: CLAIMS.map((claim) => count(model.prompt.question.replace('{claim}', claim))),
  };
}

const files = options.random ? await randomModel(entry, options.python) : null;
const ours = () => openOurs(entry, files);
const theirs = files ? dtypes.map((dtype) => () => openReference(entry, files, dtype)) : [];
const figures: Figures[] = await measured(together ? [ours, ...theirs] : [ours], COUNTS, rounds);
if (!together)
  for (const reference of theirs)
    try {
      figures.push(...(await measured([reference], COUNTS, rounds)));
    } catch (error) {
      // What was measured before is still worth its print.
      console.error(`A reference is left out: ${error instanceof Error ? error.message : error}`);
      process.exitCode = 1;
    }
console.log(sideBySide(figures, FEW, MANY));
console.log(
  `\nOf ours, decoding the picture took ${seconds(Math.min(...prepare))}, picture and preamble ${seconds(Math.min(...prefill))}.`,
);
const loads = loadavg().map((value) => value.toFixed(1));
console.log(`${THREADS} threads; load average of the machine ${loads.join(', ')}.`);
const [first, ...others] = figures;
if (files && first) console.log(`\n${bars(first, others).map(barLine).join('\n')}`);
