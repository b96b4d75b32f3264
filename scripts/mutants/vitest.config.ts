/** Vitest as test-thread.ts uses it: one thread, started with one file, which runs all others by order. */
import { defineConfig } from 'vitest/config';
import base from '../../vitest.config.js';

const { projects: _, ...test } = base.test ?? {};

export default defineConfig({
  ...base,
  test: {
    ...test,
    include: ['scripts/mutants/anchor.ts'],
    runner: 'scripts/mutants/test-thread.ts',
    pool: 'threads',
    isolate: false,
    fileParallelism: false,
    // What a fault makes wait for ever is given up soon.
    expect: { poll: { timeout: 10_000 } },
  },
});
