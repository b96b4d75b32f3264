import { z } from 'zod';
import { generatorId, id } from '../records/index.js';
import { call } from './call.js';

/** What a request to a generator may carry. */
export const generatorCapability = z.enum([
  'txt2img',
  'img2img',
  'inpaint',
  'instruct',
  'reference',
  'seed',
  'negative',
  'weights',
  'batch',
  'preview',
]);

const field = {
  key: z.string(),
  label: z.string(),
  hint: z.string(),
};

/** One setting of a generator, as a form shows it; `fallback` holds where nothing is set. */
export const settingField = z.discriminatedUnion('kind', [
  z.object({ ...field, kind: z.literal('text'), fallback: z.string() }),
  z.object({
    ...field,
    kind: z.literal('number'),
    fallback: z.number(),
    min: z.number(),
    max: z.number(),
  }),
  z.object({ ...field, kind: z.literal('switch'), fallback: z.boolean() }),
  z.object({ ...field, kind: z.literal('choice'), fallback: z.string(), options: z.array(z.string()) }),
  z.object({
    ...field,
    kind: z.literal('several'),
    fallback: z.array(z.string()),
    options: z.array(z.string()),
  }),
  /** Any words, one a line. */
  z.object({ ...field, kind: z.literal('lines'), fallback: z.array(z.string()) }),
]);

/** How a generator is doing now. */
export const generatorStatus = z.object({
  ready: z.boolean(),
  /** False: nothing was entered for it yet, so that it is not ready is nothing that went wrong. */
  isSetUp: z.boolean().optional(),
  /** For the artist: what is there, or why it is not ready and what to do. */
  note: z.string(),
  /** Of what answers; '' = it says none. */
  version: z.string(),
  capabilities: z.array(generatorCapability),
  /** Why it cannot do what it could, set up otherwise. */
  whyNot: z.partialRecord(generatorCapability, z.string()).optional(),
  /** Where it is several: each by its address. */
  servers: z
    .array(z.object({ address: z.string(), ready: z.boolean(), version: z.string(), note: z.string() }))
    .optional(),
});

export const generatorInfo = z.object({
  id: generatorId,
  name: z.string(),
  /** What it is, in one sentence. */
  about: z.string(),
  /** False: approved requests stay in the review and leave with the feedback. */
  makes: z.boolean(),
  fields: z.array(settingField),
});

/** How far a picture is that is being made. */
export const making = z.object({
  state: z.enum(['queued', 'running']),
  percent: z.number().int().min(0).max(100),
  /** Estimated from how fast it went so far; null = not known yet. */
  secondsLeft: z.number().int().nonnegative().nullable(),
  /** For the artist; '' = nothing beyond the state. */
  doing: z.string(),
  /** Id of a picture of how it stands, as any other's; null = none. */
  preview: z.string().nullable(),
});

/** What came of a test: a picture that was made. */
export const generatorTest = z.object({
  /** Id of the picture, as any other's. */
  picture: z.string(),
  /** Pixels. */
  width: z.number().int(),
  height: z.number().int(),
  /** From the click to the picture. */
  seconds: z.number(),
  /** For the artist: how it was made; '' = nothing to say. */
  note: z.string(),
  /** Names of the models that it can draw with. */
  models: z.array(z.string()),
});

/** What of a request goes into a graph. `file`: what the picture is called on the server. */
export const placedValue = z.enum([
  'prompt',
  'negativePrompt',
  'seed',
  'strength',
  'width',
  'height',
  'picture',
  'mask',
  'reference',
  'file',
]);

/** For the artist, as inside a sentence. */
export const PLACED_NAMES: Readonly<Record<PlacedValue, string>> = {
  prompt: 'prompt',
  negativePrompt: 'negative prompt',
  seed: 'seed',
  strength: 'strength',
  width: 'width',
  height: 'height',
  picture: 'picture to start from',
  mask: 'mask',
  reference: 'picture to look like',
  file: 'file name',
};

const place = z.object({ node: z.string(), input: z.string() });

/** Where the artist wants values, in the place of where they were read; none = nowhere. */
export const moves = z.partialRecord(placedValue, z.array(place).max(8));

/** "This goes there": what a graph is given before it is sent for the first time. */
export const placing = z.object({
  /** Names the graph by its nodes and links, whatever their values are. */
  shape: z.string(),
  generator: generatorId,
  /** "the graph in shot_001.png". */
  graph: z.string(),
  nodes: z.number().int(),
  /** Nodes that are put in, by their id. */
  added: z.array(z.string()),
  rows: z.array(
    z.object({
      value: placedValue,
      node: z.object({ id: z.string(), type: z.string(), title: z.string() }),
      input: z.string(),
      before: z.string(),
      after: z.string(),
    }),
  ),
  /** What is asked for and has no place in it. */
  missing: z.array(placedValue),
  /** Inputs that words could go to, and numbers. */
  choices: z.record(
    z.enum(['words', 'numbers']),
    z.array(z.object({ ...place.shape, type: z.string(), title: z.string(), before: z.string() })),
  ),
  /** Approved pictures that wait for it. */
  waiting: z.number().int(),
});

/** What can be asked of a generator for one take, and why not the rest. */
const abilities = generatorStatus.pick({ capabilities: true, whyNot: true }).extend({
  /** Pictures to look like that it has room for; absent = as many as may be ordered. */
  references: z.number().int().nonnegative().optional(),
});

export const generatorCalls = {
  generators: {
    /** Every generator, by id, asked how it is doing now. */
    status: call.output(z.record(z.string(), generatorStatus)),
    /** Makes a small picture, to see that it works. Throws what making a picture throws. */
    test: call.input(z.object({ id: generatorId })).output(generatorTest),
    /** What a generator can do with this take: a graph of its own may be another than the next one's. */
    abilities: call.input(z.object({ id: generatorId, takeId: id })).output(abilities),
    /** A yes to a graph, kept on this machine; what waits for it is made then. Throws NOT_FOUND. */
    allow: call.input(z.object({ shape: z.string(), moves })).output(z.object({})),
  },
};

export type Abilities = z.infer<typeof abilities>;
export type GeneratorTest = z.infer<typeof generatorTest>;
export type Placing = z.infer<typeof placing>;
export type PlacedValue = z.infer<typeof placedValue>;
export type Moves = z.infer<typeof moves>;
export type Making = z.infer<typeof making>;
export type GeneratorInfo = z.infer<typeof generatorInfo>;
export type GeneratorStatus = z.infer<typeof generatorStatus>;
export type GeneratorCapability = z.infer<typeof generatorCapability>;
export type SettingField = z.infer<typeof settingField>;
