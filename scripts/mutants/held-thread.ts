/** The thread that keeps the tests loaded (test-thread.ts), as Stryker's process starts, asks and ends it. */
import type { Worker } from 'node:worker_threads';
import { createVitest, type Vitest } from 'vitest/node';
import { ORDERS, type Order, TOLD, type Told, WAITS } from './orders.js';
import { answerOf, type Silence } from './watched.js';

const ANCHOR = 'scripts/mutants/anchor.ts';

export class HeldThread {
  #vitest: Vitest | null = null;
  #thread: Worker | null = null;
  #running: Promise<unknown> | null = null;
  readonly #orders = new BroadcastChannel(ORDERS);
  readonly #told = new BroadcastChannel(TOLD);
  /** No fault was met in it. */
  isFresh = true;

  async start(): Promise<void> {
    process.env.NODE_ENV = 'test';
    process.env.VITEST = '1';
    const ready = this.#next();
    process.once('worker', (thread) => {
      this.#thread = thread;
    });
    this.#vitest = await createVitest('test', {
      config: 'scripts/mutants/vitest.config.ts',
      watch: false,
      onConsoleLog: () => false,
      // Stryker says what there is to say.
      reporters: [{}],
    });
    this.#running = this.#vitest.start([ANCHOR]).catch(() => undefined);
    await ready;
    this.isFresh = true;
  }

  async startAnew(): Promise<void> {
    await this.end();
    await this.start();
  }

  /** `patience`: milliseconds of processor time. Where the thread is silent, it has ended and must be started anew. */
  ask(order: Order, patience: number): Promise<Told | Silence> {
    if (!this.#thread) throw new Error('No thread was started.');
    const answer = this.#next();
    this.#orders.postMessage(order);
    return answerOf(this.#thread, answer, { processor: patience, wall: WAITS * patience });
  }

  async end(): Promise<void> {
    this.#orders.postMessage(null);
    await this.#running;
    await this.#vitest?.close();
  }

  /** Nothing can be started or asked any more. */
  close(): void {
    this.#orders.close();
    this.#told.close();
  }

  #next(): Promise<Told> {
    return new Promise((resolve) => {
      this.#told.onmessage = ({ data }: MessageEvent) => resolve(data as Told);
    });
  }
}
