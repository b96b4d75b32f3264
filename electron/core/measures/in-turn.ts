import PQueue from 'p-queue';

export type Turns = <T>(work: (late: AbortSignal) => Promise<T>, longest?: number) => Promise<T>;

/**
 * Does `atOnce` pieces of work at once, in the order they come. `late` is aborted when a piece has taken `longest`
 * milliseconds; the time that it waited for its turn does not count.
 */
export function inTurn(atOnce: number): Turns {
  const queue = new PQueue({ concurrency: atOnce });
  return (work, longest) =>
    queue.add(async () => {
      const late = new AbortController();
      const timer = longest === undefined ? undefined : setTimeout(() => late.abort(), longest);
      try {
        return await work(late.signal);
      } finally {
        clearTimeout(timer);
      }
    });
}
