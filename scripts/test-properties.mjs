/** `npm run test:properties [-- TIMES]`: every file of tests that holds properties, that many times (5), with new cases each time. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { install, requireNode } from './install.mjs';
import { root, run, say, tool } from './run.mjs';

requireNode();
await install();
const times = Number(process.argv[2] ?? 5);
if (!(times >= 1)) {
  say(`“${process.argv[2]}” is no number of times.`);
  process.exit(2);
}
const files = ['shared', 'models', 'electron', 'renderer', 'scripts', 'bench', 'testing'].flatMap((room) =>
  readdirSync(join(root, room), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.test.ts') && !file.endsWith('.long.test.ts'))
    .map((file) => join(room, file))
    .filter((file) => /\bfc\.assert\(/.test(readFileSync(join(root, file), 'utf8'))),
);
let failed = 0;
for (let time = 1; time <= times; time++) {
  say(`\n${files.length} files, ${time} of ${times}`);
  const { code } = await run(process.execPath, [tool('vitest/vitest.mjs'), 'run', ...files], {
    env: { PROPERTY_SEED: '' },
  });
  if (code !== 0) failed++;
}
console.log(failed === 0 ? `All held, ${times} times.` : `Something failed in ${failed} of ${times} runs.`);
process.exit(failed === 0 ? 0 : 1);
