/**
 * Several servers as one: work goes where there is room, comes back from a server that fails, and waits while
 * none answers. A frame holds a lease on one server for as long as it asks there, so that its claims meet the
 * prefix that server has in its cache.
 */
import { setMaxListeners } from 'node:events';
import { ContinuistError } from '@shared/errors.js';
import type { ServerSetting } from '@shared/settings.js';
import type { Reading } from './answer.js';
import { Endpoint, type EndpointOptions } from './endpoint.js';
import { ServerFailure } from './failure.js';
import { Health, type HealthTimes } from './health.js';

export interface PoolOptions extends EndpointOptions, HealthTimes {
  /** How long to wait while no server can be reached, milliseconds; then the work ends with an error. */
  readonly patience: number;
  /** The same while servers are there but only ask to wait. */
  readonly busyPatience: number;
}

export const POOL_TIMES = {
  timeout: 90_000,
  backOff: 500,
  longestBackOff: 30_000,
  longestPause: 60_000,
  patience: 60_000,
  busyPatience: 300_000,
} as const;

interface Member {
  readonly endpoint: Endpoint;
  readonly health: Health;
}

/** One request’s slot at one server. Give it back exactly once. */
export interface Lease {
  readonly endpoint: Endpoint;
  ask(picture: string, question: string, signal?: AbortSignal): Promise<Reading>;
  /** A second slot at the same server, if it has one that no other frame waits for. */
  another(): Lease | null;
  release(): void;
}

interface Waiter {
  readonly avoid: ReadonlySet<Endpoint>;
  readonly since: number;
  give(lease: Lease): void;
  refuse(thrown: unknown): void;
}

export class EndpointPool {
  readonly #options: PoolOptions;
  readonly #members: readonly Member[];
  readonly #waiters = new Set<Waiter>();
  readonly #timers = new Set<NodeJS.Timeout>();
  #wake: NodeJS.Timeout | undefined;
  readonly #closing = new AbortController();
  /** Names of the models asked so far: one judge, so a server that comes back may not bring another. */
  #models: ReadonlySet<string> = new Set();
  #lastAnswer = 0;

