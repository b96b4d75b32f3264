/** The small contract between the program and the process that owns the model. */
import { errorRate } from '@models/judge/index.js';
import { oc } from '@orpc/contract';
import { agreementFields } from '@shared/agreement.js';
import { device } from '@shared/device.js';
import { errorData } from '@shared/error-data.js';
import { claimKind, detection, region } from '@shared/records/index.js';
import { serverSetting } from '@shared/settings.js';
import { z } from 'zod';

const thresholds = z.object({ pass: z.number(), fail: z.number() });

export const judgeDescription = z.object({
  id: z.string(),
  name: z.string(),
  version: z.string(),
  licence: z.string(),
  limits: z.array(z.string()),
  device: z.string(),
  dtype: z.string().exactOptional(),
  thresholds: z.record(claimKind, thresholds),
  errorRates: z.partialRecord(claimKind, errorRate).exactOptional(),
  wholeWeight: z.number(),
  concurrency: z.number().int().positive().exactOptional(),
  keepsTime: z.boolean().exactOptional(),
  closedWorld: z.boolean().exactOptional(),
  members: z.array(z.object({ id: z.string(), name: z.string(), version: z.string() })).exactOptional(),
});

const result = z.object({
  answers: z.array(
    z.object({
      id: z.string(),
      p: z.number().nullable(),
      reason: z.string(),
      contrast: z.number().exactOptional(),
      ...agreementFields,
    }),
  ),
  whole: z.number().nullable(),
  features: z.array(z.number()),
  coarse: z.boolean(),
  timings: z.object({ prepare: z.number(), prefill: z.number(), claims: z.number(), total: z.number() }),
});

/** Every error the artist may read crosses as one typed error with the error's data. */
const call = oc.errors({ FAILED: { data: errorData } });

export const inferenceContract = {
  /** Whether the device works at all; loads no model. */
  probe: call.input(z.object({ device, modelsFolder: z.string() })).output(z.object({})),
  /** Whether each server answers. */
  servers: call
    .input(z.object({ servers: z.array(serverSetting) }))
    .output(z.array(z.object({ host: z.string(), model: z.string(), reason: z.string() }))),
  /** Answers at once, unless its thread hangs. */
  alive: call.output(z.object({})),
  load: call
    .input(
      z.object({
        judge: z.string(),
        device,
        modelsFolder: z.string(),
        downloadsFolder: z.string().nullable(),
        threads: z.number().int().positive(),
        uncalibrated: z.boolean(),
        servers: z.array(serverSetting),
        ensemble: z.array(z.string()),
      }),
    )
    .output(judgeDescription),
  judge: call
    .input(
      z.object({
        file: z.string(),
        region: region.nullable(),
        questions: z.array(
          z.object({
            id: z.string(),
            kind: claimKind,
            text: z.string(),
            contrasts: z.array(z.string()).exactOptional(),
            contrastBelow: z.number().exactOptional(),
          }),
        ),
        whole: z.string().nullable(),
      }),
    )
    .output(result),
  /** Loads the eye where it is not yet. */
  see: call
    .input(
      z.object({
        eye: z.string(),
        modelsFolder: z.string(),
        downloadsFolder: z.string().nullable(),
        threads: z.number().int().positive(),
        file: z.string(),
        labels: z.array(z.string()),
      }),
    )
    .output(
      z.object({
        version: z.string(),
        detections: z.array(detection),
        unknown: z.array(z.string()),
        /** What `Eye.identify` says of each detection's region. */
        vectors: z.array(z.array(z.number())),
      }),
    ),
};
