import { appendFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { temporaryFolder } from '@testing/folder.js';
import { expect, it } from 'vitest';
import { keep, keptIn, type Outcome, stateOf } from './kept-results.js';

const setUp = async () => {
  const folder = await temporaryFolder();
  const write = async (name: string, text: string) => {
    await writeFile(join(folder, name), text);
    return join(folder, name);
  };
  const file = await write('rule.ts', 'export const a = 1;');
  const tests = [await write('rule.test.ts', 'first')];
  const log = join(folder, 'log.jsonl');
  const state = () => stateOf(file, tests);
  const put = (name: string, outcome: Outcome) => keep(log, { file, name, outcome, ...state() });
  const known = () => Object.fromEntries(keptIn(log, { [file]: state() }).get(file) ?? []);
  return { write, tests, log, put, known };
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

it('forgets what passed once a test that could notice changed or came, and all of a rule that changed', async () => {
  const { write, tests, put, known } = await setUp();
  put('one', 'passed');
  put('two', 'cut');
  put('three', 'noticed');
  await write('rule.test.ts', 'second');
  expect(known()).toEqual({ three: 'noticed' });
  put('one', 'passed');
  await write('apart.test.ts', 'of another rule');
  expect(known()).toEqual({ one: 'passed', three: 'noticed' });
  tests.unshift(await write('more.test.ts', 'third'));
  expect(known()).toEqual({ three: 'noticed' });
  put('one', 'passed');
  tests.reverse();
  expect(known()).toEqual({ one: 'passed', three: 'noticed' });
  await write('rule.ts', 'export const a = 2;');
  expect(known()).toEqual({});
});
