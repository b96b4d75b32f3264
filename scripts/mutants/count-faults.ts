import { readFile } from 'node:fs/promises';
import { Instrumenter } from '@stryker-mutator/instrumenter';

/** Strings and objects are left alone: most are words for people, and their faults are other tests' matter. */
export const LEFT_ALONE = ['StringLiteral', 'ObjectLiteral'];

/** How many faults can be planted in each file. */
export async function countFaults(files: readonly string[]): Promise<Record<string, number>> {
  const silent = { debug: () => undefined, info: () => undefined, isDebugEnabled: () => false };
  const instrumenter = new Instrumenter(silent as never);
  const counts: Record<string, number> = {};
  for (const name of files) {
    const content = await readFile(name, 'utf8');
    const { mutants } = await instrumenter.instrument([{ name, mutate: true, content }], {
      ignorers: [],
      excludedMutations: LEFT_ALONE,
      plugins: null,
    });
    counts[name] = mutants.filter(({ status }) => status !== 'Ignored').length;
  }
  return counts;
}
