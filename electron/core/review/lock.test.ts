import { hostname } from 'node:os';
import { expect, it } from 'vitest';
import { sayHolder } from './lock.js';

const holder = { pid: 4242, host: hostname(), startedAt: 1_700_000_000_000, who: 'Ada', token: 't' };
const since = new Date(holder.startedAt).toLocaleString();

it('says who holds a review, and on which machine where it is another one', () => {
  expect(sayHolder(holder)).toBe(`Open by Ada since ${since} (process 4242).`);
  expect(sayHolder({ ...holder, who: '' })).toBe(`Open in another window since ${since} (process 4242).`);
  expect(sayHolder({ ...holder, host: 'studio-3' })).toBe(
    `Open by Ada on studio-3 since ${since} (process 4242).`,
  );
  expect(sayHolder(null)).toBe('Open in another window.');
});
