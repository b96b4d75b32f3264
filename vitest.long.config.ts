import base from './vitest.config.js';

/** What takes too long to be run at every change. */
const { projects: _, ...test } = base.test ?? {};
export default { ...base, test: { ...test, include: ['{models,electron}/**/*.long.test.ts'] } };
