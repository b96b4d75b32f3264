import type { Watch } from './generator.js';

/**
 * Says once that a server does not answer and is waited for, in place of how far it was, and takes that back when it does.
 * `patience`: milliseconds for which it is waited for.
 */
export function awayTeller(name: string, patience: number, watch: Watch): { away(): void; back(): void } {
  const minutes = Math.ceil(patience / 60_000);
  let isTold = false;
  const tell = (doing: string) => watch.progress({ state: 'queued', progress: 0, doing });
  return {
    away: () => {
      if (!isTold)
        tell(`${name} does not answer: see whether it runs. It is waited for, up to ${minutes} min`);
      isTold = true;
    },
    back: () => {
      if (isTold) tell('');
      isTold = false;
    },
  };
}
