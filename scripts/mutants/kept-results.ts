/** What became of planted faults, kept in a file as it comes: a run that was stopped is gone on with. */
import { createHash } from 'node:crypto';
import { appendFileSync, existsSync, readFileSync } from 'node:fs';

/** Passed: no test failed. Cut: none had failed when the time of one fault was up. */
export type Outcome = 'noticed' | 'timeout' | 'passed' | 'cut';

/** What a result is true of: hashes of the rule file, and of the tests that could notice. */
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

/** `tests`: all that could notice a fault in the rule, and what they share. Paths are relative to the working folder. */
export const stateOf = (rule: string, tests: readonly string[]): State => ({
  rule: shortHash([readFileSync(rule, 'utf8')]),
  tests: shortHash([...tests].sort().flatMap((test) => [test, readFileSync(test, 'utf8')])),
});

export const keep = (log: string, result: KeptResult): void =>
  appendFileSync(log, `${JSON.stringify(result)}\n`);

/**
 * Those of these rules that still hold, the last of each fault. What was noticed holds as long as the rule stays as it was;
 * what was not, while all that could notice it does too. `log`: it need not be there, and its last line may be half written.
 * `states`: by rule, as they are now.
 */
export function keptIn(
  log: string,
  states: Readonly<Record<string, State>>,
): Map<string, Map<string, Outcome>> {
  const found = new Map<string, Map<string, Outcome>>();
  if (!existsSync(log)) return found;
  for (const line of readFileSync(log, 'utf8').split('\n')) {
    const result = resultIn(line);
    if (!result) continue;
    const { file, name, outcome, rule, tests } = result;
    const state = states[file];
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
