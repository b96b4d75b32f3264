/** What of ComfyUI's replies is read, and nothing else of them. Seen of 0.3.64 and 0.27.0. */
import { z } from 'zod';

export const systemStats = z.object({
  system: z.object({ comfyui_version: z.string().max(60).default('') }),
});

const id = z.union([z.string(), z.number()]).transform(String);
/** `[number, id, graph, extra, outputs]`. */
const queueItem = z
  .tuple([z.union([z.number(), z.string()]), z.string()], z.unknown())
  .transform(([number, of]) => ({ number: Number(number), id: of }));
export const queue = z.object({ queue_running: z.array(queueItem), queue_pending: z.array(queueItem) });

const image = z.object({
  filename: z.string().max(1_000),
  subfolder: z.string().max(1_000).default(''),
  type: z.string().max(20).default('output'),
});
export type SavedImage = z.infer<typeof image>;

const past = z.object({
  // What other nodes say in forms of their own is no matter of our picture.
  outputs: z
    .record(z.string(), z.object({ images: z.array(image).optional().catch(undefined) }).catch({}))
    .catch({}),
  status: z
    .object({
      status_str: z.string().default(''),
      completed: z.boolean().default(false),
      messages: z.array(z.tuple([z.string()], z.unknown()).catch([''])).catch([]),
    })
    .nullish(),
});
export type Past = z.infer<typeof past>;
/** By id; empty while it is unfinished, and when it is unknown. */
export const history = z.record(z.string(), past);

export const accepted = z.object({
  prompt_id: z.string(),
  node_errors: z.unknown().optional(),
});

const nodeFault = z.object({
  type: z.string().default(''),
  message: z.string().default(''),
  details: z.string().default(''),
  extra_info: z
    .object({
      input_name: z.string().nullish(),
      input_config: z.unknown().optional(),
      received_value: z.unknown().optional(),
    })
    .nullish()
    .catch(null),
});
export type NodeFault = z.infer<typeof nodeFault>;

const nodeFaults = z.object({
  errors: z.array(nodeFault).default([]),
  dependent_outputs: z.array(id).default([]),
  class_type: z.string().default(''),
});

export const nodeErrors = z.record(z.string(), nodeFaults).catch({});
export type NodeErrors = z.infer<typeof nodeErrors>;

export const refusal = z.object({
  error: z
    .union([
      z.object({
        type: z.string().default(''),
        message: z.string().default(''),
        details: z.string().default(''),
        extra_info: z
          .object({
            node_id: id.nullish(),
            class_type: z.string().nullish(),
            node_title: z.string().nullish(),
          })
          .nullish()
          .catch(null),
      }),
      z.string().transform((message) => ({ type: '', message, details: '', extra_info: null })),
    ])
    .nullish(),
  node_errors: nodeErrors.optional(),
});

/** Of a job that failed. */
export const executionError = z.object({
  node_id: id.nullish(),
  node_type: z.string().nullish(),
  exception_message: z.string().default(''),
  exception_type: z.string().default(''),
});

/** Of an upload: the name may be another than the one that was asked for. */
export const uploaded = z.object({
  name: z.string().min(1).max(1_000),
  subfolder: z.string().max(1_000).default(''),
});

/** What a class of nodes takes: `{required: {"seed": ["INT", {…}]}}`; an unknown class is not in it. */
export const objectInfo = z.record(
  z.string(),
  z.object({
    input: z
      .object({
        required: z.record(z.string(), z.unknown()).optional(),
        optional: z.record(z.string(), z.unknown()).optional(),
      })
      .default({}),
  }),
);

export const cancelled = z.object({ cancelled: z.boolean() });
