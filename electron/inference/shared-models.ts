/**
 * The models of one program, whichever of its storyboards asks: those that ask the same judge in the same way share its
 * process, so that it is in memory once. Whoever asks is answered in turn.
 */
import type { JudgeDescription, JudgeRequest } from '@models/judge/index.js';
import { type PublishedEye, publishedEye } from '@models/library/index.js';
import type { Chain } from '@models/runtime/devices/index.js';
import { ContinuistError } from '@shared/errors.js';
import { orCancelled } from './calls.js';
import { InferenceClient } from './client.js';
import {
  type InferenceOptions,
  type Judged,
  orderOf,
  PROCESSOR,
  type SeeRequest,
  type Sighted,
} from './inference-options.js';

/** What one storyboard is set to. */
type Wishes = Pick<InferenceOptions, 'servers' | 'ensemble' | 'devices' | 'onLost'>;

/** As `InferenceClient`, for one storyboard. */
export interface Inference
  extends Pick<InferenceClient, 'describe' | 'judge' | 'see' | 'loaded' | 'pid' | 'close'> {
  /**
   * Ends each process of the program that holds a model nobody relies on: `judge`, or any. True when none of them is in
   * memory now.
   */
  rest(judge?: string): boolean;
  /** The eye for pictures of any world; null = none is here. Loads nothing. */
  readonly eye: PublishedEye | null;
}

/** A process, and who asks it. */
interface Model {
  readonly order: string;
  readonly client: InferenceClient;
  readonly askers: Set<Asker>;
  /** Which devices were refused may change; which are tried may not. */
  chain: Chain;
}

export class SharedModels {
  readonly #options: Omit<InferenceOptions, keyof Wishes>;
  readonly #models = new Map<string, Model>();

  constructor(options: Omit<InferenceOptions, keyof Wishes>) {
    this.#options = options;
  }

  get eye(): PublishedEye | null {
    const { modelsFolder, downloadsFolder = null } = this.#options;
    return publishedEye({ modelsFolder, downloadsFolder });
  }

  /** For one storyboard. */
  asker(wishes: Wishes): Inference {
    return new Asker(this, wishes);
  }

  join(asker: Asker, judge: string, chain: Chain, wishes: Wishes): Model {
    const order = orderOf(judge, chain, wishes);
    const model = this.#models.get(order) ?? this.#make(order, chain, wishes);
    model.askers.add(asker);
    return model;
  }

  /** Ends what nobody asks any more. */
  async leave(asker: Asker, model: Model): Promise<void> {
    model.askers.delete(asker);
    if (model.askers.size > 0) return;
    this.#models.delete(model.order);
    await model.client.close();
  }

  rest(judge?: string): boolean {
    return [...this.#models.values()]
      .map(({ client }) => client)
      .filter(({ loaded }) => judge === undefined || loaded?.id === judge)
      .map((client) => client.rest())
      .every(Boolean);
  }

  #make(order: string, chain: Chain, wishes: Wishes): Model {
    const [servers, ensemble] = [wishes.servers?.() ?? [], wishes.ensemble?.() ?? []];
    const client = new InferenceClient({
      ...this.#options,
      servers: () => servers,
      ensemble: () => ensemble,
      devices: () => model.chain,
      onLost: (reason) => {
        for (const asker of model.askers) asker.lost(reason);
      },
    });
    const model: Model = { order, client, askers: new Set(), chain };
    this.#models.set(order, model);
    return model;
  }
}

class Asker implements Inference {
  readonly #models: SharedModels;
  readonly #wishes: Wishes;
  #model: Model | null = null;
  /** To another model, when nothing that was asked of the one before is under way. */
  #moving: Promise<void> | null = null;
  /** What was asked and is not answered yet. */
  #underWay = 0;
  #whenIdle = (): void => undefined;
  #closed = false;

  constructor(models: SharedModels, wishes: Wishes) {
    this.#models = models;
    this.#wishes = wishes;
  }

  get pid(): number | undefined {
    return this.#model?.client.pid;
  }

  get loaded(): JudgeDescription | null {
    return this.#model?.client.loaded ?? null;
  }

  get eye(): PublishedEye | null {
    return this.#models.eye;
  }

  lost(reason: string): void {
    this.#wishes.onLost?.(reason);
  }

  rest(judge?: string): boolean {
    return this.#models.rest(judge);
  }

  describe(judge: string, signal?: AbortSignal): Promise<JudgeDescription> {
    return orCancelled(
      this.#with(judge, (client) => client.describe(judge, signal)),
      signal,
    );
  }

  judge(judge: string, request: JudgeRequest, signal?: AbortSignal): Promise<Judged> {
    return this.#with(judge, (client) => client.judge(judge, request, signal));
  }

  see(judge: string, request: SeeRequest, signal?: AbortSignal): Promise<Sighted> {
    return this.#with(judge, (client) => client.see(judge, request, signal));
  }

  async close(): Promise<void> {
    this.#closed = true;
    const model = this.#model;
    this.#model = null;
    if (model) await this.#models.leave(this, model);
  }

  async #with<T>(judge: string, use: (client: InferenceClient) => Promise<T>): Promise<T> {
    const client = await this.#ready(judge);
    try {
      return await use(client);
    } finally {
      this.#underWay--;
      if (this.#underWay === 0) this.#whenIdle();
    }
  }

  /** Counts the caller as under way. */
  async #ready(judge: string): Promise<InferenceClient> {
    for (;;) {
      if (this.#closed) throw new ContinuistError('CANCELLED');
      if (this.#moving) {
        await this.#moving;
        continue;
      }
      const chain = this.#wishes.devices?.(judge) ?? PROCESSOR;
      const model = this.#model;
      if (model?.order === orderOf(judge, chain, this.#wishes)) {
        model.chain = chain;
        this.#underWay++;
        return model.client;
      }
      this.#moving = this.#move(judge).finally(() => {
        this.#moving = null;
      });
    }
  }

  /** What is not asked any more is ended first: two models at once may be one too many for the memory. */
  async #move(judge: string): Promise<void> {
    const before = this.#model;
    if (before) {
      if (this.#underWay > 0)
        await new Promise<void>((resolve) => {
          this.#whenIdle = resolve;
        });
      this.#model = null;
      await this.#models.leave(this, before);
    }
    if (this.#closed) return;
    const chain = this.#wishes.devices?.(judge) ?? PROCESSOR;
    this.#model = this.#models.join(this, judge, chain, this.#wishes);
  }
}
