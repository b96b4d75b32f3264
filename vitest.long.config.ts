import { defineConfig } from 'vitest/config';
import base from './vitest.config.js';
import whole from './vitest.e2e.config.js';

const { projects: _, ...parts } = base.test ?? {};

/** What takes too long to be run at every change: of the parts, and of the built program in a browser. */
export default defineConfig({
  test: {
    projects: [
      { ...base, test: { ...parts, name: 'parts', include: ['{models,electron}/**/*.long.test.ts'] } },
      { ...whole, test: { ...whole.test, name: 'whole', include: ['e2e/**/*.long.test.ts'], exclude: [] } },
    ],
  },
});
