/**
 * The starts that the system hands over while the program runs, or is on its way: of a second instance, and on macOS of
 * files that were opened in its Finder. They are taken one after the other, once there is a window for them.
 */
import { type Start, startsHandedOver } from '@core/host/index.js';
import PQueue from 'p-queue';
import type { ElectronApi } from './electron-api.js';

export interface StartsTaker {
  take(start: Start): Promise<void>;
  /** Another instance was started that names nothing. */
  show(): void;
  /** What went wrong. */
  say(thrown: unknown): void;
}

export class Starts {
  // One after the other: a start may come while the one before is still being read.
  readonly #queue = new PQueue({ concurrency: 1, autoStart: false });
  /** Files that came before there was a window: macOS names those that the program was started with before it is ready. */
  #early: string[] | null = [];
  #taker: StartsTaker | null = null;

  /** Listens from now on: what comes before anybody listens is lost. */
  constructor(app: ElectronApi['app']) {
    app.on('second-instance', (_event, _args, _workingFolder, data) => {
      this.#add(async ({ take, show }) => {
        const starts = startsHandedOver(data);
        if (starts.length === 0) show();
        for (const start of starts) await take(start);
      });
    });
    app.on('open-file', (event, path) => {
      event.preventDefault();
      if (this.#early) this.#early.push(path);
      else this.#add(({ take }) => take({ board: path, flags: {} }));
    });
  }

  /** The program's own starts come first; files that came before take the place of one that names no board. */
  async begin(
    [own, ...others]: readonly [Start, ...Start[]],
    taker: StartsTaker & { first: StartsTaker['take'] },
  ) {
    this.#taker = taker;
    const files = this.#early ?? [];
    this.#early = null;
    const first = own.board === null ? { ...own, board: files.shift() ?? null } : own;
    const rest = [...others, ...files.map((board) => ({ board, flags: {} }))];
    const begun = this.#queue.add(() => taker.first(first), { priority: 1 });
    for (const start of rest) this.#add(({ take }) => take(start), 1);
    this.#queue.start();
    await begun;
  }

  #add(work: (taker: StartsTaker) => Promise<void>, priority = 0): void {
    void this.#queue.add(
      async () => {
        const taker = this.#taker;
        if (taker) await work(taker).catch(taker.say);
      },
      { priority },
    );
  }
}
