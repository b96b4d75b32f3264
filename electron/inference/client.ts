/**
 * The program's side of the inference process. As many pictures at a time as its judge takes; a process that
 * dies is started again with back-off and given the picture once more, by itself; a picture that killed it twice
 * is set aside. Devices are tried in turn, each in a process of its own, so that a crash counts as a refusal like
 * any other. A process that is not used for a while is ended, and started again when it is needed.
 */

import type { JudgeDescription, JudgeRequest } from '@models/judge/index.js';
import type { Chain } from '@models/runtime/devices/index.js';
import type { Device, Refusal } from '@shared/device.js';
import { ContinuistError } from '@shared/errors.js';
import PQueue from 'p-queue';
import { type Calls, orCancelled, pause, settled } from './calls.js';
import { firstThatLoads, refusalsOf } from './first-that-loads.js';
import {
  type InferenceOptions,
  type Judged,
  orderOf,
  PROCESSOR,
  type SeeRequest,
  type Sighted,
} from './inference-options.js';
import { loadInProcess } from './load-in-process.js';
import { memoryShortage } from './memory-shortage.js';
import type { ChildHandle } from './port.js';
import { watchClock, watchThread } from './watch.js';

export type { InferenceOptions, Judged };

interface Running {
  readonly child: ChildHandle;
  readonly calls: Calls;
  /** With the refusals of the last order that it fitted. */
  judge: JudgeDescription;
  readonly device: Device;
  /** What it was loaded with, to tell whether it still fits. */
  readonly order: string;
  /** As many pictures at a time as its judge takes. */
  readonly slots: PQueue;
  /** Calls that rely on it now: another judge waits for them. */
  users: number;
  /** Milliseconds for which it said nothing, until it was ended for that; null where it ends by itself. */
  hung: number | null;
  /** What ended the process; null while it runs. */
  ended: string | null;
  /** Who is to be told when the process ends, or when nobody relies on it any more. */
  readonly waiting: Set<(reason: string) => void>;
  readonly idle: Set<() => void>;
}

/** One call to the process. */
type Ask<T> = (running: Running, options: { signal?: AbortSignal }) => Promise<T>;

/** Deaths a single picture may cause before it is set aside. */
const DEATHS_ALLOWED = 2;
/** So many pictures in a row that take all memory are not to blame for it. */
const STARVED_ALLOWED = 2;
const LONGEST_BACK_OFF = 8_000;
/** Milliseconds. Phi-3.5-vision with twelve claims may take over two minutes on two busy cores. */
const longestPicture = (device: Running['device']): number => (device === 'cpu' ? 600_000 : 120_000);

class ProcessDied extends Error {
  /** Its device is refused from now on: that, rather than the picture, may be to blame. */
  readonly movesOn: boolean;
  readonly starved: boolean;

  constructor(reason: string, { movesOn, starved }: { movesOn: boolean; starved: boolean }) {
    super(reason);
    this.movesOn = movesOn;
    this.starved = starved;
  }
}

export class InferenceClient {
  readonly #options: InferenceOptions;
  /** Pictures that were under way when the process died: one at a time, so that the guilty one is found. */
  readonly #suspects = new PQueue({ concurrency: 1 });
  #running: Running | null = null;
  #replacing: Promise<unknown> | null = null;
  #loading: ChildHandle | null = null;
  /** Devices that failed for one order; another order tries them anew. */
  #failed: { order: string; refused: Map<Device, string> } = { order: '', refused: new Map() };
  #resting: NodeJS.Timeout | undefined;
  #deathsInARow = 0;
  /** Pictures in a row for which memory did not suffice. */
  #starved = 0;
  #closed = false;

  constructor(options: InferenceOptions) {
    this.#options = options;
  }

  /** Process id of the model's process while it runs. */
  get pid(): number | undefined {
    return this.#running?.child.pid;
  }

  /** What is in memory now. */
  get loaded(): JudgeDescription | null {
    return this.#running?.judge ?? null;
  }

  /** Ends the process, and frees what it holds, if nobody relies on it. True when nothing is in memory now. */
  rest(): boolean {
    if (this.#running && this.#running.users === 0 && !this.#replacing) {
      this.#running.child.kill();
      this.#running = null;
    }
    return this.#running === null;
  }

  /**
   * Loads `judge` (starting the process if need be) and describes it. Throws JUDGE_UNAVAILABLE, and CANCELLED when
   * `signal` aborts: who asks next finds it loaded, or loading.
   */
  describe(judge: string, signal?: AbortSignal): Promise<JudgeDescription> {
    const described = this.#with(judge, async (running) => running.judge);
    return orCancelled(described, signal);
  }

