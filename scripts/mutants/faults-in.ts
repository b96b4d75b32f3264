import { readFile } from 'node:fs/promises';
import { Instrumenter } from '@stryker-mutator/instrumenter';
import { nameOf } from './planted.js';

/** Strings and objects are left alone: most are words for people, and their faults are other tests' matter. */
export const LEFT_ALONE = ['StringLiteral', 'ObjectLiteral'];

export interface PlantedFault {
  readonly name: string;
  /** From 1. */
  readonly row: number;
  /** What stands there then, on one line. */
  readonly becomes: string;
}

/** The faults that can be planted in each file. */
export async function faultsIn(files: readonly string[]): Promise<Record<string, PlantedFault[]>> {
  const silent = { debug: () => undefined, info: () => undefined, isDebugEnabled: () => false };
  const instrumenter = new Instrumenter(silent as never);
  const faults: Record<string, PlantedFault[]> = {};
  for (const name of files) {
    const content = await readFile(name, 'utf8');
    const { mutants } = await instrumenter.instrument([{ name, mutate: true, content }], {
      ignorers: [],
      excludedMutations: LEFT_ALONE,
      plugins: null,
    });
    faults[name] = mutants
      .filter(({ status }) => status !== 'Ignored')
      .map((fault) => ({
        name: nameOf(fault, 0),
        row: fault.location.start.line + 1,
        becomes: fault.replacement.replace(/\s+/g, ' ').trim(),
      }));
  }
  return faults;
}
