import { readFile } from 'node:fs/promises';
import { Instrumenter } from '@stryker-mutator/instrumenter';
import type { Every } from './sample.js';

/** Strings and objects are left alone: most are words for people, and their faults are other tests' matter. */
export const LEFT_ALONE = ['StringLiteral', 'ObjectLiteral'];

/** Of how many faults of each file one is to be taken, so that of none more than `most` are. */
export async function everyFor(files: readonly string[], most: number): Promise<Every> {
  const silent = { debug: () => undefined, info: () => undefined, isDebugEnabled: () => false };
  const instrumenter = new Instrumenter(silent as never);
  const every: Record<string, number> = {};
  for (const name of files) {
    const content = await readFile(name, 'utf8');
    const { mutants } = await instrumenter.instrument([{ name, mutate: true, content }], {
      ignorers: [],
      excludedMutations: LEFT_ALONE,
      plugins: null,
    });
    const planted = mutants.filter(({ status }) => status !== 'Ignored').length;
    every[name] = Math.max(1, Math.ceil(planted / most));
  }
  return every;
}
