/** Automatic mode: one run, switched on by the artist, within its limits, and it says why each shot stopped. */
import { randomUUID } from 'node:crypto';
import type { Board } from '@core/board/index.js';
import type { Came, JobControl } from '@core/jobs/index.js';
import {
  type Request,
  type Run,
  type RunEnd,
  roundOf,
  type Shot,
  type ShotStop,
} from '@shared/records/index.js';
import { type AutomaticLimits, orderAutomatically, stopOf } from './automatic-orders.js';
import { FailedOrders } from './failed-orders.js';
import type { RegenerationOutcome, RegenerationParts } from './regenerate.js';
import { takeBackOutdated } from './requests.js';
import { settleSet } from './settle.js';
import { type Begun, type Planner, workOff } from './work-off.js';

/** Milliseconds. */
const MINUTE = 60_000;

/** What a run did of one shot. */
interface Tried {
  made: number;
  improved: boolean;
  /** Rounds in a row without a better take. */
  fruitless: number;
  rounds: number;
}

/** Of the candidates of one round of a shot. */
interface Round {
  readonly shot: Shot;
  /** Ids of those that are not over. */
  readonly left: Set<string>;
  readonly outcomes: RegenerationOutcome[];
}

/** Resolves with what came of it, for the artist. What it did of each shot is kept in the review, also of a run that was stopped. */
export async function runAutomatic(
  board: Board,
  limits: AutomaticLimits,
  parts: RegenerationParts,
  control: JobControl,
): Promise<Came> {
  const run = new AutomaticRun(board, limits, parts);
  const failed = new FailedOrders(board);
  try {
    await workOff(board, parts, control, {
      planner: run,
      ended: (request, outcome) => {
        run.ended(request, outcome);
        failed.note(request, outcome);
      },
    });
    run.keep(run.limit ?? 'done');
  } catch (thrown) {
    run.keep(control.ending.aborted ? 'stopped' : 'failed');
    throw thrown;
  }
  return { summary: run.summary, warning: failed.warning };
}

class AutomaticRun implements Planner {
  readonly #board: Board;
  readonly #limits: AutomaticLimits;
  readonly #slots: number;
  readonly #id = randomUUID();
  readonly #startedAt = Date.now();
  /** Of a clock that nobody sets. */
  readonly #began = performance.now();
  readonly #stops = new Map<string, ShotStop>();
  readonly #tried = new Map<string, Tried>();
  /** Those that are not over, by what they are a round by. */
  readonly #rounds = new Map<string, Round>();
  #ordered = 0;
  #isOutOfTime = false;
  /** Shots that may have a round after those that have one now, when it was last looked at. */
  #left = 0;
  #better = 0;

  constructor(board: Board, limits: AutomaticLimits, parts: RegenerationParts) {
    this.#board = board;
    this.#limits = limits;
    this.#slots = parts.generators.slotsOf(limits.generator);
  }

