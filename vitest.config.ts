import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const folder = (path: string) => fileURLToPath(new URL(path, import.meta.url));

const TESTS = '**/*.test.{ts,tsx}';
/** A minute and more: `npm run test:long`. */
const LONG = '**/*.long.test.ts';
const ROOMS = '{shared,models,electron,renderer,scripts,bench,testing}';
/**
 * Each in a process of its own, which is spared all others: what is loaded takes longer than most tests. These put
 * something else in the place of a module, share an application between the tests of one file, or fill their process
 * with models.
 */
const APART = [
  'electron/cli/orders.test.ts',
  'electron/core/testing/fuzz/*.test.ts',
  'electron/core/regeneration/{approved-elsewhere,automatic,picked,resume}.test.ts',
  'electron/inference/webgpu*.test.ts',
  'models/{architectures,runtime}/**/*.test.ts',
];

export default defineConfig({
  resolve: {
    alias: {
      '@shared': folder('./shared'),
      '@models': folder('./models'),
      '@inference': folder('./electron/inference'),
      '@core': folder('./electron/core'),
      '@renderer': folder('./renderer'),
      '@testing': folder('./testing'),
    },
  },
  test: {
    globalSetup: ['testing/bundled-programs.ts'],
    setupFiles: ['testing/start-bundled.ts'],
    // Two cores are the smallest machine this must pass on; real models and child processes need room, and wait for
    // one another. A test that takes long on a busy machine has not failed.
    maxWorkers: 3,
    testTimeout: 600_000,
    hookTimeout: 600_000,
    expect: { poll: { timeout: 180_000 } },
    projects: [
      {
        extends: true,
        test: {
          name: 'together',
          include: [`${ROOMS}/${TESTS}`],
          exclude: ['**/node_modules/**', LONG, ...APART],
          isolate: false,
        },
      },
      { extends: true, test: { name: 'apart', include: APART, exclude: [LONG] } },
    ],
  },
});
