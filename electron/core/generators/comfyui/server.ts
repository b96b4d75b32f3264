/** One ComfyUI of the artist's: how busy it is, and whether it has what a graph needs. */
import { Away, Strange } from '../server-client.js';
import { Client, type Limits } from './client.js';
import type { Nodes } from './links.js';
import { objectInfo, queue } from './replies.js';
import { isModelInput, optionsOf } from './words.js';

/** Milliseconds for which it is remembered what a server has, and that it is away. */
const REMEMBERED = 60_000;
const AWAY = 10_000;
/** Pictures that fail one after another before others are preferred to a server, and milliseconds for which they are. */
const FAILURES = 2;
const FAILING = 60_000;
/** Milliseconds after which work that was named and never begun counts no more. */
const NEVER_BEGUN = 60_000;

export type Fitness =
  | { readonly is: 'ready'; readonly load: number }
  /** It answers, and cannot run this. */
  | { readonly is: 'unfit'; readonly why: string }
  | { readonly is: 'away'; readonly why: string };

type Inputs = Readonly<Record<string, unknown>>;

export class Server {
  readonly client: Client;
  /** Names of work of ours, and until when it counts. */
  readonly #ours = new Map<string, number>();
  readonly #classes = new Map<string, { readonly until: number; readonly inputs: Inputs | null }>();
  #failed = { times: 0, until: 0 };
  #away: { readonly until: number; readonly why: string } | null = null;

  constructor(address: string, limits: Limits) {
    this.client = new Client(address, limits);
  }

  get isKnownAway(): boolean {
    return this.#away !== null && this.#away.until > performance.now();
  }

  /** Its last pictures all failed: it fails quickly, and as the least busy it would soon have had everything. */
  get isFailing(): boolean {
    return this.#failed.times >= FAILURES && this.#failed.until > performance.now();
  }

  /** How a picture of it ended. */
  tell(isMade: boolean): void {
    this.#failed = isMade
      ? { times: 0, until: 0 }
      : { times: this.#failed.times + 1, until: performance.now() + FAILING };
  }

  /** Work that it is given, and that may not be on it yet. */
  reserve(promptId: string): void {
    this.#ours.set(promptId, performance.now() + NEVER_BEGUN);
  }

  begins(promptId: string): void {
    this.#ours.set(promptId, Number.POSITIVE_INFINITY);
  }

  ends(promptId: string): void {
    this.#ours.delete(promptId);
  }

  /** How it stands to a graph now. Throws the signal's reason alone. */
  async fitness(nodes: Nodes, signal?: AbortSignal): Promise<Fitness> {
    if (this.#away && this.isKnownAway) return { is: 'away', why: this.#away.why };
    const late = AbortSignal.timeout(this.client.limits.soon);
    const both = signal ? AbortSignal.any([signal, late]) : late;
    try {
      const { queue_running: running, queue_pending: pending } = await this.client.get('/queue', queue, both);
      const why = await this.#lacks(nodes, both);
      if (why !== null) return { is: 'unfit', why };
      this.#away = null;
      const ours = [...this.#ours].filter(([, until]) => until > performance.now());
      const others = [...running, ...pending].filter(({ id }) => !this.#ours.has(id));
      return { is: 'ready', load: others.length + ours.length };
    } catch (thrown) {
      signal?.throwIfAborted();
      if (!(thrown instanceof Away) && !(thrown instanceof Strange) && !late.aborted) throw thrown;
      const why = late.aborted ? 'it does not answer' : (thrown as Error).message;
      this.#away = { until: performance.now() + AWAY, why };
      return { is: 'away', why };
    }
  }

  /** Names of models that it can load. `others`: those that are loaded without text encoder and VAE. */
  async models(signal?: AbortSignal): Promise<{ checkpoints: string[]; others: string[] }> {
    const named = async (type: string, input: string) =>
      optionsOf((await this.#inputsOf(type, signal))?.[input]);
    return {
      checkpoints: await named('CheckpointLoaderSimple', 'ckpt_name'),
      others: await named('UNETLoader', 'unet_name'),
    };
  }

  /** What of a graph it does not have: a node, or a model. Null where it has all. */
  async #lacks(nodes: Nodes, signal: AbortSignal): Promise<string | null> {
    for (const { class_type: type, inputs } of Object.values(nodes)) {
      const known = await this.#inputsOf(type, signal);
      if (known === null) return `it has no node “${type}”`;
      for (const [input, value] of Object.entries(inputs)) {
        if (typeof value !== 'string' || !isModelInput(input)) continue;
        const options = optionsOf(known[input]);
        if (options.length > 0 && !options.includes(value)) return `it has no “${value}”`;
      }
    }
    return null;
  }

  /** Null for a class that it does not have. */
  async #inputsOf(type: string, signal?: AbortSignal): Promise<Inputs | null> {
    const known = this.#classes.get(type);
    if (known && known.until > performance.now()) return known.inputs;
    const told = await this.client.get(`/object_info/${encodeURIComponent(type)}`, objectInfo, signal);
    const { required, optional } = told[type]?.input ?? {};
    const inputs = told[type] ? { ...required, ...optional } : null;
    this.#classes.set(type, { until: performance.now() + REMEMBERED, inputs });
    return inputs;
  }
}