  constructor(settings: readonly ServerSetting[], options: PoolOptions) {
    this.#options = options;
    // Every request under way listens to it.
    setMaxListeners(0, this.#closing.signal);
    this.#members = settings.map((setting) => ({
      endpoint: new Endpoint(setting, options),
      health: new Health(setting.inFlight, options),
    }));
  }

  /** Requests that can be under way at once. */
  get capacity(): number {
    return this.#members.reduce((sum, { endpoint }) => sum + endpoint.setting.inFlight, 0);
  }

  /** The models that are asked, sorted. */
  get models(): string[] {
    return [...this.#models].sort();
  }

  /** Meets every server. Throws JUDGE_UNAVAILABLE with every reason when none will do. */
  async meet(): Promise<void> {
    await Promise.all(this.#members.map((member) => this.#meet(member)));
    const open = this.#members.filter(({ health }) => health.isOpen);
    if (open.length === 0) throw this.#unavailable();
    const named = this.#members.filter(({ health }) => !health.isUnfit).map(({ endpoint }) => endpoint.model);
    this.#models = new Set(named.filter((name) => name !== ''));
  }

  /**
   * A slot at the server with the most room, the ones in `avoid` last. Waits for one. Throws JUDGE_UNAVAILABLE
   * when no server will do or none has answered for too long, and the signal's reason when that aborts.
   */
  lease(avoid: ReadonlySet<Endpoint>, signal?: AbortSignal): Promise<Lease> {
    return new Promise((resolve, reject) => {
      signal?.throwIfAborted();
      const settle = () => {
        this.#waiters.delete(waiter);
        signal?.removeEventListener('abort', cancel);
      };
      const waiter: Waiter = {
        avoid,
        since: performance.now(),
        give: (lease) => {
          settle();
          resolve(lease);
        },
        refuse: (thrown) => {
          settle();
          reject(thrown);
        },
      };
      const cancel = () => waiter.refuse(signal?.reason);
      signal?.addEventListener('abort', cancel, { once: true });
      this.#waiters.add(waiter);
      this.#dispatch();
    });
  }

  /** Ends every request and every wait. */
  close(): void {
    const closed = new ContinuistError('CANCELLED');
    this.#closing.abort(closed);
    for (const waiter of [...this.#waiters]) waiter.refuse(closed);
    for (const timer of this.#timers) clearTimeout(timer);
    clearTimeout(this.#wake);
  }

  #dispatch(): void {
    const now = performance.now();
    for (const waiter of [...this.#waiters]) {
      const member = this.#pick(waiter.avoid, now);
      if (member) waiter.give(this.#leaseOf(member));
      else if (this.#hopeless(waiter, now)) waiter.refuse(this.#unavailable());
    }
    clearTimeout(this.#wake);
    if (this.#waiters.size === 0 || this.#closing.signal.aborted) return;
    // A pause that ends gives room; otherwise look again when some have waited long enough to give up.
    const pauses = this.#members.map(({ health }) => health.pausedUntil).filter((until) => until > now);
    const next = Math.min(this.#options.patience, ...pauses.map((until) => until - now));
    this.#wake = setTimeout(() => this.#dispatch(), next);
  }

  /** Null when the servers that should be asked have no room now. */
  #pick(avoid: ReadonlySet<Endpoint>, now: number): Member | null {
    const open = this.#members.filter(({ health }) => health.isOpen);
    const preferred = open.filter(({ endpoint }) => !avoid.has(endpoint));
    const candidates = (preferred.length > 0 ? preferred : open).filter(({ health }) => health.hasRoom(now));
    return candidates.reduce<Member | null>(
      (best, one) => (best === null || one.health.load < best.health.load ? one : best),
      null,
    );
  }

  #hopeless({ since }: Waiter, now: number): boolean {
    const { patience, busyPatience } = this.#options;
    if (this.#members.every(({ health }) => health.isUnfit)) return true;
    const anyOpen = this.#members.some(({ health }) => health.isOpen);
    return now - Math.max(since, this.#lastAnswer) >= (anyOpen ? busyPatience : patience);
  }

  #leaseOf(member: Member): Lease {
    const { endpoint, health } = member;
    health.take();
    let held = true;
    return {
      endpoint,
      ask: async (picture, question, signal) => {
        const started = performance.now();
        try {
          const reading = await endpoint.ask(picture, question, signal ?? this.#closing.signal);
          this.#lastAnswer = performance.now();
          health.answered(performance.now() - started, this.#medianOfOthers(member));
          return reading;
        } catch (thrown) {
          if (thrown instanceof ServerFailure) this.#failed(member, thrown);
          throw thrown;
        }
      },
      another: () => {
        const free = this.#waiters.size === 0 && health.hasRoom(performance.now());
        return free ? this.#leaseOf(member) : null;
      },
      release: () => {
        if (!held) return;
        held = false;
        health.giveBack();
        this.#dispatch();
      },
    };
  }

  #failed(member: Member, failure: ServerFailure): void {
    const wait = member.health.failed(failure, performance.now());
    if (wait !== null) this.#later(wait, () => void this.#meet(member));
    if (member.health.isUnfit) this.#dispatch();
  }

  /** Asks a server for its models: it is open afterwards, or unfit, or will be met again later. */
  async #meet(member: Member): Promise<void> {
    const { endpoint, health } = member;
    try {
      await endpoint.meet(this.#closing.signal);
      if (this.#models.size > 0 && !this.#models.has(endpoint.model)) {
        const others = [...this.#models].join(', ');
        throw new ServerFailure('unfit', `it serves “${endpoint.model}”, the others serve “${others}”`);
      }
      if (!health.isOpen) health.reopen();
    } catch (thrown) {
      if (!(thrown instanceof ServerFailure)) return;
      const wait = health.failed(thrown, performance.now());
      if (!health.isUnfit) this.#later(wait ?? health.close(), () => void this.#meet(member));
    }
    this.#dispatch();
  }

  #medianOfOthers(member: Member): number | null {
    const means = this.#members
      .filter((other) => other !== member && other.health.isOpen)
      .flatMap(({ health }) => health.mean ?? [])
      .sort((a, b) => a - b);
    return means[Math.floor((means.length - 1) / 2)] ?? null;
  }

  #unavailable(): ContinuistError {
    const reasons = this.#members.map(
      ({ endpoint, health }) => `${endpoint.host}: ${health.reason || 'it does not answer'}`,
    );
    return new ContinuistError('JUDGE_UNAVAILABLE', reasons.join('; '), {
      servers: this.#members.map(({ endpoint }) => endpoint.host),
    });
  }

  #later(milliseconds: number, act: () => void): void {
    if (this.#closing.signal.aborted) return;
    const timer = setTimeout(() => {
      this.#timers.delete(timer);
      act();
    }, milliseconds);
    this.#timers.add(timer);
  }
}
