/** What `docs/security.md` says is tested is: every test that it names is there, and speaks of what stands beside it. */
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { rowsIn } from './documented-rows.js';

const at = (path: string) => fileURLToPath(new URL(`../${path}`, import.meta.url));
const text = readFileSync(at('docs/security.md'), 'utf8');

const rows = rowsIn(text).filter((cells) => cells.at(-1) !== 'Test');
const named = (cell = ''): string[] => [...cell.matchAll(/`([^`]+)`/g)].map(([, word = '']) => word);

it('names a test that there is for every line, except for the one that only a person can see to', () => {
  expect(rows.length).toBeGreaterThan(30);
  const untested = rows.filter((cells) => named(cells.at(-1)).length === 0);
  expect(untested.map(([number, point]) => [number, point])).toEqual([['16', 'A current Electron']]);
  const paths = [...new Set([...text.matchAll(/`([\w./-]+\.ts)`/g)].map(([, path = '']) => path))];
  expect(paths.filter((path) => !existsSync(at(path)))).toEqual([]);
});

it('has all twenty of Electron’s points, in their order', () => {
  const numbers = rows.map(([number]) => Number(number)).filter(Boolean);
  expect(numbers).toEqual(Array.from({ length: 20 }, (_, index) => index + 1));
});

it('each setting that it names stands in the test beside it', () => {
  const missing = rows.flatMap((cells) => {
    const tests = named(cells.at(-1)).map((path) => readFileSync(at(path), 'utf8'));
    return named(cells.at(-2))
      .filter((word) => /^\w+: \w+$/.test(word) && !tests.some((test) => test.includes(word)))
      .map((word) => `${cells[0]}: ${word}`);
  });
  expect(missing).toEqual([]);
});
