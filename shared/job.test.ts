import { expect, it } from 'vitest';
import { isAwaited, isTerminal, job, jobKind, jobState } from './job.js';

it('ends once: done, failed or cancelled', () => {
  expect(jobState.options.filter(isTerminal)).toEqual(['done', 'failed', 'cancelled']);
});

it('has a progress between nothing and everything', () => {
  const { progress } = job.shape;
  expect([-0.1, 0, 0.5, 1, 1.1].filter((value) => progress.safeParse(value).success)).toEqual([0, 0.5, 1]);
});

it.each(['analysis', 'regeneration', 'download', 'export', 'rest'])('may be work like %s', (kind) => {
  expect(jobKind.safeParse(kind).success).toBe(kind !== 'rest');
});

it('is awaited by somebody, but for what runs by itself', () => {
  expect(jobKind.options.filter((kind) => !isAwaited({ kind }))).toEqual(['examination']);
});
