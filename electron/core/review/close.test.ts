import { join } from 'node:path';
import { temporaryFolder } from '@testing/folder.js';
import { expect, it, vi } from 'vitest';
import { Store } from './store.js';

it('a file whose log cannot be emptied is closed all the same', async () => {
  const store = new Store(join(await temporaryFolder(), 'review.sqlite'));
  const exec = store.db.exec.bind(store.db);
  vi.spyOn(store.db, 'exec').mockImplementation((sql: string) => {
    if (sql.includes('checkpoint')) throw new Error('database or disk is full');
    exec(sql);
  });
  expect(() => store.close()).toThrow('full');
  expect(store.db.isOpen).toBe(false);
});
