/** The program that docs/generators.md shows makes a picture as it stands there. Skipped where there is no Python. */
import { spawnSync } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { temporaryFolder } from '@testing/folder.js';
import sharp from 'sharp';
import { expect, it } from 'vitest';
import { guarded } from '../guarded.js';
import { tryOut } from '../try-out.js';
import { command } from './index.js';

const python = ['python3', 'python'].find((name) => spawnSync(name, ['--version']).status === 0);

it.skipIf(python === undefined)('the documented program makes a picture, and is ten lines', async () => {
  const docs = await readFile(new URL('../../../../docs/generators.md', import.meta.url), 'utf8');
  const [, program = ''] = /```python\n([\s\S]*?)```/.exec(docs) ?? [];
  expect(program.split('\n').length).toBeLessThanOrEqual(14);
  const file = join(await temporaryFolder(), 'draw.py');
  await writeFile(file, program);
  const generator = command.connect({ program: [python ?? '', file] });
  if (!generator) throw new Error('It makes nothing.');
  const { picture } = await tryOut(guarded(generator, 'Command'), new AbortController().signal);
  expect(await sharp(picture).metadata()).toMatchObject({ format: 'png', width: 512, height: 288 });
});
