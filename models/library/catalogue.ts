/** The models this program knows, and what it takes to run each. One list; interface, CLI and loader read it. */
import { DEVICES, type Device } from '@shared/device.js';
import { z } from 'zod';
import entries from './catalogue.json' with { type: 'json' };

const triple = z.tuple([z.number(), z.number(), z.number()]);

/** The architectures that can be run, and the parts of each that run in a session of their own. */
export const ARCHITECTURES = {
  'llava-onevision': ['vision_encoder', 'embed_tokens', 'decoder_model_merged'],
  'phi-3.5-vision': ['vision_encoder', 'prepare_inputs_embeds', 'model'],
  'qwen-3.5': ['vision_encoder', 'embed_tokens', 'decoder_model_merged'],
} as const;
export type Architecture = keyof typeof ARCHITECTURES;
const architectures = Object.keys(ARCHITECTURES) as Architecture[];

export const DTYPES = ['fp32', 'fp16', 'q4', 'q4f16', 'q8'] as const;
export type Dtype = (typeof DTYPES)[number];

export { DEVICES, type Device };

const modelFile = z.object({
  /** Relative to the model's folder, `/` between parts, never out of it. */
  path: z.string().regex(/^(?!\.{1,2}(\/|$))[\w.-]+(\/(?!\.{1,2}(\/|$))[\w.-]+)*$/),
  /** Bytes; null where it is not fixed. */
  size: z.number().int().positive().nullable().default(null),
  /** Null where it is not fixed: the first download is trusted and recorded beside the files. */
  sha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .nullable()
    .default(null),
  /** Roughly how many bytes, where `size` is not fixed. */
  about: z.number().int().positive().nullable().default(null),
});

const onDevice = z.object({
  /** Of each session of the architecture. */
  dtype: z.record(z.string(), z.enum(DTYPES)),
  /** Of the sessions whose fine weights are others, where the artist may choose those. */
  fine: z.record(z.string(), z.enum(DTYPES)).optional(),
  /** Bytes the process needs while it judges; null = not measured. */
  memory: z.number().int().positive().nullable(),
});

const image = z.discriminatedUnion('resize', [
  /** One square picture, stretched to it. */
  z.object({
    size: z.number().int().positive(),
    resize: z.literal('stretch'),
    kernel: z.literal('cubic'),
    mean: triple,
    std: triple,
  }),
  /** A grid of square tiles over the whole picture, at most `tiles`, and the whole in one tile (arXiv 2404.06512). */
  z.object({
    size: z.number().int().positive(),
    resize: z.literal('hd'),
    tiles: z.number().int().min(1).max(64),
    mean: triple,
    std: triple,
  }),
  /**
   * Patches of `size` × `size` in the picture's own proportion, squares of `merge` × `merge` of them merged, with at
   * least and at most so many pixels.
   */
  z.object({
    size: z.number().int().positive(),
    resize: z.literal('patches'),
    merge: z.number().int().positive(),
    least: z.number().int().positive(),
    most: z.number().int().positive(),
    mean: triple,
    std: triple,
  }),
]);

/** What every model says of itself, whatever it is for. */
export const modelFields = {
  /** Also the name of a folder. */
  id: z.string().regex(/^[a-z0-9][a-z0-9.-]{0,63}$/),
  name: z.string().min(1),
  licence: z.string().min(1),
  source: z.discriminatedUnion('kind', [
    /** Ships with the program; `folder` is relative to `models/`. */
    z.object({ kind: z.literal('shipped'), folder: z.string() }),
    /** Downloaded from a model hub on the artist's word. */
    z.object({ kind: z.literal('hub'), repository: z.string(), revision: z.string() }),
    /** The user's own files, where the user keeps them. */
    z.object({ kind: z.literal('folder'), folder: z.string() }),
  ]),
  /** Every file, for every device; a bare path stands for one whose size and hash are not fixed. */
  files: z.array(z.preprocess((value) => (typeof value === 'string' ? { path: value } : value), modelFile)),
  devices: z.partialRecord(z.enum(DEVICES), onDevice),
  limits: z.array(z.string()),
};

