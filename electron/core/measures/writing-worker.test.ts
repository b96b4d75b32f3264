import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { EYES, type EyeEntry, modelFolder } from '@models/library/index.js';
import { temporaryFolder } from '@testing/folder.js';
import sharp from 'sharp';
import { expect, it } from 'vitest';
import read from './writing-worker.js';

const modelsFolder = fileURLToPath(new URL('../../../models', import.meta.url));

it('asks for its networks again once they could not be loaded', async () => {
  const folder = await temporaryFolder();
  const file = join(folder, 'blank.png');
  await sharp({ create: { width: 64, height: 36, channels: 3, background: '#808080' } }).toFile(file);
  await expect(read({ file, folder })).rejects.toThrow(/_det_/);
  const entry = EYES.find(({ id }) => id === 'pp-ocr') as EyeEntry;
  const networks = modelFolder(entry, { modelsFolder, downloadsFolder: null });
  expect(await read({ file, folder: networks })).toEqual({ writing: [] });
});
