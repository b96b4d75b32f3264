import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const folder = (path: string) => fileURLToPath(new URL(path, import.meta.url));

const TESTS = '**/*.test.{ts,tsx}';
/** A minute and more: `npm run test:long`. */
const LONG = '**/*.long.test.ts';
const ROOMS = '{shared,models,electron,renderer,scripts,bench,testing}';
/** Rooms of rules: what their tests import keeps nothing between them, so that it is loaded once a worker. */
const RULES = [
  '{shared,renderer,scripts,bench}',
  'models/{judge,ensemble,storybook}',
  'electron/core/{browsing,canon,claims,edits,fields,files,findings,formats,jobs,measures,metadata,settings,suggestions,watching}',
].map((rooms) => `${rooms}/${TESTS}`);

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
    projects: [
      { extends: true, test: { name: 'rules', include: RULES, isolate: false } },
      {
        extends: true,
        test: {
          name: 'parts',
          include: [`${ROOMS}/${TESTS}`],
          exclude: ['**/node_modules/**', LONG, ...RULES],
        },
      },
    ],
  },
});
