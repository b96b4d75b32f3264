/** The artist's servers as one: each picture goes to the least busy that is ready and has what its graph names. */
import type { Handle } from '@shared/records/index.js';
import PQueue from 'p-queue';
import type { Limits } from './client.js';
import { unavailable } from './errors.js';
import { newWork, type Work, workIn } from './handle.js';
import type { Nodes } from './links.js';
import { Server } from './server.js';

/** Pictures of ours that a server has at once: one that it makes, and one that waits there so that it never does. */
const EACH = 2;

export interface Placed {
  readonly server: Server;
  readonly work: Work;
}

export class Pool {
  readonly servers: readonly Server[];
  readonly limits: Limits;
  /** Who looks for a server sees what the one before was given. */
  readonly #choosing = new PQueue({ concurrency: 1 });

  constructor(addresses: readonly string[], limits: Limits) {
    this.limits = limits;
    this.servers = [...new Set(addresses)].map((address) => new Server(address, limits));
  }

  get slots(): number {
    const there = this.servers.filter((server) => !server.isKnownAway && !server.isFailing).length;
    return EACH * Math.max(1, there);
  }

  get hasSeveral(): boolean {
    return this.servers.length > 1;
  }

  /** Whose the work is; null where no server of the artist's has it. */
  placeOf(handle: Handle): Placed | null {
    for (const server of this.servers) {
      const work = workIn(handle, server.client.address);
      if (work) return { server, work };
    }
    return null;
  }

  /** Names work for one of them. Throws GENERATOR_UNAVAILABLE where none answers, an error where none can run the graph. */
  async name(nodesOf: () => Promise<Nodes>): Promise<Work> {
    const [only] = this.servers;
    if (!only || !this.hasSeveral) return newWork(only?.client.address ?? '');
    const nodes = await nodesOf();
    return this.#choosing.add(async () => {
      const server = await this.#leastBusy(nodes);
      const work = newWork(server.client.address);
      server.reserve(work.promptId);
      return work;
    });
  }

  async #leastBusy(nodes: Nodes): Promise<Server> {
    const all = await Promise.all(
      this.servers.map(async (server) => ({ server, fitness: await server.fitness(nodes) })),
    );
    const ready = all.flatMap(({ server, fitness }) =>
      fitness.is === 'ready' ? [{ server, load: fitness.load }] : [],
    );
    // One that fails at everything is tried again only where nobody else is there, or once in a while.
    const last = ({ server }: { server: Server }): number => (server.isFailing ? 1 : 0);
    const [first] = ready.sort((a, b) => last(a) - last(b) || a.load - b.load);
    if (first) return first.server;
    const why = all
      .map(({ server, fitness }) => `${server.client.address}: ${fitness.is === 'ready' ? '' : fitness.why}`)
      .join('; ');
    if (all.some(({ fitness }) => fitness.is === 'unfit'))
      throw new Error(`None of the servers can run this graph. ${why}.`);
    throw unavailable(`none of the servers answers. ${why}`);
  }
}
