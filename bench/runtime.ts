/**
 * What a judge costs: `npm run bench:runtime`, of the embedded model. Load time, time a frame with one claim and
 * with twelve in turn (and told apart, with the opposites of what it denies, as the program asks), and the peak memory of the inference process and of the card, on the processor and each card
 * that works; `--device` names others.
 *
 * `npm run bench:runtime -- --model llava-onevision-0.5b --random`, or `--model phi-3.5-vision`, does the same at the
 * published model's real dimensions with random weights, which take as long as trained ones, and beside it the same
 * architecture in PyTorch with the same shared prefix: in turn where memory holds all at once, else one after another.
 * It needs a Python (`--python`, or CONTINUIST_PYTHON) with models/architectures/export/requirements.txt. `--reference` chooses
 * `float32`, `bfloat16`, both, or `none`. A processor without instructions for bfloat16 takes minutes a picture with
 * it; Phi-3.5-vision in float32 needs 17 GB: where memory does not hold that, `--layers 8` measures so many of the
 * language model's layers, and scales. LLaVA-OneVision on the processor is set beside transformers.js as its
 * documentation uses it, too, unless `--no-documented` is given, and beside its products at the rate of the largest.
 *
 * An eye (`--model dinov2-small --random`) is measured by the look: see eyes/.
 *
 * Figures of one run compare with one another, not with those of another machine. The processor's bars hold where it has
 * instructions for products of bytes (VNNI and the like); elsewhere the figures are only told. Ends with exit code 1 when
 * a bar that holds is missed.
 */
import { loadavg } from 'node:os';
import { join } from 'node:path';
import { tryDevices } from '@core/models/machine.js';
import { AutoTokenizer } from '@huggingface/transformers';
import { startNodeChild } from '@inference/index.js';
import { CATALOGUE, type CatalogueEntry, DEVICES, type Device, EYES } from '@models/library/index.js';
import { thisMachine } from '@models/runtime/devices/index.js';
import { AS_DOCUMENTED, openAsDocumented } from './as-documented.js';
import { MODELS_FOLDER, THREADS } from './board.js';
import { CLAIMS } from './claims.js';
import { type Contender, leftOut, measured, SLOW } from './contender.js';
import {
  atLeast,
  atMost,
  type Bar,
  best,
  type Figures,
  mebibytes,
  seconds,
  sideBySide,
  tellBars,
  toldLine,
} from './cost.js';
import { eyeCost } from './eyes/index.js';
import { instructions } from './instructions.js';
import { openLargestProduct } from './largest-product.js';
import { optionsOf, refuse } from './options.js';
import { type OwnContender, openOurs } from './ours.js';
import { randomModel, randomModels, realSize } from './random-model.js';
import { DTYPES, type ReferenceDtype, startReference } from './reference.js';

const FEW = 1;
const MANY = CLAIMS.length;
const COUNTS = [FEW, MANY];
const MOST_RATIO = 1.3;
/** Times as fast as transformers.js as documented, with few claims and with many. */
const LEAST_AS_DOCUMENTED = new Map([
  [FEW, 2.5],
  [MANY, 20],
]);
/** Of the rate of the largest product, reading a picture. */
const LEAST_SHARE = 0.85;
const MOST_MEMORY = 0.5;
/** Seconds a picture, of a published model on a card. */
const MOST_SECONDS = 3;

const options = optionsOf({
  model: { type: 'string', default: 'storybook' },
  random: { type: 'boolean', default: false },
  device: { type: 'string', multiple: true },
  python: { type: 'string', default: process.env.CONTINUIST_PYTHON ?? 'python3' },
  rounds: { type: 'string' },
  reference: { type: 'string', multiple: true },
  layers: { type: 'string' },
  'no-documented': { type: 'boolean', default: false },
});
const eye = EYES.find(({ id }) => id === options.model);
if (eye) {
  if (!options.random && eye.source.kind !== 'shipped') refuse(`${eye.name} is measured with --random.`);
  await eyeCost(eye, options.python, Number(options.rounds ?? 12));
  process.exit();
}
const entry = CATALOGUE.find(({ id }) => id === options.model);
if (!entry)
  refuse(
    `No model is called “${options.model}”: there are ${[...CATALOGUE, ...EYES].map(({ id }) => id).join(', ')}.`,
  );
const rounds = Number(options.rounds ?? (options.random ? 6 : 12));
const { together, references: usual, card, speedUp, features } = realSize(entry);
const layers = options.layers === undefined ? null : Number(options.layers);
const dtypes = named(options.reference ?? usual, DTYPES, '--reference');
const devices = named(options.device ?? (await workingDevices(entry)), DEVICES, '--device');

/** Throws for a word that is not among `all`; `none` stands for nothing. */
function named<T extends string>(words: readonly string[], all: readonly T[], option: string): T[] {
  const unknown = words.find((word) => word !== 'none' && !all.some((one) => one === word));
  if (unknown) refuse(`${option} takes ${all.join(', ')} or none, not “${unknown}”.`);
  return all.filter((one) => words.includes(one));
}

/** The processor, and what works of the devices that the model has files for. */
async function workingDevices(model: CatalogueEntry): Promise<Device[]> {
  if (thisMachine().hasCard === false) return ['cpu'];
  const all = await tryDevices({ start: startNodeChild, modelsFolder: MODELS_FOLDER, threads: THREADS });
  return all.filter(({ device, works }) => works && model.devices[device]).map(({ device }) => device);
}

