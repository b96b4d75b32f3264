/** `npm run check`: types in each environment, format and lint, allowed imports, unused code, licences. All at once. */
import { pathToFileURL } from 'node:url';
import { wrongLicences } from './notice.mjs';
import { run, say, seconds, tool } from './run.mjs';

// Types by TypeScript 7, which takes a tenth of the time; 6 is there for those who read sources through its API.
const CHECKS = [
  ...['neutral', 'node', 'dom', 'bridge'].map((environment) => [
    `types (${environment})`,
    ['typescript-native/bin/tsc', '-p', `tsconfig.${environment}.json`, '--noEmit'],
  ]),
  ['format and lint', ['@biomejs/biome/bin/biome', 'check', '--error-on-warnings']],
  [
    'allowed imports',
    [
      'dependency-cruiser/bin/dependency-cruise.mjs',
      '--config',
      '.dependency-cruiser.cjs',
      'shared',
      'models',
      'electron',
      'renderer',
      'testing',
      'scripts',
      'bench',
      'e2e',
    ],
  ],
  ['unused code', ['knip/bin/knip.js', '--no-progress']],
];

/** True when everything is in order; what is not is printed. */
export async function check() {
  const results = await Promise.all(
    CHECKS.map(async ([name, [script, ...args]]) => {
      const started = performance.now();
      const { code, text } = await run(process.execPath, [tool(script), ...args], { output: 'collect' });
      say(`${code === 0 ? 'ok    ' : 'FAILED'} ${name}, ${seconds(started)}`);
      if (code !== 0) say(text.trim());
      return code === 0;
    }),
  );
  const wrong = wrongLicences();
  say(`${wrong.length === 0 ? 'ok    ' : 'FAILED'} licences`);
  for (const sentence of wrong) say(sentence);
  return results.every(Boolean) && wrong.length === 0;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) process.exit((await check()) ? 0 : 1);
