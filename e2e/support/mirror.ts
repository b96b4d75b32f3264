/** What a window knows: its mirror, kept up to date by `watch`. Tests wait on it, never on time. */
import { randomUUID } from 'node:crypto';
import type { ContractRouterClient } from '@orpc/contract';
import { EMPTY_MIRROR, type Mirror, receive } from '@renderer/stores/mirror.js';
import type { Contract } from '@shared/contract/index.js';
import { isTerminal } from '@shared/job.js';

export type Seen = Mirror;

export interface Watch {
  /** As whom it watches. */
  readonly watcher: string;
  readonly now: Seen;
  /** Resolves once `test` holds; rejects when the connection ends first. */
  until(test: (seen: Seen) => boolean | null): Promise<Seen>;
}

export const nothingRuns = ({ jobs }: Seen): boolean =>
  Object.values(jobs).every(({ state }) => isTerminal(state));

export async function mirrorOf(
  api: ContractRouterClient<Contract>,
  shots: readonly string[] = [],
): Promise<Watch> {
  const watcher = randomUUID();
  let now: Seen = EMPTY_MIRROR;
  let ended: Error | null = null;
  const waiting = new Set<() => void>();
  const messages = await api.watch({ watcher, shots: [...shots] });
  const follow = async () => {
    for await (const message of messages) {
      now = receive(now, message);
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
    watcher,
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
