/** Pictures ordered as an artist orders them, and when each was there. */
import { randomUUID } from 'node:crypto';
import type { Application } from '@core/application.js';
import { type Shot, shotsInOrder } from '@shared/records/index.js';

/** Milliseconds from the yes to each take on the disk. The judge is not waited for. */
export async function made(
  application: Application,
  shots: readonly Shot[],
  candidates = 1,
): Promise<number[]> {
  const { review } = application.board;
  const at = new Map<string, number>();
  let failure = '';
  const started = performance.now();
  const all = new Promise<void>((done) => {
    const stop = review.onChange(() => {
      for (const { id, state, error } of Object.values(review.records.request)) {
        if (state === 'failed' || state === 'unknown') failure = error ?? state;
        if (state === 'done' && !before.has(id) && !at.has(id)) at.set(id, performance.now() - started);
      }
      if (failure === '' && at.size < shots.length * candidates) return;
      stop();
      done();
    });
  });
  const before = new Set(Object.keys(review.records.request));
  for (const { id: shotId, pickId, prompt, negativePrompt } of shots)
    application.run({
      id: randomUUID(),
      at: Date.now(),
      command: {
        type: 'approve-suggestion',
        shotId,
        takeId: pickId ?? '',
        prompt,
        negativePrompt,
        seed: 'new',
        strength: null,
        candidates,
        acceptedEdits: [],
        edited: false,
      },
    });
  await all;
  if (failure) throw new Error(failure);
  return [...at.values()];
}

export const shotsOf = ({ board }: Application, count: number): readonly Shot[] =>
  shotsInOrder(board.review.records).slice(0, count);

/** Until the pictures are judged as well. */
export async function quiet({ jobs, board }: Application): Promise<void> {
  for (const { id } of jobs.current) await jobs.ended(id);
  await board.settled();
}
