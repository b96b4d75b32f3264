import { defineConfig, mergeConfig } from 'vitest/config';
import base from './vitest.config.js';

/** The built program, driven from outside. One file at a time: each starts servers, models and browsers. */
export default mergeConfig(
  { ...base, test: {} },
  defineConfig({
    test: {
      include: ['e2e/**/*.test.ts'],
      fileParallelism: false,
      maxWorkers: 1,
      testTimeout: 600_000,
      hookTimeout: 600_000,
    },
  }),
);
