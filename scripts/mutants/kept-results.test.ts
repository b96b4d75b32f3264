import { appendFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { temporaryFolder } from '@testing/folder.js';
import { expect, it } from 'vitest';
import { keep, keptIn, type Outcome, stateOf } from './kept-results.js';

const setUp = async () => {
  const folder = await temporaryFolder();
  const file = join(folder, 'rule.ts');
  const log = join(folder, 'log.jsonl');
  await writeFile(file, 'export const a = 1;');
  await writeFile(join(folder, 'rule.test.ts'), 'first');
  const put = (name: string, outcome: Outcome) => keep(log, { file, name, outcome, ...stateOf(file) });
  const known = () => Object.fromEntries(keptIn(log).get(file) ?? []);
  return { folder, file, log, put, known };
};

it('gives back what became of each fault, the last that is known', async () => {
  const { log, put, known } = await setUp();
  expect(known()).toEqual({});
  put('one', 'passed');
  put('two', 'timeout');
  put('one', 'noticed');
  await appendFile(log, '{"file":"half wri');
  expect(known()).toEqual({ one: 'noticed', two: 'timeout' });
});

it('forgets what passed once a test beside it changed, and all of a rule that changed', async () => {
  const { folder, file, put, known } = await setUp();
  put('one', 'passed');
  put('two', 'cut');
  put('three', 'noticed');
  await writeFile(join(folder, 'rule.test.ts'), 'second');
  expect(known()).toEqual({ three: 'noticed' });
  put('one', 'passed');
  await writeFile(join(folder, 'more.test.ts'), 'third');
  expect(known()).toEqual({ three: 'noticed' });
  await writeFile(file, 'export const a = 2;');
  expect(known()).toEqual({});
});
