import base from '../vitest.config.js';

const { projects: _, globalSetup: __, setupFiles: ___, ...test } = base.test ?? {};
export default { ...base, test: { ...test, include: ['packaging/**/*.test.ts'] } };
