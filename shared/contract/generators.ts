import { z } from 'zod';
import { generatorId } from '../records/index.js';
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
  /** For the artist: what is there, or why it is not ready and what to do. */
  note: z.string(),
  /** Of what answers; '' = it says none. */
  version: z.string(),
  capabilities: z.array(generatorCapability),
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
  /** For the artist; '' = nothing beyond the state. */
  doing: z.string(),
  /** Id of a picture of how it stands, as any other's; null = none. */
  preview: z.string().nullable(),
});

export const generatorCalls = {
  generators: {
    /** Every generator, by id, asked how it is doing now. */
    status: call.output(z.record(z.string(), generatorStatus)),
  },
};

export type Making = z.infer<typeof making>;
export type GeneratorInfo = z.infer<typeof generatorInfo>;
export type GeneratorStatus = z.infer<typeof generatorStatus>;
export type GeneratorCapability = z.infer<typeof generatorCapability>;
export type SettingField = z.infer<typeof settingField>;
