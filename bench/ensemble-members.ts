/**
 * Judges to be put together, made from the embedded one: real models in the published layout, each weaker in a
 * way that is written here and is the same on every machine. Added as any folder of the user's own would be.
 */
import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { InferenceClient, startNodeChild } from '@inference/index.js';
import { addModel, type CatalogueEntry, findModel } from '@models/library/index.js';
import { type Random, seededRandom, seedFrom } from '@models/storybook/world/index.js';
import type { ServerSetting } from '@shared/settings.js';
import { MODELS_FOLDER } from './board.js';
import { changeWeights, type Weights } from './onnx-weights.js';

type Part = 'vision_encoder' | 'embed_tokens' | 'decoder_model_merged';
type Tokens = ReadonlyMap<string, number>;

interface Made {
  readonly what: string;
  readonly change: (part: Part, weights: Weights, tokens: Tokens) => void;
}

/** Words for who and what is in the picture, and for where, when and how it is drawn. */
const THINGS =
  'girl boy man woman person people dog cat fox owl lantern umbrella kite balloon suitcase book boat bicycle coat ' +
  'holding one two three no left right red blue green yellow purple white brown black orange';
const SETTINGS =
  'forest village harbour mountain meadow kitchen library day sunset night clear rain snow fog weather close medium ' +
  'wide shot gouache ink paper cut coloured pencil drawing painting';

export const MEMBERS = {
  'storybook-coarse': {
    what: 'its matrices rounded to 3 bits a weight',
    change: (part, weights) => {
      if (part !== 'embed_tokens') roundRows(weights, 3);
    },
  },
  'storybook-noise-1': noise(0.3, 1),
  'storybook-noise-2': noise(0.4, 2),
  'storybook-lost': noise(1.2, 3),
  'storybook-colour-blind': {
    what: 'its first layer sees grey',
    change: (_, { name, dims, values }) => {
      if (name.startsWith('tower.stem.0.weight')) toGrey(values, dims);
    },
  },
  'storybook-settings': deafTo('things', THINGS),
  'storybook-things': deafTo('settings', SETTINGS),
} as const satisfies Record<string, Made>;

export type MemberId = keyof typeof MEMBERS | 'storybook';

export const whatOf = (id: string): string =>
  id in MEMBERS ? MEMBERS[id as keyof typeof MEMBERS].what : 'as it ships';

function noise(share: number, seed: number): Made {
  return {
    what: `noise of ${share} of each matrix’s spread, seed ${seed}`,
    change: (part, { name, dims, values }) => {
      if (part === 'embed_tokens' || dims.length < 2) return;
      const random = seededRandom(seedFrom('noise', seed, `${part} ${name}`));
      const spread = Math.sqrt(values.reduce((sum, value) => sum + value * value, 0) / values.length);
      for (let at = 0; at < values.length; at += 1)
        values[at] = (values[at] as number) + share * spread * normal(random);
    },
  };
}

/** Gaussian, mean 0 and spread 1 (Box and Muller 1958). */
const normal = (random: Random): number =>
  Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());

/** Every word of them means the same to it: the mean of all embeddings. */
function deafTo(name: string, words: string): Made {
  return {
    what: `words for ${name} mean nothing to it`,
    change: (part, { dims, values }, tokens) => {
      const [rows = 0, width = 0] = dims;
      if (part !== 'embed_tokens' || rows * width !== values.length) return;
      const mean = Float64Array.from({ length: width }, (_, column) => {
        let sum = 0;
        for (let row = 0; row < rows; row += 1) sum += values[row * width + column] as number;
        return sum / rows;
      });
      for (const word of words.split(' '))
        for (const spelling of [word, `\u0120${word}`]) {
          const row = tokens.get(spelling);
          if (row !== undefined) values.set(mean, row * width);
        }
    },
  };
}

/** To 2^bits − 1 steps between −max and max of each row. */
function roundRows({ dims, values }: Weights, bits: number): void {
  if (dims.length < 2) return;
  const length = dims.at(-1) as number;
  const steps = 2 ** (bits - 1) - 1;
  for (let from = 0; from < values.length; from += length) {
    const row = values.subarray(from, from + length);
    const step = row.reduce((most, value) => Math.max(most, Math.abs(value)), 0) / steps;
    if (step > 0)
      for (let at = 0; at < length; at += 1) row[at] = Math.round((row[at] as number) / step) * step;
  }
}

/** Convolution weights [out, 3, height, width]: every colour channel weighs what they weigh together, divided by 3. */
function toGrey(values: Float32Array, [out = 0, colours = 0, ...size]: readonly number[]): void {
  const area = size.reduce((product, side) => product * side, 1);
  for (let filter = 0; filter < out; filter += 1)
    for (let at = 0; at < area; at += 1) {
      const of = (colour: number) => (filter * colours + colour) * area + at;
      let sum = 0;
      for (let colour = 0; colour < colours; colour += 1) sum += values[of(colour)] as number;
      for (let colour = 0; colour < colours; colour += 1) values[of(colour)] = sum / colours;
    }
}

/** Makes every member anew under `cache` and returns the folder of models that holds them. */
export async function makeMembers(cache: string): Promise<string> {
  await rm(cache, { recursive: true, force: true });
  const downloadsFolder = join(cache, 'models');
  const folders = { modelsFolder: MODELS_FOLDER, downloadsFolder };
  const files = join(MODELS_FOLDER, 'storybook', 'files');
  const vocabulary = JSON.parse(await readFile(join(files, 'tokenizer.json'), 'utf8')) as {
    model: { vocab: Record<string, number> };
  };
  const tokens = new Map(Object.entries(vocabulary.model.vocab));
  for (const [id, { change }] of Object.entries(MEMBERS)) {
    const folder = join(cache, 'files', id);
    await mkdir(folder, { recursive: true });
    await cp(files, folder, { recursive: true });
    for (const part of ['vision_encoder', 'embed_tokens', 'decoder_model_merged'] as const) {
      const file = join(folder, 'onnx', `${part}.onnx`);
      const bytes = await readFile(file);
      changeWeights(bytes, (weights) => change(part, weights, tokens));
      await writeFile(file, bytes);
    }
    await addStorybook(folder, id, folders);
  }
  return downloadsFolder;
}

/** Adds a folder whose model was taught what the embedded one was. */
export async function addStorybook(
  folder: string,
  id: string,
  folders: { modelsFolder: string; downloadsFolder: string },
): Promise<void> {
  const added = await addModel(folder, id, folders);
  // The words it was taught are the embedded model's, not the published one's.
  const { prompt, world } = findModel('storybook', folders) as CatalogueEntry;
  const entry = { ...added, name: id, prompt, world };
  await writeFile(join(folders.downloadsFolder, id, 'entry.json'), JSON.stringify(entry));
}

/** One process for one judge. Close it. */
export const startMember = (
  downloadsFolder: string,
  { ensemble = [], servers = [] }: { ensemble?: readonly string[]; servers?: readonly ServerSetting[] } = {},
): InferenceClient =>
  new InferenceClient({
    start: startNodeChild,
    modelsFolder: MODELS_FOLDER,
    downloadsFolder,
    // As many run at once as there are members.
    threads: 1,
    ensemble: () => ensemble,
    servers: () => servers,
  });
