/** A small one of each kind of `npm run test:bad-input`, in this process. */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { temporaryFolder } from '@testing/folder.js';
import { expect, it } from 'vitest';
import { KINDS } from './kinds.js';
import { openFolder } from './open-folder.js';

it.each(KINDS.map((kind) => [kind.name, kind] as const))('%s', async (_, kind) => {
  const folder = await temporaryFolder();
  await mkdir(join(folder, 'input'));
  const path = await kind.make(join(folder, 'input'), false);
  const outcome = await openFolder(path, join(folder, 'data'), kind.looks);
  expect(outcome.defects).toEqual([]);
  expect(kind.wrong(outcome, false)).toBeNull();
});
