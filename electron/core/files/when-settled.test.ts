import { ContinuistError } from '@shared/errors.js';
import { expect, it } from 'vitest';
import { whenSettled } from './when-settled.js';

/** The states that are seen one after the other; the watching ends with the last. */
async function worked(states: readonly string[], work: (state: string) => void = () => undefined) {
  const ending = new AbortController();
  const done: string[] = [];
  const wrong: string[] = [];
  let at = -1;
  await whenSettled(
    async () => {
      at++;
      if (at >= states.length - 1) ending.abort();
      return states[at] as string;
    },
    async () => {
      done.push(states[at] as string);
      work(states[at] as string);
    },
    { every: 0, signal: ending.signal, wrong: ({ message }) => wrong.push(message) },
  );
  return { done, wrong };
}

it('works at once, and when what changed is written to its end', async () => {
  expect((await worked(['a', 'a', 'a', 'a'])).done).toEqual(['a']);
  expect((await worked(['a', 'a', 'b', 'c', 'd', 'd', 'd', 'a', 'a', 'a'])).done).toEqual(['a', 'd', 'a']);
  expect((await worked(['a', 'b', 'c', 'd'])).done).toEqual([]);
});

it('goes on after what a person can mend, and after nothing else', async () => {
  const damaged = await worked(['a', 'a', 'b', 'b', 'b'], (state) => {
    if (state === 'a') throw new ContinuistError('BAD_FILE', 'shots.json');
  });
  expect(damaged).toEqual({ done: ['a', 'b'], wrong: [expect.stringContaining('shots.json')] });
  const defect = worked(['a', 'a', 'a'], () => {
    throw new Error('a defect');
  });
  await expect(defect).rejects.toThrow('a defect');
});