  /** The limit of the run that kept it from ordering more. */
  get limit(): 'pictures' | 'minutes' | null {
    if (this.#ordered >= this.#limits.max) return 'pictures';
    return this.#isOutOfTime ? 'minutes' : null;
  }

  get mayOrder(): boolean {
    return this.limit === null;
  }

  /** As many rounds at once as there is room for; all shots have one before one has its next. */
  async plan(): Promise<number> {
    const { candidates = 1, max, minutes = 0 } = this.#limits;
    while (this.limit === null && this.#waiting < this.#slots) {
      await this.#board.settled();
      const [shot, ...others] = this.#open();
      this.#left = others.length;
      if (!shot) break;
      this.#isOutOfTime = minutes > 0 && performance.now() - this.#began >= minutes * MINUTE;
      if (this.#isOutOfTime) break;
      const requests = orderAutomatically(this.#board, shot, {
        ...this.#limits,
        candidates: Math.min(candidates, max - this.#ordered),
      });
      const [first] = requests;
      const left = new Set(requests.map(({ id }) => id));
      if (first) this.#rounds.set(roundOf(first), { shot, left, outcomes: [] });
      this.#triedOf(shot.id).rounds++;
      this.#ordered += requests.length;
      // So that it is known of a run that a crash cuts off.
      this.keep('running');
    }
    return this.limit === null ? Math.min(max - this.#ordered, this.#left * candidates) : 0;
  }

  async endUnwanted(begun: Begun): Promise<void> {
    takeBackOutdated(this.#board, begun);
    const { request: requests } = this.#board.review.records;
    for (const { left } of [...this.#rounds.values()]) {
      const cancelled = [...left].flatMap((id) => {
        const request = requests[id];
        return request?.state === 'cancelled' && !begun.has(id) ? [request] : [];
      });
      const [first] = cancelled;
      if (first) await settleSet(this.#board, first);
      for (const request of cancelled) this.ended(request, 'cancelled');
    }
  }

  ended(request: Request, outcome: RegenerationOutcome): void {
    const round = this.#rounds.get(roundOf(request));
    // What the artist approved is made along the way.
    if (!round) return;
    round.left.delete(request.id);
    round.outcomes.push(outcome);
    const tried = this.#triedOf(request.shotId);
    if (isMade(outcome)) tried.made++;
    if (outcome === 'better') this.#better++;
    if (round.left.size > 0) {
      this.keep('running');
      return;
    }
    this.#rounds.delete(roundOf(request));
    const better = round.outcomes.includes('better');
    tried.improved ||= better;
    tried.fruitless = better ? 0 : tried.fruitless + 1;
    const [stop] = round.outcomes.filter((one) => one !== 'better' && one !== 'worse');
    if (stop && !round.outcomes.some(isMade)) this.#stops.set(request.shotId, stop);
    this.keep('running');
  }

  get summary(): string {
    const all = [...this.#stops.values()];
    const why = WORDS.map(([stop, words]) => [all.filter((value) => value === stop).length, words] as const)
      .filter(([count]) => count > 0)
      .map(([count, words]) => `${count} stopped: ${words}`);
    const { limit } = this;
    if (limit === 'pictures') why.push(`stopped at the limit of ${this.#limits.max} regenerations`);
    if (limit === 'minutes') why.push(`stopped at the limit of ${minutes(this.#limits.minutes)}`);
    return [`${this.#made} regenerated`, `${this.#better} better than before`, ...why].join(', ');
  }

  /** Writes down what it did. */
  keep(end: RunEnd): void {
    const { rounds, max, minutes = 0, candidates = 1, generator } = this.#limits;
    const left = [...this.#stops].flatMap(([id, stop]) => (stop === 'nothing open' ? [] : [id]));
    const run: Run = {
      id: this.#id,
      generator,
      rounds,
      pictures: max,
      minutes,
      candidates,
      startedAt: this.#startedAt,
      endedAt: Date.now(),
      end,
      made: this.#made,
      shots: [...new Set([...this.#tried.keys(), ...left])].map((shotId) => ({
        shotId,
        made: this.#tried.get(shotId)?.made ?? 0,
        improved: this.#tried.get(shotId)?.improved ?? false,
        stop: this.#stops.get(shotId) ?? null,
      })),
    };
    this.#board.review.system('Note what automatic mode did', (records) => ({
      ...records,
      run: { ...records.run, [run.id]: run },
    }));
  }

  get #made(): number {
    return [...this.#tried.values()].reduce((sum, { made }) => sum + made, 0);
  }

  /** Pictures that it ordered and that are not over. */
  get #waiting(): number {
    return [...this.#rounds.values()].reduce((sum, { left }) => sum + left.size, 0);
  }

  /** Shots that may have a round now, those first that have had the fewest of this run. */
  #open(): Shot[] {
    const busy = new Set([...this.#rounds.values()].map(({ shot }) => shot.id));
    const rounds = ({ id }: Shot) => this.#tried.get(id)?.rounds ?? 0;
    return this.#board.shots
      .filter((shot) => {
        if (busy.has(shot.id) || this.#stops.has(shot.id)) return false;
        const stop = stopOf(this.#board, shot, this.#limits, this.#tried.get(shot.id)?.fruitless ?? 0);
        if (stop) this.#stops.set(shot.id, stop);
        return stop === null;
      })
      .sort((a, b) => rounds(a) - rounds(b));
  }

  #triedOf(shotId: string): Tried {
    const tried = this.#tried.get(shotId) ?? { made: 0, improved: false, fruitless: 0, rounds: 0 };
    this.#tried.set(shotId, tried);
    return tried;
  }
}

const minutes = (count = 0): string => (count === 1 ? '1 minute' : `${count} minutes`);

const isMade = (outcome: RegenerationOutcome): boolean => outcome === 'better' || outcome === 'worse';

/** Why shots were left, as far as the summary names it, in its order. */
const WORDS: readonly (readonly [ShotStop, string])[] = [
  ['round limit', 'round limit'],
  ['two rounds brought nothing', 'two rounds brought nothing'],
  ['failed', 'failed'],
  ['cancelled', 'cancelled'],
  ['waits', 'waiting for your yes'],
  ['unknown', 'outcome unknown'],
];
