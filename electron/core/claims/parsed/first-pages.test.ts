import { expect, it } from 'vitest';
import { firstOf, LOOKED_AT } from './first-pages.js';

it('of a long text some three pages are read, up to the end of a word', () => {
  expect(firstOf('a fox')).toBe('a fox');
  expect(firstOf(`${'x'.repeat(9996)} fox`)).toHaveLength(10_000);
  expect(firstOf('foxes '.repeat(5000))).toBe('foxes '.repeat(1666).trimEnd());
});

it('where no blank stands near its end it ends anywhere, but within no character', () => {
  expect(firstOf('x'.repeat(20_000))).toHaveLength(10_000);
  expect(firstOf(`fox ${'x'.repeat(20_000)}`)).toHaveLength(10_000);
  expect(firstOf(`${'x'.repeat(5000)} ${'x'.repeat(20_000)}`)).toHaveLength(10_000);
  expect(firstOf(`${'x'.repeat(5001)} ${'x'.repeat(20_000)}`)).toHaveLength(5001);
  expect(firstOf(`x🎈${'🎈'.repeat(8000)}`)).toBe(`x${'🎈'.repeat(4999)}`);
});

it('looks for that far enough, and no further', () => {
  expect(LOOKED_AT).toBe(200_000);
});
