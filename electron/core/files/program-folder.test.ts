import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { folderWith } from '@testing/folder.js';
import { expect, it } from 'vitest';
import { filesFolder, programFolder } from './program-folder.js';

it('the program’s folder is the nearest above a module that holds a package.json', async () => {
  const folder = await folderWith({ 'package.json': '{}', 'dist/chunks/main.js': '' });
  const nearest = (module: string) => programFolder(pathToFileURL(join(folder, module)).href);
  expect(nearest('dist/chunks/main.js')).toBe(folder);
  expect(nearest('main.js')).toBe(folder);
  expect(() => programFolder(pathToFileURL('/nowhere/main.js').href)).toThrow(
    /no package\.json above file:.*\/nowhere\/main\.js/,
  );
});

it('finds models and examples beside the archive that the packaged program lies in, and in the program’s folder otherwise', () => {
  expect(filesFolder('/opt/Continuist/resources/app.asar')).toBe(
    '/opt/Continuist/resources/app.asar.unpacked',
  );
  expect(filesFolder('/home/ada/app.asar-tools')).toBe('/home/ada/app.asar-tools');
});
