/**
 * `npm run test:mutants [-- FILE…] [--sample N] [--tests PATH] [--together]`: plants faults in the rules, one at a time, and counts
 * those that the tests notice. Without files: every rule file. With a sample: at most so many faults of each file.
 * With tests: only by these of the part's, which is quick while one is written. Together: all parts in one go, which
 * spares starting for each; then a test of one part may notice what those of another miss. `--concurrency N` is Stryker's.
 * Exit code 1 when one is below the bar or a part could not be measured.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import type { LogLevel } from '@stryker-mutator/api/core';
import { Stryker } from '@stryker-mutator/core';
import { countFaults, LEFT_ALONE } from './mutants/count-faults.js';
import { eachPart } from './mutants/each-part.js';
import equivalents from './mutants/equivalent.json' with { type: 'json' };
import {
  isBelow,
  partsFor,
  RULE_PARTS,
  type RulePart,
  rulesOf,
  testsOf,
  together,
} from './mutants/rule-files.js';
import { everyOf, isTaken } from './mutants/sample.js';
import { BAR, type Mutant, outdated, scoresOf, table } from './mutants/score.js';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
process.chdir(root);
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    concurrency: { type: 'string' },
    sample: { type: 'string' },
    tests: { type: 'string', multiple: true },
    together: { type: 'boolean' },
  },
});
const files = positionals.map((file) => relative(root, file));
const narrowed =
  files.length > 0 ? partsFor(files) : RULE_PARTS.map((of) => ({ part: of, rules: rulesOf(of) }));
const apart = narrowed.map(({ part, rules }) => ({ ...part, mutate: rules }));
const parts = values.together ? [together(apart)] : apart;

/** In a sample: the faults there are, by file. */
const all: Record<string, number> = {};
const { mutants, failed } = await eachPart(parts, async (part) => {
  console.error(`${part.part}: ${part.mutate.length} files`);
  const planted = await plantIn(part, part.mutate);
  if (parts.length > 1) console.error(table(scoresOf(planted, equivalents), all));
  return planted;
});

const scores = scoresOf(mutants, equivalents);
// A sample leaves out what they name.
const old = values.sample ? [] : outdated(mutants, equivalents);
const misses = scores.flatMap(({ missed }) => missed);
const lines = misses.map(({ file, row, line, becomes }) => `${file}:${row}: ${line}\n    → ${becomes}`);
mkdirSync('.cache', { recursive: true });
writeFileSync('.cache/mutants.txt', `${lines.join('\n')}\n`);
if (files.length > 0) console.log(lines.join('\n'));
console.log(table(scores, all));
for (const { file, line, becomes } of old)
  console.log(`Outdated in equivalent.json: ${file}: ${line} → ${becomes}`);
for (const { part, why } of failed) console.log(`Not measured: ${part}. ${why}`);
console.log(`What nothing noticed: .cache/mutants.txt`);
process.exit(failed.length > 0 || old.length > 0 || scores.some(({ score }) => score < BAR) ? 1 : 0);

async function plantIn(part: RulePart, mutate: string[]): Promise<Mutant[]> {
  const testFiles = testsOf(part).filter((file) => !values.tests || isBelow(file, values.tests));
  if (testFiles.length === 0) throw new Error(`${part.part}: no test lies beside these rules.`);
  const counts = values.sample ? await countFaults(mutate) : {};
  Object.assign(all, counts);
  const every = everyOf(counts, Number(values.sample));
  process.env.MUTANTS_EVERY = JSON.stringify(every);
  process.env.MUTANTS_TESTS = JSON.stringify(testFiles);
  const stryker = new Stryker({
    mutate,
    testRunner: 'loaded',
    plugins: [join(root, 'scripts/mutants/stryker-runner.ts')],
    testRunnerNodeArgs: ['--import', 'tsx'],
    coverageAnalysis: 'perTest',
    mutator: { excludedMutations: LEFT_ALONE },
    ...(values.concurrency ? { concurrency: Number(values.concurrency) } : {}),
    // A busy machine must not pass for a test that noticed.
    timeoutMS: 20_000,
    dryRunTimeoutMinutes: 30,
    tempDirName: '.cache/mutants',
    cleanTempDir: 'always',
    ignorePatterns: ['/.cache', '/dist', '/e2e'],
    reporters: [process.stderr.isTTY ? 'progress' : 'progress-append-only'],
    logLevel: 'error' as LogLevel.Error,
  });
  const sources = new Map(mutate.map((file) => [file, readFileSync(file, 'utf8').split('\n')]));
  const results = await stryker.runMutationTest();
  return results
    .filter(({ status }) => ['Killed', 'Timeout', 'Survived', 'NoCoverage'].includes(status))
    .filter(({ fileName, id }) => isTaken(every, root, fileName, id))
    .map((result) => {
      const file = relative(root, result.fileName);
      const row = result.location.start.line;
      return {
        file,
        row,
        line: sources.get(file)?.[row - 1]?.trim() ?? '',
        becomes: (result.replacement ?? '').replace(/\s+/g, ' ').trim(),
        noticed: result.status === 'Killed' || result.status === 'Timeout',
        byTimeout: result.status === 'Timeout',
      };
    });
}
