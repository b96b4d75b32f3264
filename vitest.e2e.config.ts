import { defineConfig, mergeConfig } from 'vitest/config';
import base from './vitest.config.js';

/** The built program, driven from outside: each file starts servers and models of its own. */
export default mergeConfig(
  { ...base, test: {} },
  defineConfig({
    test: {
      include: ['e2e/**/*.test.ts'],
      // `npm run test:long`.
      exclude: ['**/*.long.test.ts'],
      globalSetup: ['testing/bundled-programs.ts', 'e2e/support/setup.ts'],
      setupFiles: ['testing/start-bundled.ts'],
      // What drives a browser takes longer to load than many a test.
      isolate: false,
      maxWorkers: 4,
      testTimeout: 600_000,
      hookTimeout: 600_000,
      expect: { poll: { timeout: 180_000 } },
    },
  }),
);
