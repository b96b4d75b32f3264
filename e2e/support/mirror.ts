/** What a window knows: the document, kept up to date by `watch`. Tests wait on it, never on time. */
import type { ContractRouterClient } from '@orpc/contract';
import { type Derived, EMPTY_DERIVED } from '@shared/analysis.js';
import type { Contract, Message } from '@shared/contract/index.js';
import { isTerminal, type Job } from '@shared/job.js';
import { applyDiff, EMPTY_RECORDS, type Records } from '@shared/records/index.js';

export interface Seen {
  readonly open: boolean;
  readonly records: Records;
  readonly derived: Derived;
  /** Every job heard of, as last heard. */
  readonly jobs: ReadonlyMap<string, Job>;
}

export interface Mirror {
  readonly now: Seen;
  /** Resolves once `test` holds; rejects when the connection ends first. */
  until(test: (seen: Seen) => boolean): Promise<Seen>;
}

export const nothingRuns = ({ jobs }: Seen): boolean =>
  [...jobs.values()].every(({ state }) => isTerminal(state));

export async function mirrorOf(api: ContractRouterClient<Contract>): Promise<Mirror> {
  let now: Seen = { open: false, records: EMPTY_RECORDS, derived: EMPTY_DERIVED, jobs: new Map() };
  let ended: Error | null = null;
  const waiting = new Set<() => void>();
  const messages = await api.watch();
  const follow = async () => {
    for await (const message of messages) {
      now = next(now, message);
      for (const check of waiting) check();
    }
  };
  follow()
    .catch((thrown: unknown) => {
      ended = thrown instanceof Error ? thrown : new Error(String(thrown));
    })
    .finally(() => {
      ended ??= new Error('the host closed the watch');
      for (const check of waiting) check();
    });
  return {
    get now() {
      return now;
    },
    until(test) {
      return new Promise((resolve, reject) => {
        const check = () => {
          if (test(now)) resolve(now);
          else if (ended) reject(ended);
          else return;
          waiting.delete(check);
        };
        waiting.add(check);
        check();
      });
    },
  };
}

function next(seen: Seen, message: Message): Seen {
  switch (message.type) {
    case 'document': {
      if (!message.document) return { ...seen, open: false };
      const { records, derived, jobs } = message.document;
      return { open: true, records, derived, jobs: new Map(jobs.map((job) => [job.id, job])) };
    }
    case 'change':
      return { ...seen, records: applyDiff(seen.records, message.diff) };
    case 'derived':
      return {
        ...seen,
        derived: { ...message.derived, analyses: { ...seen.derived.analyses, ...message.derived.analyses } },
      };
    case 'job':
      return { ...seen, jobs: new Map(seen.jobs).set(message.job.id, message.job) };
    case 'settings':
      return seen;
  }
}
