import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const folder = (path: string) => fileURLToPath(new URL(path, import.meta.url));

const TESTS = '**/*.test.{ts,tsx}';
/** A minute and more: `npm run test:long`. */
const LONG = '**/*.long.test.ts';
const ROOMS = ['shared', 'models', 'electron', 'renderer', 'scripts', 'bench', 'testing'];
/** They fill their process with models. */
const HEAVY = 'models/{architectures,runtime}/**/*.test.ts';
const PUTS_IN_PLACE = /\bvi\.(?:mock|doMock)\(/;
/** How V8 keeps numbers follows from all that ran before. */
const LOOKS_INTO_V8 = /allow-natives-syntax/;

/** What a test puts in the place of a module would stay there for the tests of other files. */
const alone = ROOMS.flatMap((room) =>
  readdirSync(folder(room), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.test\.tsx?$/.test(file))
    .map((file) => `${room}/${file.replaceAll('\\', '/')}`),
).filter((file) => {
  const text = readFileSync(folder(file), 'utf8');
  return PUTS_IN_PLACE.test(text) || LOOKS_INTO_V8.test(text);
});

/** Each in a process of its own, which is spared all others: what is loaded takes longer than most tests. */
const APART = [...alone, HEAVY];

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
    setupFiles: ['testing/start-bundled.ts', 'testing/cases.ts'],
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
          include: ROOMS.map((room) => `${room}/${TESTS}`),
          exclude: ['**/node_modules/**', LONG, ...APART],
          isolate: false,
        },
      },
      { extends: true, test: { name: 'apart', include: APART, exclude: [LONG] } },
    ],
  },
});
