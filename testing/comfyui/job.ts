/** What is asked of the double, and what comes of it. */
import type { Graph } from './check-graph.js';
import type { Draw, DrawOrder } from './drawing.js';
import type { Files } from './files.js';
import type { NodeClass, Version } from './node-class.js';

export interface Job {
  readonly number: number;
  readonly id: string;
  readonly graph: Graph;
  readonly extra: Record<string, unknown>;
  readonly outputs: readonly string[];
}

export interface Outcome {
  readonly job: Job;
  readonly outputs: Record<string, unknown>;
  readonly status: {
    status_str: 'success' | 'error';
    completed: boolean;
    messages: readonly (readonly [string, { readonly timestamp: number }])[];
  };
  readonly meta: Record<string, unknown>;
}

/** Where a job's news goes. `client` null = to everybody. */
export interface News {
  status(waiting: number): void;
  tell(client: string | null, type: string, data: unknown): void;
  preview(
    client: string | null,
    about: Record<string, unknown>,
    picture: Buffer,
    format: 'JPEG' | 'PNG',
  ): void;
  /** Whether the client takes previews that say whose they are. */
  knowsWhose(client: string | null): boolean;
}

export interface RunnerOptions {
  readonly version: Version;
  readonly nodes: Readonly<Record<string, NodeClass>>;
  readonly files: Files;
  readonly news: News;
  readonly draw: Draw;
  /** Multiplies the time that a step takes. */
  readonly pace: number;
  /** Milliseconds of one step of a sampler, before `pace`. */
  readonly step: (order: DrawOrder) => number;
  /** Milliseconds from the news that a job is done to its place in the history. */
  readonly late: number;
}

export const clientOf = ({ extra }: Job): string | null => (extra.client_id as string | undefined) ?? null;
