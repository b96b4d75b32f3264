import { expect, it } from 'vitest';
import { nativeReason } from './native-reason.js';

it.each([
  ['no backend found', 'no backend found'],
  ['TypeError: no session', 'no session'],
  ['OrtSessionOptionsAppend: no CUDA', 'no CUDA'],
  ['/src/provider.cc:12 Create was false. libcuda.so is not there\n\nat frame 0', 'libcuda.so is not there'],
])('of %j the sentence for people is left', (said, reason) => {
  expect(nativeReason(new Error(said))).toBe(reason);
});

it('of what has no end, the beginning is left', () => {
  const numbers = Array.from({ length: 94_000 }, (_, at) => at).join();
  expect(nativeReason(new Error(`Got: ${numbers}`))).toMatch(/^Got: 0,1,2.{280,290}…$/);
  expect(nativeReason('x'.repeat(300))).toBe('x'.repeat(300));
});
