/**
 * Every call the interface can make. `electron/core` implements it once; MessagePort, WebSocket and in-process
 * transports carry it unchanged. No other channel exists, except pictures: `asset://<sha256>?w=320`
 * (web host: `/asset/<sha256>?w=320`), widths 160, 320, 640, 1280 or absent for the file itself.
 */
import { eventIterator, oc } from '@orpc/contract';
import { z } from 'zod';
import { derived, verdict } from './analysis.js';
import { command } from './commands/index.js';
import { device, refusal } from './device.js';
import { ERRORS, type ErrorCode, errorData } from './errors.js';
import { job } from './job.js';
import { generatorId, id, records, recordsDiff, region } from './records/index.js';
import { settings } from './settings.js';

/** oRPC's typed errors: every code of the list, with the artist's hint and the particulars as data. */
const errors = Object.fromEntries(
  (Object.keys(ERRORS) as ErrorCode[]).map((code) => [
    code,
    { message: ERRORS[code].message, data: errorData },
  ]),
) as { [C in ErrorCode]: { message: string; data: typeof errorData } };

const call = oc.errors(errors);

export const judgeInfo = z.object({
  id: z.string(),
  name: z.string(),
  /** One sentence each: what it cannot judge. */
  limits: z.array(z.string()),
  licence: z.string(),
  /** Files are here and it can be chosen. */
  ready: z.boolean(),
});

/** A model and, for each device it runs on, whether its files are here. Sizes are bytes. */
export const modelInfo = z.object({
  id: z.string(),
  name: z.string(),
  licence: z.string(),
  limits: z.array(z.string()),
  origin: z.enum(['shipped', 'hub', 'folder']),
  /** By the user: it leaves the list when it is removed. */
  added: z.boolean(),
  /** It can be chosen: its files for some device are here. */
  ready: z.boolean(),
  /** Of all its files on the disk: what removing it frees. */
  disk: z.number(),
  /** The download of it that is under way. */
  jobId: z.string().nullable(),
  devices: z.array(
    z.object({
      device,
      /** How its numbers are stored: `fp32`, `q4` … */
      dtype: z.string(),
      ready: z.boolean(),
      missing: z.array(z.string()),
      /** On the disk. */
      bytes: z.number(),
      /** In all, so far as it is known. */
      expected: z.number(),
      /** Of the process while it judges; null = not measured. */
      memory: z.number().nullable(),
    }),
  ),
});

/** What reading every file of a model showed; `unknown`: there, and nothing says what it should be. */
export const modelCheck = z.object({
  ok: z.boolean(),
  files: z.array(
    z.object({
      path: z.string(),
      state: z.enum(['ok', 'missing', 'wrong', 'unknown']),
      size: z.number(),
      sha256: z.string().nullable(),
    }),
  ),
});

/** What trying a model with a picture showed. Sizes are bytes; null = not known on this system. */
export const selfTest = z.object({
  id: z.string(),
  device,
  loadSeconds: z.number(),
  firstSeconds: z.number(),
  /** Mean of the frames after the first, with all questions. */
  frameSeconds: z.number(),
  questions: z.number().int(),
  /** The most its process had in memory. */
  memory: z.number().nullable(),
  gpuMemory: z.number().nullable(),
  sane: z.boolean(),
  /** For the artist: why it is, or is not. */
  verdict: z.string(),
  answers: z.array(z.object({ text: z.string(), p: z.number().nullable(), wanted: z.boolean().nullable() })),
});

/** What models can run on here. */
export const machineInfo = z.object({
  devices: z.array(z.object({ device, works: z.boolean(), note: z.string() })),
  /** The judge in memory now. */
  loaded: z
    .object({ id: z.string(), name: z.string(), device: z.string(), refused: z.array(refusal) })
    .nullable(),
  /** Those of the settings; `reason` is '' for one that is ready. */
  servers: z.array(z.object({ host: z.string(), model: z.string(), reason: z.string() })),
});

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
]);

export const generatorInfo = z.object({
  id: generatorId,
  name: z.string(),
  capabilities: z.array(generatorCapability),
  ready: z.boolean(),
  note: z.string(),
});

export const info = z.object({
  version: z.string(),
  host: z.enum(['electron', 'web', 'test']),
  /** The host has its own open dialog; otherwise the interface browses with `open.list`. */
  hasOpenDialog: z.boolean(),
  judges: z.array(judgeInfo),
  generators: z.array(generatorInfo),
});

/** One place in the open dialog. A token stands for a path on the host and is worth nothing elsewhere. */
export const openEntry = z.object({
  token: z.string(),
  name: z.string(),
  kind: z.enum(['folder', 'shots-file', 'image']),
  /** Pictures directly inside, for folders. */
  pictures: z.number().int().nonnegative(),
  /** Of a folder: files of a model are directly inside, by their names. */
  model: z.boolean(),
});

/** What an open dialog is for. For a model, only folders can be chosen. */
export const openPurpose = z.enum(['storyboard', 'model']);

export const skipped = z.object({ name: z.string(), reason: z.string() });

/** Everything the mirror needs; sent on `watch` and after every `open`. */
export const document = z.object({
  /** Grows by one with every message that follows. */
  seq: z.number().int().nonnegative(),
  records,
  derived,
  jobs: z.array(job),
  settings,
  canUndo: z.string().nullable(),
  canRedo: z.string().nullable(),
  readOnly: z.string().nullable(),
  /** What the import left out, and why. */
  skipped: z.array(skipped),
});