async function openReference(
  model: CatalogueEntry,
  files: string,
  dtype: ReferenceDtype,
): Promise<Contender> {
  const { python } = options;
  const tokens = await lengths(model, files);
  const reference = await startReference({
    python,
    threads: THREADS,
    config: join(files, 'config.json'),
    dtype,
    layers,
    ...tokens,
  });
  return {
    name: `PyTorch ${dtype}${layers === null ? '' : `, scaled from ${layers} layers`}`,
    load: reference.load,
    slow: SLOW,
    judge: (claims) => reference.judge(claims),
    peak: async () => reference.peak,
    card: () => 0,
    close: () => reference.close(),
  };
}

const ratioBar = (ours: Figures): Bar =>
  atMost(`${ours.name}: ${MANY} claims to ${FEW}`, best(ours, MANY) / best(ours, FEW), MOST_RATIO);

/** What a published model on a card is held to. */
const cardBars = (ours: Figures): Bar[] => [
  ratioBar(ours),
  ...COUNTS.map((claims) =>
    atMost(`${ours.name}: a frame with ${claims}`, best(ours, claims), MOST_SECONDS, seconds),
  ),
  ...(ours.card > 0 ? [atMost(`${ours.name}: memory of the card`, ours.card, card, mebibytes)] : []),
];

/** What it is held to on the processor, beside PyTorch there. */
function bars(ours: Figures, references: readonly Figures[]): Bar[] {
  const found = [];
  for (const reference of references) {
    const single = reference.name.includes('float32');
    const least = (claims: number) =>
      reference.name === AS_DOCUMENTED ? LEAST_AS_DOCUMENTED.get(claims) : single ? speedUp : 1;
    // What was not measured has missed nothing.
    for (const claims of COUNTS.filter((one) => Number.isFinite(best(reference, one)))) {
      const what = `${reference.name}’s time with ${claims} to ours`;
      found.push(atLeast(what, best(reference, claims) / best(ours, claims), least(claims) ?? 1));
    }
    if (single && layers === null && ours.peak > 0)
      found.push(atMost(`our memory to ${reference.name}’s`, ours.peak / reference.peak, MOST_MEMORY));
  }
  return [ratioBar(ours), ...found];
}

/** How near reading a picture comes to what the runtime does at best. */
const shareBar = (one: OwnContender, products: Figures): Bar =>
  atLeast(
    `${one.name}: reading a picture, of ${products.name}`,
    best(products, FEW) / Math.min(...one.prefill),
    LEAST_SHARE,
  );

/** Tokens beside the picture before a claim, and of each claim. */
async function lengths(model: CatalogueEntry, files: string) {
  const tokenizer = await AutoTokenizer.from_pretrained(files, { local_files_only: true });
  const count = (text: string) => tokenizer.encode(text, { add_special_tokens: false }).length;
  return {
    prefix: count(model.prompt.prefix.replace(/<image>|<\|image_1\|>/, '')),
    claims: CLAIMS.map((claim) => count(model.prompt.question.replace('{claim}', claim))),
  };
}

const made: OwnContender[] = [];
const files = new Map<Device, string>();
if (options.random)
  for (const device of devices) files.set(device, await randomModel(entry, device, options.python));

async function ours(model: CatalogueEntry, device: Device): Promise<Contender> {
  const contender = await openOurs(model, device, options.random ? randomModels : null);
  made.push(contender);
  return contender;
}

const [config] = files.values();
const isOnProcessor = options.random && devices.includes('cpu') && features !== null;
const beside = config && isOnProcessor ? await lengths(entry, config) : null;
const products: (() => Promise<Contender>)[] =
  config && beside && features !== null ? [() => openLargestProduct(config, features, beside.prefix)] : [];
const documented: (() => Promise<Contender>)[] =
  config && beside && !options['no-documented'] ? [() => openAsDocumented(entry, config)] : [];
const theirs = config ? dtypes.map((dtype) => () => openReference(entry, config, dtype)) : [];
const own = devices.map((device) => () => ours(entry, device));
const all = [...own, ...products, ...theirs, ...documented];
const figures: Figures[] = [];
for (const group of together ? [all] : all.map((one) => [one]))
  figures.push(...(await measured(group, COUNTS, rounds).catch((error) => leftOut(error) ?? [])));
if (figures.length === 0) throw new Error('nothing could be measured');
console.log(`${sideBySide(figures, FEW, MANY)}\n`);
for (const { name, prepare, prefill, opposed } of made)
  console.log(
    `Of ${name}, decoding the picture took ${seconds(Math.min(...prepare))}, picture and preamble ${seconds(Math.min(...prefill))}; a frame with ${MANY} claims and the opposites of those denied ${seconds(Math.min(...opposed))}.`,
  );
const loads = loadavg().map((value) => value.toFixed(1));
const { name: processor, isFast } = await instructions();
console.log(`${processor}; ${THREADS} threads; load average of the machine ${loads.join(', ')}.`);
if (options.random) {
  const deviceOf = new Map(made.map(({ name, device }) => [name, device]));
  const atBest = figures.find(({ name }) => name.startsWith('all products'));
  const references = figures.filter((one) => !deviceOf.has(one.name) && one !== atBest);
  const held = figures
    .filter(({ name }) => deviceOf.has(name))
    .flatMap((one) => (deviceOf.get(one.name) === 'cpu' ? bars(one, references) : cardBars(one)));
  const shares = made
    .filter(({ device }) => device === 'cpu')
    .flatMap((one) => (atBest ? shareBar(one, atBest) : []));
  console.log();
  const all = [...held, ...shares];
  if (isFast || !devices.includes('cpu')) tellBars(all);
  else for (const bar of all) console.log(toldLine(bar));
}
