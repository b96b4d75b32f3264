/** A thread that reads descriptions. What it needs is loaded once, and each text is answered as soon as it is read. */
import { workerData } from 'node:worker_threads';
import { packClaims } from './packed-claims.js';
import type { Answer, Question, ReadingOrder } from './reading-thread.js';

const { folder, port, bell } = workerData as ReadingOrder;
const reasonOf = (thrown: unknown): string => (thrown instanceof Error ? thrown.message : String(thrown));

function answer(words: Answer): void {
  port.postMessage(words);
  Atomics.add(bell, 0, 1);
  Atomics.notify(bell, 0);
}

try {
  // Who waits hears nothing of what goes wrong before this: the parser's own library is not there, or not for this system.
  const { loadReading, readWithPeople } = await import('./parsed/index.js');
  const { claimsToAsk } = await import('./asked.js');
  const knowledge = await loadReading(folder);
  answer({ id: null, isReady: true });
  port.on('message', async ({ id, text, cast }: Question) => {
    try {
      answer({ id, claims: packClaims(claimsToAsk(await readWithPeople(text, cast, knowledge))) });
    } catch (thrown) {
      answer({ id, failed: reasonOf(thrown) });
    }
  });
} catch (thrown) {
  answer({ id: null, failed: reasonOf(thrown) });
  port.close();
}
