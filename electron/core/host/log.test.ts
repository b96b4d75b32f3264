import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { folderWith } from '@testing/folder.js';
import { expect, it } from 'vitest';
import { openLog } from './log.js';

it.runIf(existsSync('/dev/full'))('a full disk under the log ends nothing', async () => {
  const log = openLog('/dev/full');
  for (let at = 0; at < 3; at++) expect(() => log(new Error('something broke'))).not.toThrow();
  // What is told a turn later counts too: an error without a listener would end the test.
  await new Promise((resolve) => setTimeout(resolve, 50));
});

it('a log that cannot be opened ends nothing', async () => {
  const folder = await folderWith({ file: '' });
  const log = openLog(join(folder, 'file', 'continuist.log'));
  expect(() => log(new Error('something broke'))).not.toThrow();
});
