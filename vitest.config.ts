import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const folder = (path: string) => fileURLToPath(new URL(path, import.meta.url));

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
    include: ['{shared,models,electron,renderer,scripts,bench}/**/*.test.{ts,tsx}'],
    globalSetup: ['testing/bundled-programs.ts'],
    setupFiles: ['testing/start-bundled.ts'],
    // Two cores are the smallest machine this must pass on; real models and child processes need room. A test that
    // takes long on a busy machine has not failed.
    maxWorkers: 2,
    testTimeout: 600_000,
    hookTimeout: 600_000,
  },
});
