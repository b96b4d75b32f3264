import fs, { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { basename, join } from 'node:path';
import { temporaryFolder } from '@testing/folder.js';
import { expect, it, onTestFinished, vi } from 'vitest';
import { copyReview, flush, keptBeside, partsOf } from './review-files.js';

it('a review is copied with the log or the journal that it has, and not with what it shares while it is open', async () => {
  const folder = await temporaryFolder();
  const file = join(folder, 'review.sqlite');
  for (const suffix of ['', '-wal', '-shm']) writeFileSync(file + suffix, `of ${suffix}`);
  expect(partsOf(file)).toEqual(['', '-wal']);
  copyReview(file, join(folder, 'copy'));
  expect(readdirSync(folder).filter((name) => name.startsWith('copy'))).toEqual(['copy', 'copy-wal']);
  expect(readFileSync(join(folder, 'copy-wal'), 'utf8')).toBe('of -wal');
  writeFileSync(`${file}-journal`, '');
  expect(partsOf(file)).toEqual(['', '-wal', '-journal']);
  expect(partsOf(join(folder, 'none'))).toEqual([]);
});

it('what stays beside a review has a name of its own, by which it is known', () => {
  const names = [keptBeside('/a/review.sqlite'), keptBeside('/a/review.sqlite')].map((path) =>
    basename(path),
  );
  expect(new Set(names).size).toBe(2);
  expect(names[0]).toMatch(/^kept-\d{8}-\d{6}-[0-9a-f]{8}[.]sqlite$/);
  expect(keptBeside('/a/review.sqlite', 'damaged')).toMatch(/^\/a\/damaged-.+[.]sqlite$/);
});

it('a file that is to outlive a power cut is written through, and let go of', async () => {
  const file = join(await temporaryFolder(), 'review.sqlite');
  writeFileSync(file, 'all of it');
  const spies = [vi.spyOn(fs, 'fsyncSync'), vi.spyOn(fs, 'closeSync')];
  syncBuiltinESMExports();
  onTestFinished(() => {
    for (const spy of spies) spy.mockRestore();
    syncBuiltinESMExports();
  });
  flush(file);
  const [written, closed] = spies.map(({ mock }) => mock.calls.map(([handle]) => handle));
  expect(written).toHaveLength(1);
  expect(closed).toEqual(written);
  expect(readFileSync(file, 'utf8')).toBe('all of it');
});
