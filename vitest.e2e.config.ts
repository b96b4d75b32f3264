import { defineConfig, mergeConfig } from 'vitest/config';
import base from './vitest.config.js';

/** The built program, driven from outside: each file starts servers, models and browsers of its own. */
export default mergeConfig(
  { ...base, test: {} },
  defineConfig({
    test: {
      include: ['e2e/**/*.test.ts'],
      // `npm run test:long`.
      exclude: ['**/*.long.test.ts'],
      globalSetup: ['e2e/support/setup.ts'],
      maxWorkers: 3,
      testTimeout: 600_000,
      hookTimeout: 600_000,
    },
  }),
);
