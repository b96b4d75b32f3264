/** Works off the queue: as many pictures at once as each generator makes, what comes first first. */
import type { Board } from '@core/board/index.js';
import type { JobControl } from '@core/jobs/index.js';
import type { Review } from '@core/review/index.js';
import { isPaused, type Request } from '@shared/records/index.js';
import { type RegenerationOutcome, type RegenerationParts, regenerate } from './regenerate.js';
import { queuedRequests } from './requests.js';
import { settleSet } from './settle.js';

/** By their ids, the requests that are being made or judged. */
export type Begun = Pick<ReadonlyMap<string, unknown>, 'has'>;

/** Who orders more while the queue is worked off. */
export interface Planner {
  /** False once a limit keeps it from ordering more. */
  readonly mayOrder: boolean;
  /**
   * Takes note of what it ordered and will not be begun: the artist cancelled it, or changed what it was ordered for.
   * `ended` is not called with that.
   */
  endUnwanted(begun: Begun): Promise<void>;
  /** Orders what there is room for. Resolves with how many more pictures it may still order. */
  plan(): Promise<number>;
}

export interface WorkOff {
  /** Called with each request that ended, judged where its picture was made. */
  readonly ended: (request: Request, outcome: RegenerationOutcome) => void;
  /** While it may still order, or what it ordered waits, a pause of the queue is waited for; without one it ends the work. */
  readonly planner?: Planner;
}

/**
 * Also what is queued meanwhile. A generator that is slow, or a judge, holds up no other generator. Throws what
 * `JobControl.checkpoint` throws, once nothing is under way any more.
 */
export async function workOff(
  board: Board,
  parts: RegenerationParts,
  control: JobControl,
  { ended, planner }: WorkOff,
): Promise<void> {
  const underWay = new Map<string, Promise<void>>();
  /** Those whose picture is being made, by request; how far it is. */
  const making = new Map<string, { readonly generator: string; fraction: number }>();
  let done = 0;
  let planned = 0;
  /** How many wait. Counted when something changes, since a generator tells often how far it is. */
  let waiting = 0;
  const changes = new Changes(board.review, control.ending);
  const paused = () => isPaused(board.review.records);
  const tell = (doing: string): void => {
    const fractions = [...making.values()].reduce((sum, { fraction }) => sum + fraction, 0);
    const made = done + underWay.size - making.size;
    control.progress(made + fractions, done + underWay.size + waiting + planned, doing, made);
  };
  const hasRoom = (generator: string): boolean =>
    [...making.values()].filter((one) => one.generator === generator).length <
    parts.generators.slotsOf(generator);

  const begin = (request: Request): void => {
    const what = `Shot ${board.shot(request.shotId).number}, round ${request.round}`;
    const own = { generator: request.generator, fraction: 0 };
    making.set(request.id, own);
    const work = async (): Promise<void> => {
      try {
        const outcome = await regenerate(board, request, parts, {
          signal: control.signal,
          onProgress: (fraction, doing) => {
            own.fraction = fraction;
            tell(doing ? `${what}: ${doing}` : what);
          },
          onMade: () => {
            making.delete(request.id);
            changes.wake();
          },
        });
        await settleSet(board, request);
        done++;
        ended(request, outcome);
      } finally {
        making.delete(request.id);
        underWay.delete(request.id);
        changes.wake();
      }
    };
    const end = Promise.resolve().then(work);
    // Whether it fails is asked when it is waited for.
    end.catch(() => undefined);
    underWay.set(request.id, end);
    waiting--;
    tell(what);
  };

  try {
    for (;;) {
      const { next: changed, count } = changes;
      control.checkpoint();
      await planner?.endUnwanted(underWay);
      if (!paused()) planned = (await planner?.plan()) ?? 0;
      const queue = queuedRequests(board.review.records, (request) => parts.generators.takes(request)).filter(
        ({ id }) => !underWay.has(id),
      );
      waiting = queue.length;
      // It may have been paused while it was planned.
      if (!paused()) for (const request of queue) if (hasRoom(request.generator)) begin(request);
      // What ended while it was planned is planned with.
      const waits = paused() && planner !== undefined && (planner.mayOrder || waiting > 0);
      if (underWay.size === 0 && changes.count === count && !waits) return;
      await Promise.race([...underWay.values(), changed]);
    }
  } finally {
    changes.stop();
    await Promise.allSettled(underWay.values());
  }
}

/** Something changed in the review, or the work is to end. */
class Changes {
  next!: Promise<void>;
  /** How often something changed. */
  count = 0;
  readonly #stop: () => void;
  #wake: () => void = () => undefined;

  constructor(review: Pick<Review, 'onChange'>, ending: AbortSignal) {
    this.#renew();
    const wake = () => this.wake();
    const off = review.onChange(wake);
    ending.addEventListener('abort', wake);
    this.#stop = () => {
      off();
      ending.removeEventListener('abort', wake);
    };
  }

  wake(): void {
    this.count++;
    this.#wake();
    this.#renew();
  }

  stop(): void {
    this.#stop();
  }

  #renew(): void {
    this.next = new Promise((resolve) => {
      this.#wake = resolve;
    });
  }
}
