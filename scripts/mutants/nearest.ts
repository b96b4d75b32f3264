/** Which tests can notice a fault in a rule, and which of them most likely do. Paths are relative to the working folder. */
import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import base from '../../tsconfig.base.json' with { type: 'json' };
import { importersIn } from './importers-of.js';

/** What each file imports when it runs, by file. */
export type Imports = ReadonlyMap<string, readonly string[]>;

/** How paths of each alias begin, and what stands for that. */
const ALIASES = Object.entries(base.compilerOptions.paths).map(
  ([alias, [folder = '']]) => [alias.replace('*', ''), folder.replace('*', '')] as const,
);
const TYPES_ONLY = /\b(?:import|export)\s+type\b[^;]*;/g;
const IMPORTED = /\b(?:from|import)\s*\(?\s*['"]([^'"]+)['"]/g;

/** Of these files, and of all that they import. Packages are left out. */
export function importsFrom(files: readonly string[]): Imports {
  const imports = new Map<string, string[]>();
  const open = new Set(files);
  // What is added while it is gone through is gone through too.
  for (const file of open) {
    const source = readFileSync(file, 'utf8').replace(TYPES_ONLY, '');
    const found = [...source.matchAll(IMPORTED)].flatMap(([, path = '']) => fileOf(path, file) ?? []);
    imports.set(file, found);
    for (const one of found) open.add(one);
  }
  return imports;
}

function fileOf(path: string, importer: string): string | null {
  const alias = ALIASES.find(([begins]) => path.startsWith(begins));
  if (!alias && !path.startsWith('.')) return null;
  const whole = alias ? join(alias[1], path.slice(alias[0].length)) : join(dirname(importer), path);
  const bare = whole.replace(/\.js$/, '');
  return [`${bare}.ts`, `${bare}.tsx`].find((file) => existsSync(file)) ?? null;
}

/**
 * Those of the tests that import the rule: the one that is named for it, then by how few files lie between, then by how far
 * their paths are the same.
 */
export function nearestFirst(rule: string, tests: readonly string[], imports: Imports): string[] {
  const steps = stepsTo(rule, imports);
  const isNamed = (test: string) => basename(test).startsWith(`${basename(rule, '.ts')}.`);
  const key = (test: string) => [isNamed(test) ? 0 : 1, steps.get(test) ?? 0, -sameLetters(test, rule)];
  return tests
    .filter((test) => steps.has(test))
    .map((test) => ({ test, by: key(test) }))
    .sort((a, b) => a.by.map((one, at) => one - (b.by[at] ?? 0)).find((apart) => apart !== 0) ?? 0)
    .map(({ test }) => test);
}

/** The tests that import the rule, and what they share with others: files of folders called "testing", also through each other. */
export function noticing(rule: string, tests: readonly string[], imports: Imports): string[] {
  const found = new Set(nearestFirst(rule, tests, imports));
  // What is added while it is gone through is gone through too.
  for (const file of found)
    for (const one of imports.get(file) ?? []) if (one.split('/').includes('testing')) found.add(one);
  return [...found];
}

/** How many imports lead from each file to this one. */
function stepsTo(rule: string, imports: Imports): Map<string, number> {
  const importers = importersIn(imports);
  const steps = new Map([[rule, 0]]);
  for (const [file, step] of steps)
    for (const one of importers.get(file) ?? []) if (!steps.has(one)) steps.set(one, step + 1);
  return steps;
}

/** That two paths begin with. */
function sameLetters(one: string, other: string): number {
  let length = 0;
  while (length < one.length && one[length] === other[length]) length++;
  return length;
}