  /**
   * Throws IMAGE_UNREADABLE for a picture that cannot be decoded, JUDGE_FAILED for one that killed the process
   * twice, OUT_OF_MEMORY when memory does not suffice for one picture after another, JUDGE_UNAVAILABLE when the model
   * cannot be loaded, CANCELLED when `signal` aborts.
   */
  async judge(judge: string, request: JudgeRequest, signal?: AbortSignal): Promise<Judged> {
    const input = {
      file: request.file,
      region: request.region ?? null,
      questions: request.questions.map(({ contrasts, ...question }) => ({
        ...question,
        ...(contrasts && { contrasts: [...contrasts] }),
      })),
      whole: request.whole ?? null,
    };
    return this.#insist(
      judge,
      async ({ calls, judge: { version } }, options) => ({ ...(await calls.judge(input, options)), version }),
      signal,
    );
  }

  /** What an eye sees, in the process of `judge`. Throws as `judge`. */
  see(judge: string, { eye, file, labels }: SeeRequest, signal?: AbortSignal): Promise<Sighted> {
    const { modelsFolder, downloadsFolder = null, threads } = this.#options;
    const input = { eye, file, labels: [...labels], modelsFolder, downloadsFolder, threads };
    return this.#insist(judge, ({ calls }, options) => calls.see(input, options), signal);
  }

  async #insist<T>(judge: string, ask: Ask<T>, signal?: AbortSignal): Promise<T> {
    try {
      return await this.#attempt(judge, ask, signal);
    } catch (thrown) {
      if (!(thrown instanceof ProcessDied)) throw thrown;
    }
    return this.#suspects.add(async () => {
      for (let deaths = 1; ; ) {
        try {
          return await this.#attempt(judge, ask, signal);
        } catch (thrown) {
          if (!(thrown instanceof ProcessDied)) throw thrown;
          deaths = thrown.movesOn ? 0 : deaths + 1;
          if (deaths < DEATHS_ALLOWED) continue;
          if (thrown.starved && ++this.#starved >= STARVED_ALLOWED)
            throw new ContinuistError('OUT_OF_MEMORY', '', {}, thrown);
          const detail = `its process ended twice at this picture (${thrown.message})`;
          throw new ContinuistError('JUDGE_FAILED', detail, { setAside: true }, thrown);
        }
      }
    });
  }

  async close(): Promise<void> {
    this.#closed = true;
    clearTimeout(this.#resting);
    this.#loading?.kill();
    this.#running?.child.kill();
    this.#running = null;
  }

  /** Throws ProcessDied when the process ends with this picture under way. */
  async #attempt<T>(judge: string, ask: Ask<T>, signal?: AbortSignal): Promise<T> {
    for (;;) {
      const result = await this.#with(judge, (running) =>
        running.slots.add(async () => {
          if (signal?.aborted) throw new ContinuistError('CANCELLED');
          // Another picture ended the process while this one waited.
          return running.ended === null ? { answer: await this.#ask(running, ask, signal) } : null;
        }),
      );
      if (result) return result.answer;
    }
  }

  /** Runs `use` with `judge` loaded; no other judge takes its place meanwhile. */
  async #with<T>(judge: string, use: (running: Running) => Promise<T>): Promise<T> {
    const running = await this.#ready(judge);
    try {
      return await use(running);
    } finally {
      running.users--;
      if (running.users === 0) {
        for (const tell of running.idle) tell();
        this.#restLater();
      }
    }
  }

  #restLater(): void {
    const { rest = 300_000 } = this.#options;
    clearTimeout(this.#resting);
    if (!this.#closed) this.#resting = setTimeout(() => this.rest(), rest).unref();
  }

  /** Counts the caller as a user of what it returns. */
  async #ready(judge: string): Promise<Running> {
    for (;;) {
      if (this.#closed) throw new ContinuistError('CANCELLED');
      if (this.#replacing) {
        await this.#replacing.catch(() => undefined);
        continue;
      }
      const chain = this.#options.devices?.(judge) ?? PROCESSOR;
      const order = orderOf(judge, chain, this.#options);
      if (this.#running?.order !== order) {
        this.#replacing = this.#replace(judge, order, chain);
        try {
          await this.#replacing;
        } finally {
          this.#replacing = null;
        }
        continue;
      }
      clearTimeout(this.#resting);
      this.#running.judge = withRefused(this.#running.judge, refusalsOf(chain, this.#failed.refused));
      this.#running.users++;
      return this.#running;
    }
  }

  async #replace(judge: string, order: string, chain: Chain): Promise<void> {
    const before = this.#running;
    if (before) {
      await new Promise<void>((resolve) => {
        before.idle.add(resolve);
        before.waiting.add(() => resolve());
        if (before.users === 0) resolve();
      });
      before.child.kill();
      this.#running = null;
    }
    if (this.#deathsInARow > 0) await pause(Math.min(LONGEST_BACK_OFF, 100 * 2 ** this.#deathsInARow));
    if (this.#failed.order !== order) this.#failed = { order, refused: new Map() };
    const running = await firstThatLoads(chain, this.#failed.refused, (device, refused) =>
      this.#load(judge, device, order, refused),
    );
    this.#running = running;
    const isLast = running.device === chain.devices.at(-1);
    void running.child.exited.then((reason) => {
      running.ended = reason;
      if (this.#running === running) {
        this.#running = null;
        this.#deathsInARow++;
        if (!this.#closed) this.#options.onLost?.(reason);
        // Not one picture between: drivers may fail at work after they have loaded.
        if (!isLast && this.#deathsInARow >= DEATHS_ALLOWED)
          this.#refuse(
            order,
            running.device,
            `it crashed its process ${this.#deathsInARow} times (${reason})`,
          );
      }
      for (const tell of running.waiting) tell(reason);
    });
  }

  #refuse(order: string, device: Device, reason: string): void {
    if (this.#failed.order === order) this.#failed.refused.set(device, reason);
  }

  async #load(judge: string, device: Device, order: string, refused: readonly Refusal[]): Promise<Running> {
    if (this.#closed) throw new ContinuistError('CANCELLED');
    const { modelsFolder, downloadsFolder = null } = this.#options;
    const shortage = memoryShortage(judge, device, { modelsFolder, downloadsFolder });
    const { promise, child } = loadInProcess(judge, device, this.#options);
    this.#loading = child;
    const loaded = await promise;
    this.#loading = null;
    if (this.#closed) throw new ContinuistError('CANCELLED');
    if ('died' in loaded) {
      if (device === 'cpu') this.#deathsInARow++;
      throw new ContinuistError('JUDGE_UNAVAILABLE', [loaded.died, shortage].filter(Boolean).join('; '));
    }
    if (loaded.error && isStarved(loaded.error))
      throw new ContinuistError(
        'JUDGE_UNAVAILABLE',
        shortage || 'there is too little memory',
        {},
        loaded.error,
      );
    if (loaded.error) throw loaded.error;
    return {
      child,
      calls: loaded.calls,
      device,
      judge: withRefused(loaded.value, refused),
      order,
      slots: new PQueue({ concurrency: loaded.value.concurrency ?? 1 }),
      users: 0,
      hung: null,
      ended: null,
      waiting: new Set(),
      idle: new Set(),
    };
  }

  #death({ order, device, hung }: Running, reason: string, starved = false): ProcessDied {
    const { order: now, refused } = this.#failed;
    const why =
      hung !== null
        ? `it did not answer within ${hung / 1000} s`
        : reason === 'SIGKILL'
          ? 'SIGKILL, as systems end what takes too much memory'
          : reason;
    return new ProcessDied(why, { movesOn: now === order && refused.has(device), starved });
  }

  async #ask<T>(running: Running, ask: Ask<T>, signal?: AbortSignal): Promise<T> {
    const { timeout = longestPicture(running.device) } = this.#options;
    let tell: (reason: string) => void = () => undefined;
    const died = new Promise<{ died: string }>((resolve) => {
      tell = (reason) => resolve({ died: reason });
    });
    running.waiting.add(tell);
    const hangs = () => {
      running.hung = timeout;
      running.child.kill();
    };
    const { keepsTime } = running.judge;
    const unwatch = keepsTime ? watchThread(running.calls, timeout, hangs) : watchClock(timeout, hangs);
    try {
      const asked = settled(ask(running, signal ? { signal } : {}));
      const first = await Promise.race([asked, died]);
      if ('died' in first) throw this.#death(running, first.died);
      if (first.error) {
        if (signal?.aborted) throw new ContinuistError('CANCELLED');
        // The process's pending calls reject a moment before its exit is known.
        const ended = await Promise.race([died, pause(50).then(() => null)]);
        if (ended) throw this.#death(running, ended.died);
        if (isStarved(first.error)) {
          // What it holds is gone with it; a new process may have room.
          running.child.kill();
          await died;
          throw this.#death(running, 'too little memory', true);
        }
        throw first.error;
      }
      this.#deathsInARow = 0;
      this.#starved = 0;
      return first.value;
    } finally {
      running.waiting.delete(tell);
      unwatch();
    }
  }
}

const isStarved = (error: Error): boolean =>
  error instanceof ContinuistError && error.code === 'OUT_OF_MEMORY';

function withRefused(judge: JudgeDescription, refused: readonly Refusal[]): JudgeDescription {
  const { refused: _, ...rest } = judge;
  return refused.length > 0 ? { ...rest, refused } : rest;
}
