/**
 * The thread that reads descriptions (reading-worker.ts). It can be asked in passing, or waited for: a description
 * takes it some five milliseconds.
 */
import { existsSync } from 'node:fs';
import {
  MessageChannel,
  type MessagePort,
  type ResourceLimits,
  receiveMessageOnPort,
  type Worker,
} from 'node:worker_threads';
import { startWorker, workerUrl } from '@core/files/index.js';
import type { CastMember } from './entities.js';

/** A text, and those whom the canon knows where it stands. */
export interface Asked {
  readonly text: string;
  readonly cast: readonly CastMember[];
}

export interface Question extends Asked {
  readonly id: number;
}

/** `claims`: packed (packed-claims.ts). `id` null: what it needs is loaded, or cannot be, and it ends. */
export type Answer =
  | { readonly id: number; readonly claims: string }
  | { readonly id: number | null; readonly failed: string }
  | { readonly id: null; readonly isReady: true };

export interface ReadingOrder {
  /** Where the parser and the dictionary lie. */
  readonly folder: string;
  readonly port: MessagePort;
  /** Of one number, which changes with every answer. */
  readonly bell: Int32Array<SharedArrayBuffer>;
}

/**
 * Mebibytes. The thread holds some ten, and far from its limit V8 lets lie what is no longer needed: after a
 * thousand descriptions it takes 60 less with these.
 */
const HEAP: ResourceLimits = { maxYoungGenerationSizeMb: 4, maxOldGenerationSizeMb: 256 };

/**
 * Milliseconds without an answer after which the thread is given up. That it cannot start it says itself, and no text
 * takes it a second: a machine on which it takes minutes is only busy.
 */
const PATIENCE = 5 * 60_000;

/** The thread is gone, or never came to be. The next may do better. */
export class ThreadEnded extends Error {}

interface Waiter {
  readonly resolve: (claims: string) => void;
  readonly reject: (thrown: Error) => void;
}

export class ReadingThread {
  readonly #worker: Worker;
  readonly #port: MessagePort;
  readonly #bell = new Int32Array(new SharedArrayBuffer(4));
  readonly #waiting = new Map<number, Waiter>();
  #asked = 0;
  #ended: string | null = null;
  #isReady = false;

  /** `folder`: where the parser and the dictionary lie. */
  constructor(folder: string) {
    const { port1, port2 } = new MessageChannel();
    const order: ReadingOrder = { folder, port: port2, bell: this.#bell };
    this.#worker = startWorker('reading-worker', import.meta.url, {
      workerData: order,
      transferList: [port2],
      resourceLimits: HEAP,
    });
    this.#port = port1;
    this.#worker.on('error', (thrown) => this.#end(String(thrown)));
    this.#worker.on('exit', (code) => this.#end(`its thread ended with ${code}`));
    port1.on('message', (answer: Answer) => this.#take(answer));
    port1.unref();
    // Who stands still until an answer comes would hear of it only then.
    const { filename } = workerUrl('reading-worker', import.meta.url);
    if (!existsSync(new URL(filename))) this.#end(`${filename} is missing`);
  }

  /** The claims, packed, once they are read. Rejects with `ThreadEnded`, or with what went wrong in reading. */
  ask(asked: Asked): Promise<string> {
    return new Promise((resolve, reject) => {
      this.#send(asked, { resolve, reject });
      if (this.#waiting.size > 0) this.#port.ref();
    });
  }

  /** The same at once: until then this thread stands still. Throws what `ask` rejects with. */
  askNow(asked: Asked): string {
    const answers: { claims?: string; thrown?: Error } = {};
    this.#send(asked, {
      resolve: (claims) => (answers.claims = claims),
      reject: (thrown) => (answers.thrown = thrown),
    });
    while (answers.claims === undefined && answers.thrown === undefined) {
      const heard = Atomics.load(this.#bell, 0);
      const received = receiveMessageOnPort(this.#port);
      if (received) this.#take(received.message);
      else if (Atomics.wait(this.#bell, 0, heard, PATIENCE) === 'timed-out') this.#giveUp();
    }
    if (answers.claims === undefined) throw answers.thrown;
    return answers.claims;
  }

  /** Who waits is told that the thread has ended. */
  close(): void {
    this.#end('it was closed');
  }

  #send(asked: Asked, waiter: Waiter): void {
    if (this.#ended !== null) {
      waiter.reject(new ThreadEnded(this.#ended));
      return;
    }
    const id = ++this.#asked;
    this.#waiting.set(id, waiter);
    this.#port.postMessage({ id, text: asked.text, cast: asked.cast } satisfies Question);
  }

  #take(answer: Answer): void {
    if ('isReady' in answer) {
      this.#isReady = true;
      // From here on the program may end without it; in the middle of loading the parser it would be torn down with it.
      this.#worker.unref();
      return;
    }
    if (answer.id === null) {
      this.#end(answer.failed);
      return;
    }
    const waiter = this.#waiting.get(answer.id);
    this.#waiting.delete(answer.id);
    if (this.#waiting.size === 0) this.#port.unref();
    if ('claims' in answer) waiter?.resolve(answer.claims);
    else waiter?.reject(new Error(answer.failed));
  }

  #giveUp(): void {
    this.#end('its thread gave no answer');
    void this.#worker.terminate();
  }

  /** The thread ends by itself, once it has loaded or read what it is at: the parser does not bear being torn out of that. */
  #end(reason: string): void {
    if (this.#ended !== null) return;
    this.#ended = reason;
    if (this.#isReady && this.#waiting.size > 0) this.#worker.ref();
    this.#port.close();
    for (const { reject } of this.#waiting.values()) reject(new ThreadEnded(reason));
    this.#waiting.clear();
  }
}
