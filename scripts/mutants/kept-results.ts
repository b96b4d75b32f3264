/** What became of planted faults, kept in a file as it comes: a run that was stopped is gone on with. */
import { createHash } from 'node:crypto';
import { appendFileSync, existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Passed: no test failed. Cut: none had failed when the time of one fault was up. */
export type Outcome = 'noticed' | 'timeout' | 'passed' | 'cut';

/** What a result is true of: hashes of the rule file, and of the tests beside it. */
export interface State {
  readonly rule: string;
  readonly tests: string;
}

export interface KeptResult extends State {
  readonly file: string;
  /** See planted.ts. */
  readonly name: string;
  readonly outcome: Outcome;
}

const shortHash = (texts: readonly string[]): string => {
  const hash = createHash('sha256');
  for (const text of texts) hash.update(text).update('\0');
  return hash.digest('base64').slice(0, 12);
};

/** `file`: below the working folder. */
export function stateOf(file: string): State {
  const folder = dirname(file);
  const tests = readdirSync(folder)
    .filter((name) => name.endsWith('.test.ts'))
    .sort();
  return {
    rule: shortHash([readFileSync(file, 'utf8')]),
    tests: shortHash(tests.flatMap((name) => [name, readFileSync(join(folder, name), 'utf8')])),
  };
}

export const keep = (log: string, result: KeptResult): void =>
  appendFileSync(log, `${JSON.stringify(result)}\n`);

/**
 * Those that still hold, the last of each fault. What was noticed holds as long as the rule file stays as it was; what was
 * not, while the tests beside it do too. `log`: it need not be there, and its last line may be half written.
 */
export function keptIn(log: string): Map<string, Map<string, Outcome>> {
  const found = new Map<string, Map<string, Outcome>>();
  if (!existsSync(log)) return found;
  const states = new Map<string, State | null>();
  for (const line of readFileSync(log, 'utf8').split('\n')) {
    const result = resultIn(line);
    if (!result) continue;
    const { file, name, outcome, rule, tests } = result;
    if (!states.has(file)) states.set(file, existsSync(file) ? stateOf(file) : null);
    const state = states.get(file);
    const isNoticed = outcome === 'noticed' || outcome === 'timeout';
    if (state?.rule !== rule || !(isNoticed || state.tests === tests)) continue;
    const ofFile = found.get(file) ?? new Map<string, Outcome>();
    found.set(file, ofFile.set(name, outcome));
  }
  return found;
}

function resultIn(line: string): KeptResult | null {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}
