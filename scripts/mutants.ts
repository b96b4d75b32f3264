/**
 * `npm run test:mutants [-- FILE…] [--sample N] [--limit SECONDS] [--resume] [--tests PATH] [--together]`: plants faults in
 * the rules, one at a time, and counts those that the tests notice. Without files: every rule file. With a sample: at most so many
 * faults of each file. With a limit: for one fault no test is begun after so many seconds of the processor, the nearest tests
 * first; what none of them noticed by then counts as cut off, and the share as the least. Resume: what a run before found out, and
 * what still holds of it, is not found out again. With tests: only by these of the part's, which is quick while one is
 * written. Together: all parts in one go, which spares starting for each; then a test of one part may notice
 * what those of another miss. `--concurrency N` is Stryker's. Exit code 1 when one is below the bar or a part could not be
 * measured.
 */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import type { LogLevel } from '@stryker-mutator/api/core';
import { Stryker } from '@stryker-mutator/core';
import { eachPart } from './mutants/each-part.js';
import equivalents from './mutants/equivalent.json' with { type: 'json' };
import { faultsIn, LEFT_ALONE, type PlantedFault } from './mutants/faults-in.js';
import { keep, keptIn, type Outcome, type State, stateOf } from './mutants/kept-results.js';
import { importsFrom, noticing } from './mutants/nearest.js';
import { nameOf, type Plan, sampleOf } from './mutants/planted.js';
import {
  isBelow,
  partsFor,
  RULE_PARTS,
  type RulePart,
  rulesOf,
  testsOf,
  together,
} from './mutants/rule-files.js';
import { BAR, doubled, type Mutant, outdated, scoresOf, table } from './mutants/score.js';
import type { Orders } from './mutants/stryker-runner.js';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
process.chdir(root);
const LOG = '.cache/mutants.jsonl';
const ORDERS = '.cache/mutants-orders.json';
/** What Stryker says of a fault that ends its process every time, as a list does that grows for ever. */
const CRASHED = /^Test runner crashed/;
const OUTCOMES: Record<Outcome, Pick<Mutant, 'noticed' | 'byTimeout' | 'isCut'>> = {
  noticed: { noticed: true },
  timeout: { noticed: true, byTimeout: true },
  passed: { noticed: false },
  cut: { noticed: false, isCut: true },
};
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    concurrency: { type: 'string' },
    limit: { type: 'string' },
    resume: { type: 'boolean' },
    sample: { type: 'string' },
    tests: { type: 'string', multiple: true },
    together: { type: 'boolean' },
  },
});
const files = positionals.map((file) => relative(root, file));
const narrowed =
  files.length > 0 ? partsFor(files) : RULE_PARTS.map((of) => ({ part: of, rules: rulesOf(of) }));
const apart = narrowed.map(({ part, rules }) => ({ ...part, mutate: rules }));
mkdirSync('.cache', { recursive: true });
if (!values.resume) rmSync(LOG, { force: true });
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
writeFileSync('.cache/mutants.txt', `${lines.join('\n')}\n`);
if (files.length > 0) console.log(lines.join('\n'));
console.log(table(scores, all));
for (const { file, line, becomes } of old)
  console.log(`Outdated in equivalent.json: ${file}: ${line} → ${becomes}`);
const twice = doubled(equivalents);
for (const { file, line, becomes } of twice)
  console.log(`Twice in equivalent.json: ${file}: ${line} → ${becomes}`);
for (const { part, why } of failed) console.log(`Not measured: ${part}. ${why}`);
console.log(`What nothing noticed: .cache/mutants.txt`);
process.exit(
  failed.length + old.length + twice.length > 0 || scores.some(({ score }) => score < BAR) ? 1 : 0,
);

/** What becomes of the planned faults of these files, in the files' order. Throws where Stryker cannot run. */
async function plantIn(part: RulePart, mutate: string[]): Promise<Mutant[]> {
  const tests = testsOf(part).filter((file) => !values.tests || isBelow(file, values.tests));
  if (tests.length === 0) throw new Error(`${part.part}: no test lies beside these rules.`);
  const faults = await faultsIn(mutate);
  const planned: Record<string, PlantedFault[]> = {};
  for (const [file, there] of Object.entries(faults)) {
    planned[file] = sampleOf(there, values.sample ? Number(values.sample) : there.length);
    if (values.sample) all[file] = there.length;
  }
  const imports = importsFrom(tests);
  const states = Object.fromEntries(
    mutate.map((file) => [file, stateOf(file, noticing(file, tests, imports))]),
  );
  const known = keptIn(LOG, states);
  const plan: Record<string, string[]> = {};
  for (const [file, ofFile] of Object.entries(planned)) {
    const names = ofFile.map(({ name }) => name).filter((name) => !known.get(file)?.has(name));
    if (names.length > 0) plan[file] = names;
  }
  if (Object.keys(plan).length > 0) await plant(plan, tests, states);
  const outcomes = keptIn(LOG, states);
  return Object.entries(planned).flatMap(([file, ofFile]) => {
    const source = readFileSync(file, 'utf8').split('\n');
    return ofFile.map(({ name, row, becomes }) => {
      // Without one it could not be run, or its tests changed meanwhile.
      const outcome = outcomes.get(file)?.get(name) ?? 'cut';
      const line = source[row - 1]?.trim() ?? '';
      return { file, row, line, becomes, ...OUTCOMES[outcome] };
    });
  });
}

/** Results go into the log as they come. */
async function plant(plan: Plan, tests: string[], states: Record<string, State>): Promise<void> {
  const limit = values.limit ? 1000 * Number(values.limit) : null;
  const orders: Orders = { tests, plan, states, log: join(root, LOG), limit };
  writeFileSync(ORDERS, JSON.stringify(orders));
  process.env.MUTANTS_ORDERS = join(root, ORDERS);
  const stryker = new Stryker({
    mutate: Object.keys(plan),
    testRunner: 'loaded',
    plugins: [join(root, 'scripts/mutants/stryker-runner.ts')],
    // What fills the memory is ended before it takes that of the whole machine.
    testRunnerNodeArgs: ['--import', 'tsx', '--max-old-space-size=2048'],
    // The runner looks itself which tests reach a fault.
    coverageAnalysis: 'off',
    mutator: { excludedMutations: LEFT_ALONE },
    ...(values.concurrency ? { concurrency: Number(values.concurrency) } : {}),
    // The runner gives up by itself; this is for what does not answer any more.
    timeoutMS: 600_000,
    tempDirName: '.cache/mutants',
    cleanTempDir: 'always',
    ignorePatterns: ['/.cache', '/dist', '/e2e'],
    reporters: [process.stderr.isTTY ? 'progress' : 'progress-append-only'],
    logLevel: 'error' as LogLevel.Error,
  });
  const results = await stryker.runMutationTest();
  const kept = keptIn(LOG, states);
  for (const result of results) {
    const hasCrashed = result.status === 'RuntimeError' && CRASHED.test(result.statusReason ?? '');
    if (result.status !== 'Timeout' && !hasCrashed) continue;
    const file = relative(root, result.fileName);
    const name = nameOf(result, 1);
    const state = states[file];
    if (state && plan[file]?.includes(name) && !kept.get(file)?.has(name))
      keep(LOG, { file, name, outcome: 'timeout', ...state });
  }
}