export const message = z.discriminatedUnion('type', [
  z.object({ type: z.literal('document'), document: document.nullable() }),
  z.object({
    type: z.literal('change'),
    seq: z.number().int(),
    diff: recordsDiff,
    /** Of the call that caused it, so that an optimistic update can be settled. */
    commandId: id.nullable(),
    canUndo: z.string().nullable(),
    canRedo: z.string().nullable(),
  }),
  /** Findings and suggestions whole; analyses only those that changed. */
  z.object({ type: z.literal('derived'), seq: z.number().int(), derived }),
  z.object({ type: z.literal('job'), seq: z.number().int(), job }),
  z.object({ type: z.literal('settings'), seq: z.number().int(), settings }),
]);

export const exportKind = z.enum(['feedback', 'shots', 'csv']);

export const contract = {
  info: call.output(info),
  open: {
    /** Folders and files to choose from; without a token the host's starting places. */
    list: call
      .input(z.object({ token: z.string().nullable() }))
      .output(z.object({ parent: z.string().nullable(), name: z.string(), entries: z.array(openEntry) })),
    /** The host's own dialog; null when the artist cancels. */
    dialog: call.input(z.object({ purpose: openPurpose })).output(z.object({ token: z.string() }).nullable()),
    board: call.input(z.object({ token: z.string() })).output(document),
    sample: call.output(document),
  },
  /** First the document as it stands (null when none is open), then what changes. */
  watch: call.output(eventIterator(message)),
  command: {
    run: call.input(z.object({ id, command })).output(z.object({ seq: z.number().int() })),
    undo: call.output(z.object({ label: z.string() })),
    redo: call.output(z.object({ label: z.string() })),
  },
  analysis: {
    /** Null = every shot's takes that have no report yet; `again` judges anew even so. */
    start: call
      .input(z.object({ shotIds: z.array(id).nullable(), again: z.boolean() }))
      .output(z.object({ jobId: id })),
    /** The same claim asked of overlapping crops. `heat` is row-major, 0–1. */
    evidence: call.input(z.object({ takeId: id, claimId: id })).output(
      z.object({
        columns: z.number().int(),
        rows: z.number().int(),
        heat: z.array(z.number()),
        box: region.nullable(),
        verdict: verdict.nullable(),
      }),
    ),
  },
  regeneration: {
    /** Everything approved and still queued runs by itself; this resumes what failed or was cut off. */
    resume: call.output(z.object({ jobId: id.nullable() })),
    /** Automatic mode, one run: asks nothing more, within `rounds` and `max`. */
    auto: call
      .input(z.object({ rounds: z.number().int().min(1), max: z.number().int().min(1) }))
      .output(z.object({ jobId: id })),
  },
  job: { cancel: call.input(z.object({ jobId: id })).output(z.object({ cancelled: z.boolean() })) },
  models: {
    list: call.output(z.array(modelInfo)),
    /**
     * Only on the artist's word, who has seen licence and size. Also repairs. `from`: the open dialog's token of a
     * folder that holds the files already; they are copied and nothing is downloaded.
     */
    download: call
      .input(z.object({ id: z.string(), device, from: z.string().optional() }))
      .output(z.object({ jobId: id })),
    /**
     * From a hub, by its `owner/name`: asks what it holds, and fetches none of it. Or from a folder, by the open
     * dialog's token: it is used where it lies. Gives back what it is called.
     */
    add: call
      .input(z.union([z.strictObject({ repository: z.string() }), z.strictObject({ token: z.string() })]))
      .output(z.object({ id: z.string() })),
    verify: call.input(z.object({ id: z.string() })).output(modelCheck),
    /** Bytes the disk gets back. */
    remove: call.input(z.object({ id: z.string() })).output(z.object({ freed: z.number() })),
    /** Loads it apart from everything else and judges a drawn picture. */
    test: call.input(z.object({ id: z.string(), device })).output(selfTest),
    /** Devices are tried once; `again` tries them anew. */
    machine: call.input(z.object({ again: z.boolean() })).output(machineInfo),
  },
  settings: { set: call.input(settings.partial()).output(settings) },
  exports: {
    /** The text of the export; the host or the browser saves it. */
    text: call
      .input(z.object({ kind: exportKind }))
      .output(z.object({ name: z.string(), mediaType: z.string(), text: z.string() })),
  },
};

export type Contract = typeof contract;
export type Info = z.infer<typeof info>;
export type ModelInfo = z.infer<typeof modelInfo>;
export type SelfTest = z.infer<typeof selfTest>;
export type MachineInfo = z.infer<typeof machineInfo>;
export type ModelCheck = z.infer<typeof modelCheck>;
export type JudgeInfo = z.infer<typeof judgeInfo>;
export type GeneratorInfo = z.infer<typeof generatorInfo>;
export type GeneratorCapability = z.infer<typeof generatorCapability>;
export type OpenPurpose = z.infer<typeof openPurpose>;
export type OpenEntry = z.infer<typeof openEntry>;
export type Skipped = z.infer<typeof skipped>;
export type Document = z.infer<typeof document>;
export type Message = z.infer<typeof message>;
export type ExportKind = z.infer<typeof exportKind>;
