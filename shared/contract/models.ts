import { z } from 'zod';
import { device, refusal } from '../device.js';
import { skill } from '../examination/index.js';
import { id, instant } from '../records/index.js';
import { weightsChoice } from '../weights-choice.js';
import { call } from './call.js';

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
  /** `eye`: it sees what a judge is not asked, beside whichever judge is in use. */
  role: z.enum(['judge', 'eye']),
  /** What an eye is good for, one sentence; '' of a judge. */
  brings: z.string(),
  licence: z.string(),
  limits: z.array(z.string()),
  origin: z.enum(['shipped', 'hub', 'folder']),
  /** By the user: it leaves the list when it is removed. */
  added: z.boolean(),
  /** What its files are held to, where that is less than it could be; '' where it is not. */
  caution: z.string(),
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
      /** Small and fine, where there are both. */
      weights: z.array(
        z.object({
          choice: weightsChoice,
          chosen: z.boolean(),
          dtype: z.string(),
          ready: z.boolean(),
          bytes: z.number(),
          expected: z.number(),
        }),
      ),
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

/** 0–1. */
const unit = z.number().min(0).max(1);

/** Of pairs of claims, one that holds and one that does not: how often the first got the higher P; a coin tells half. */
const told = z.object({ pairs: z.number().int(), share: unit, low: unit, high: unit });

/** What is known of how a judge does, skill by skill. Intervals are of 95 %. */
export const judgeExamination = z.object({
  /** Its id. */
  judge: z.string(),
  version: z.string(),
  dtype: z.string().nullable(),
  device: z.string(),
  /** When it was last asked; null = not yet. */
  at: instant.nullable(),
  /** That the judge took in all. */
  seconds: z.number(),
  /** Drawn pictures it was asked of, of how many. */
  pictures: z.number().int(),
  ofPictures: z.number().int(),
  /** It judges the storyboard that is open: what is said of the board is of that one. */
  onBoard: z.boolean(),
  /** Asked of the same pictures again: how much of what its answers differ by is chance. Null where it was not. */
  steadiness: z
    .object({ claims: z.number().int(), chance: unit, low: unit, high: unit, isUnsteady: z.boolean() })
    .nullable(),
  skills: z.array(
    z.object({
      skill,
      name: z.string(),
      drawn: told
        .extend({
          answers: z.object({
            claims: z.number().int(),
            rate: unit,
            low: unit,
            high: unit,
            calibration: unit,
          }),
        })
        .nullable(),
      board: told.nullable(),
      /** It is not asked about it. */
      silenced: z.boolean(),
      /** At or below which P a claim fails; by the judge alone, and moved by the board alone. */
      fail: unit,
      ownFail: unit,
      boardFail: unit,
      /** Fails on which the artist decided, and those that were overruled. */
      cases: z.number().int(),
      overruled: z.number().int(),
      /** Decisions up to then count no more; null = all count. */
      since: instant.nullable(),
    }),
  ),
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

export const modelCalls = {
  models: {
    list: call.output(z.array(modelInfo)),
    /**
     * Only on the artist's word, who has seen licence and size. Also repairs. `from`: the open dialog's token of a
     * folder that holds the files already; they are copied and nothing is downloaded. `weights`: used from now on, once
     * they are here; what is here already is not fetched again. Absent = those that were chosen before.
     */
    download: call
      .input(
        z.object({
          id: z.string(),
          device,
          from: z.string().optional(),
          weights: weightsChoice.optional(),
        }),
      )
      .output(z.object({ jobId: id })),
    /**
     * From a hub, by its `owner/name`: asks what it holds, and fetches none of it. Or from a folder, by the open
     * dialog's token: it is used in place. Gives back what it is called.
     */
    add: call
      .input(z.union([z.strictObject({ repository: z.string() }), z.strictObject({ token: z.string() })]))
      .output(z.object({ id: z.string() })),
    verify: call.input(z.object({ id: z.string() })).output(modelCheck),
    /** Bytes the disk gets back. */
    remove: call.input(z.object({ id: z.string() })).output(z.object({ freed: z.number() })),
    /** Loads it apart from everything else and judges a drawn picture. */
    test: call.input(z.object({ id: z.string(), device })).output(selfTest),
    /** Of each judge that was examined on this machine. */
    examinations: call.output(z.array(judgeExamination)),
    /** Examines the judge that is in use; goes on where it was left. */
    examine: call.output(z.object({ jobId: id })),
    /** What was overruled so far moves this skill's threshold on the open storyboard no more; `again`: it does. */
    startOver: call.input(z.object({ skill, again: z.boolean() })).output(z.object({})),
    /** Devices are tried once; `again` tries them anew. */
    machine: call.input(z.object({ again: z.boolean() })).output(machineInfo),
  },
};

export type JudgeInfo = z.infer<typeof judgeInfo>;
export type ModelInfo = z.infer<typeof modelInfo>;
export type JudgeExamination = z.infer<typeof judgeExamination>;
export type ModelCheck = z.infer<typeof modelCheck>;
export type SelfTest = z.infer<typeof selfTest>;
export type MachineInfo = z.infer<typeof machineInfo>;
