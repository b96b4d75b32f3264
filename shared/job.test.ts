import { expect, it } from 'vitest';
import { isTerminal, jobState } from './job.js';

it('ends once: done, failed or cancelled', () => {
  expect(jobState.options.filter(isTerminal)).toEqual(['done', 'failed', 'cancelled']);
});