/** Whether there is one dtype for each of `sessions` on every device. */
export const hasDtypes = (
  devices: Readonly<Record<string, { readonly dtype: Readonly<Record<string, Dtype>> }>>,
  sessions: readonly string[],
): boolean =>
  Object.values(devices).every(
    ({ dtype }) => Object.keys(dtype).sort().join() === sessions.toSorted().join(),
  );

export const catalogueEntry = z
  .object({
    ...modelFields,
    architecture: z.enum(architectures),
    /** What it runs on unless told otherwise; null = the fastest that works. */
    auto: z.array(z.enum(DEVICES)).nullable().default(null),
    /** At most so many threads: in a small model more of them wait for one another. Null = as many as there are. */
    threads: z.number().int().positive().nullable().default(null),
    /** Most questions that are asked at once on the processor, where its graph takes several. */
    together: z.number().int().positive().default(1),
    /** Whether they may be of several lengths: its graph leaves out what shorter ones are filled up with. */
    padded: z.boolean().default(false),
    image,
    prompt: z.object({
      /** Up to and with the picture; `<image>` or `<|image_1|>` stands for all its features. */
      prefix: z.string(),
      /** `{claim}` stands for the claim. */
      question: z.string(),
      /** Texts whose logits count as yes and as no; one that is not a single token is left out. */
      yes: z.array(z.string()).min(1),
      no: z.array(z.string()).min(1),
      /** Whether one question over the whole description makes sense to this model. */
      whole: z.boolean(),
    }),
    /** Words outside this world are declined; null = no limit. */
    world: z.enum(['storybook']).nullable(),
  })
  .strict()
  .refine(({ architecture, devices }) => hasDtypes(devices, ARCHITECTURES[architecture]), {
    path: ['devices'],
    message: 'one dtype for each session of the architecture is needed',
  });

export type CatalogueEntry = z.infer<typeof catalogueEntry>;
export type ModelFile = CatalogueEntry['files'][number];

/** A judge or an eye: where its files come from, and which it needs. */
export type ModelEntry = Pick<CatalogueEntry, keyof typeof modelFields>;

export const CATALOGUE: readonly CatalogueEntry[] = z.array(catalogueEntry).parse(entries);

/** The commit that a revision of a hub's repository is; null for a branch or tag, which may come to stand for another. */
export const pinOf = (revision: string): string | null => (/^[0-9a-f]{40}$/.test(revision) ? revision : null);

/** What a model's files are held to, where it is less than it could be, for the artist; '' where it is not. */
export const cautionOf = ({ source }: Pick<ModelEntry, 'source'>): string =>
  source.kind !== 'hub' || pinOf(source.revision) !== null
    ? ''
    : `Its version is not fixed: the first download takes what “${source.revision}” is on that day. That version and the hash of every file are recorded, and later downloads must match them.`;

/** How the numbers of a model are stored, for a person: `q4 and fp16`. */
export const dtypesOf = (dtype: Readonly<Record<string, Dtype>>): string =>
  [...new Set(Object.values(dtype))].join(' and ');

/** Sessions that look words up and multiply nothing. */
const LOOK_UP: ReadonlySet<string> = new Set(['embed_tokens', 'prepare_inputs_embeds']);

/** Whether it has products whose weights are of 16 bits: on a processor, bytes are made of them. */
export const multipliesHalves = (dtype: Readonly<Record<string, Dtype>>): boolean =>
  Object.entries(dtype).some(([session, of]) => of === 'fp16' && !LOOK_UP.has(session));

const SUFFIX: Readonly<Record<Dtype, string>> = {
  fp32: '',
  fp16: '_fp16',
  q4: '_q4',
  q4f16: '_q4f16',
  q8: '_quantized',
};

/** Where the published layout keeps a session's weights. */
export const onnxFile = (session: string, dtype: Dtype): string => `onnx/${session}${SUFFIX[dtype]}.onnx`;

/** The files that `device` needs: what every device shares, and its own weights. */
export function filesFor(entry: ModelEntry, device: Device): ModelFile[] {
  const dtype = entry.devices[device]?.dtype;
  if (!dtype) return [];
  const weights = Object.entries(dtype).map(([session, of]) => onnxFile(session, of));
  return entry.files.filter(
    ({ path }) =>
      !path.startsWith('onnx/') || weights.some((file) => path === file || path.startsWith(`${file}_data`)),
  );
}
