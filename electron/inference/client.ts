/**
 * The program's side of the inference process. As many pictures at a time as its judge takes; a process that
 * dies is started again with back-off and given the picture once more, by itself; a picture that killed it twice
 * is set aside.
 */
import type { JudgeDescription, JudgeRequest, JudgeResult } from '@models/index.js';
import { createORPCClient, safe } from '@orpc/client';
import { RPCLink } from '@orpc/client/message-port';
import type { ContractRouterClient } from '@orpc/contract';
import { ContinuistError, type ErrorData } from '@shared/errors.js';
import type { ServerSetting } from '@shared/settings.js';
import PQueue from 'p-queue';
import type { inferenceContract } from './contract.js';
import type { ChildHandle, StartChild } from './port.js';

type Calls = ContractRouterClient<typeof inferenceContract>;

export interface InferenceOptions {
  readonly start: StartChild;
  readonly modelsFolder: string;
  /** The user's folder of downloaded models; absent = only what ships with the program. */
  readonly downloadsFolder?: string | null;
  readonly threads: number;
  readonly uncalibrated?: boolean;
  /** The servers of a judge that runs on servers, as they are set now. */
  readonly servers?: () => readonly ServerSetting[];
  /** A picture that takes longer counts as a hang: the process is killed. Milliseconds. */
  readonly timeout?: number;
}

interface Running {
  readonly child: ChildHandle;
  readonly calls: Calls;
  readonly judge: JudgeDescription;
  /** What it was loaded with, to tell whether it still fits. */
  readonly order: string;
  /** As many pictures at a time as its judge takes. */
  readonly places: PQueue;
  /** Calls that rely on it now: another judge waits for them. */
  users: number;
  /** What ended the process; null while it runs. */
  ended: string | null;
  /** Who is to be told when the process ends, or when nobody relies on it any more. */
  readonly waiting: Set<(reason: string) => void>;
  readonly idle: Set<() => void>;
}

/** Deaths a single picture may cause before it is set aside. */
const DEATHS_ALLOWED = 2;
const LONGEST_BACK_OFF = 8_000;

class ProcessDied extends Error {}

export class InferenceClient {
  readonly #options: InferenceOptions;
  /** Pictures that were under way when the process died: one at a time, so that the guilty one is found. */
  readonly #suspects = new PQueue({ concurrency: 1 });
  #running: Running | null = null;
  #replacing: Promise<unknown> | null = null;
  #deathsInARow = 0;
  #closed = false;

  constructor(options: InferenceOptions) {
    this.#options = options;
  }

  /** Process id of the model's process while it runs. */
  get pid(): number | undefined {
    return this.#running?.child.pid;
  }

  /** Loads `judge` (starting the process if need be) and describes it. Throws JUDGE_UNAVAILABLE. */
  describe(judge: string): Promise<JudgeDescription> {
    return this.#with(judge, async (running) => running.judge);
  }

