/**
 * Copies an open review aside, soon after it is opened and then every few minutes in which it changes, in a thread of
 * its own. What is copied is looked over, so that damage is known before it is met.
 */
import { statSync } from 'node:fs';
import type { Worker } from 'node:worker_threads';
import { startWorker } from '@core/files/index.js';
import { markForRepair } from './backup-files.js';
import type { BackupOrder, BackupReport } from './backup-worker.js';

/** Milliseconds after opening: first the frames are drawn. */
const AFTER_OPENING = 10_000;

/** Milliseconds between two copies; as often longer as the file has hundreds of megabytes. */
const BETWEEN = 5 * 60_000;

export interface BackupsOptions extends BackupOrder {
  /** Milliseconds; for tests. */
  readonly afterOpening?: number;
  readonly between?: number;
  /** Part of the file is damaged; it is repaired at the next opening. */
  readonly damaged: () => void;
}

export class Backups {
  readonly #options: BackupsOptions;
  #timer: NodeJS.Timeout | null = null;
  #worker: Worker | null = null;
  #isDue = true;
  #isClosed = false;

  constructor(options: BackupsOptions) {
    this.#options = options;
    this.#wait(options.afterOpening ?? AFTER_OPENING);
  }

  /** Call it after every change. */
  changed(): void {
    this.#isDue = true;
    if (this.#timer || this.#worker) return;
    const { file, between = BETWEEN } = this.#options;
    const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
    this.#wait(between * Math.max(1, Math.ceil(size / 100e6)));
  }

  /** A copy that is being made is left to end by itself. */
  close(): void {
    this.#isClosed = true;
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = null;
  }

  /** A copy is being made: somebody reads the file. */
  get isCopying(): boolean {
    return this.#worker !== null;
  }

  #wait(milliseconds: number): void {
    this.#timer = setTimeout(() => this.#copy(), milliseconds).unref();
  }

  #copy(): void {
    this.#timer = null;
    this.#isDue = false;
    const { file, onNetwork, damaged } = this.#options;
    const order: BackupOrder = { file, onNetwork };
    const worker = startWorker('backup-worker', import.meta.url, { workerData: order });
    // The program may end without it.
    worker.unref();
    this.#worker = worker;
    worker.on('message', (report: BackupReport) => {
      if (report.ok || this.#isClosed) return;
      markForRepair(file);
      damaged();
    });
    // A full disk or a folder that takes no files costs this copy: the next change brings another.
    worker.on('error', () => undefined);
    worker.on('exit', () => {
      this.#worker = null;
      if (this.#isDue && !this.#isClosed) this.changed();
    });
  }
}
