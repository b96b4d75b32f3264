/** The same architecture in PyTorch, in a process of its own that works when it is told to (reference.py). */
import { fileURLToPath } from 'node:url';
import { LineChild } from './line-child.js';

export const DTYPES = ['float32', 'bfloat16'] as const;
export type ReferenceDtype = (typeof DTYPES)[number];

export interface ReferenceOptions {
  /** A Python with the packages of models/architectures/export/requirements.txt. */
  readonly python: string;
  /** config.json of the model. */
  readonly config: string;
  readonly dtype: ReferenceDtype;
  readonly threads: number;
  /** Tokens beside the picture before a claim, and of each claim. */
  readonly prefix: number;
  readonly claims: readonly number[];
  /** So many of the language model's layers, where memory does not hold all: its time is scaled to all. */
  readonly layers: number | null;
}

export function startReference(options: ReferenceOptions): Promise<LineChild> {
  const { python, dtype, threads, prefix, claims, config, layers } = options;
  const script = fileURLToPath(new URL('reference.py', import.meta.url));
  const values = {
    config,
    dtype,
    threads: String(threads),
    prefix: String(prefix),
    claims: claims.join(),
    ...(layers !== null && { layers: String(layers) }),
  };
  const args = Object.entries(values).flatMap(([name, value]) => [`--${name}`, value]);
  return LineChild.start(python, [script, ...args]);
}