  /**
   * Throws IMAGE_UNREADABLE for a picture that cannot be decoded, JUDGE_FAILED for one that killed the process
   * twice, JUDGE_UNAVAILABLE when the model cannot be loaded, CANCELLED when `signal` aborts.
   */
  async judge(judge: string, request: JudgeRequest, signal?: AbortSignal): Promise<JudgeResult> {
    try {
      return await this.#attempt(judge, request, signal);
    } catch (thrown) {
      if (!(thrown instanceof ProcessDied)) throw thrown;
    }
    return this.#suspects.add(async () => {
      for (let deaths = 1; ; ) {
        try {
          return await this.#attempt(judge, request, signal);
        } catch (thrown) {
          if (!(thrown instanceof ProcessDied)) throw thrown;
          deaths++;
          if (deaths < DEATHS_ALLOWED) continue;
          const detail = `twice, with ${thrown.message}`;
          throw new ContinuistError('JUDGE_FAILED', detail, { setAside: true }, thrown);
        }
      }
    });
  }

  async close(): Promise<void> {
    this.#closed = true;
    this.#running?.child.kill();
    this.#running = null;
  }

  /** Throws ProcessDied when the process ends with this picture under way. */
  async #attempt(judge: string, request: JudgeRequest, signal?: AbortSignal): Promise<JudgeResult> {
    for (;;) {
      const result = await this.#with(judge, (running) =>
        running.places.add(async () => {
          if (signal?.aborted) throw new ContinuistError('CANCELLED');
          // Another picture ended the process while this one waited.
          return running.ended === null ? this.#ask(running, request, signal) : null;
        }),
      );
      if (result) return result;
    }
  }

  /** Runs `use` with `judge` loaded; no other judge takes its place meanwhile. */
  async #with<T>(judge: string, use: (running: Running) => Promise<T>): Promise<T> {
    const running = await this.#ready(judge);
    try {
      return await use(running);
    } finally {
      running.users--;
      if (running.users === 0) for (const tell of running.idle) tell();
    }
  }

  /** Counts the caller as a user of what it returns. */
  async #ready(judge: string): Promise<Running> {
    for (;;) {
      if (this.#closed) throw new ContinuistError('CANCELLED');
      if (this.#replacing) {
        await this.#replacing.catch(() => undefined);
        continue;
      }
      const order = this.#orderOf(judge);
      if (this.#running?.order !== order) {
        this.#replacing = this.#replace(judge, order);
        try {
          await this.#replacing;
        } finally {
          this.#replacing = null;
        }
        continue;
      }
      this.#running.users++;
      return this.#running;
    }
  }

  #orderOf(judge: string): string {
    return JSON.stringify([judge, this.#options.servers?.() ?? []]);
  }

  async #replace(judge: string, order: string): Promise<void> {
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
    if (this.#closed) throw new ContinuistError('CANCELLED');
    await this.#start(judge, order);
  }

  async #start(judge: string, order: string): Promise<void> {
    const { start, modelsFolder, downloadsFolder = null, threads, uncalibrated = false } = this.#options;
    const servers = [...(this.#options.servers?.() ?? [])];
    const child = start();
    const calls: Calls = createORPCClient(new RPCLink({ port: child.port }));
    const input = { judge, modelsFolder, downloadsFolder, threads, uncalibrated, servers };
    const loading = settled(calls.load(input));
    const first = await Promise.race([loading, child.exited.then((reason) => ({ died: reason }))]);
    if ('died' in first) {
      this.#deathsInARow++;
      throw new ContinuistError('JUDGE_UNAVAILABLE', `its process ended while loading (${first.died})`);
    }
    if (first.error) {
      child.kill();
      throw first.error;
    }
    const running: Running = {
      child,
      calls,
      judge: first.value,
      order,
      places: new PQueue({ concurrency: first.value.concurrency ?? 1 }),
      users: 0,
      ended: null,
      waiting: new Set(),
      idle: new Set(),
    };
    if (this.#closed) child.kill();
    this.#running = running;
    void child.exited.then((reason) => {
      running.ended = reason;
      if (this.#running === running) {
        this.#running = null;
        this.#deathsInARow++;
      }
      for (const tell of running.waiting) tell(reason);
    });
  }

  async #ask(running: Running, request: JudgeRequest, signal?: AbortSignal): Promise<JudgeResult> {
    const { timeout = 120_000 } = this.#options;
    let tell: (reason: string) => void = () => undefined;
    const died = new Promise<{ died: string }>((resolve) => {
      tell = (reason) => resolve({ died: reason });
    });
    running.waiting.add(tell);
    const hangs = () => running.child.kill();
    const timer = running.judge.keepsTime ? undefined : setTimeout(hangs, timeout);
    const input = {
      file: request.file,
      region: request.region ?? null,
      questions: [...request.questions],
      whole: request.whole ?? null,
    };
    try {
      const asked = settled(running.calls.judge(input, signal ? { signal } : {}));
      const first = await Promise.race([asked, died]);
      if ('died' in first) throw new ProcessDied(first.died);
      if (first.error) {
        if (signal?.aborted) throw new ContinuistError('CANCELLED');
        // The process's pending calls reject a moment before its exit is known.
        const ended = await Promise.race([died, pause(50).then(() => null)]);
        if (ended) throw new ProcessDied(ended.died);
        throw first.error;
      }
      this.#deathsInARow = 0;
      return first.value;
    } finally {
      running.waiting.delete(tell);
      clearTimeout(timer);
    }
  }
}

const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });

type Settled<T> = { value: T; error: null } | { value: null; error: Error };

/** The call's value, or the error with its own code where the other side named one. */
async function settled<T>(call: Promise<T>): Promise<Settled<T>> {
  const { error, data } = await safe(call);
  if (!error) return { value: data as T, error: null };
  const named = (error as { data?: Partial<ErrorData> }).data;
  if (named?.code && named.message) {
    const known = new ContinuistError(named.code, '', named.data ?? {}, error);
    known.message = named.message;
    return { value: null, error: known };
  }
  return { value: null, error: error instanceof Error ? error : new Error(String(error)) };
}
