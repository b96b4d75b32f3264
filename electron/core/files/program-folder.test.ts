import { expect, it } from 'vitest';
import { filesFolder } from './program-folder.js';

it('finds models and examples beside the archive that the packaged program lies in, and in the program’s folder otherwise', () => {
  expect(filesFolder('/opt/Continuist/resources/app.asar')).toBe(
    '/opt/Continuist/resources/app.asar.unpacked',
  );
  expect(filesFolder('/home/ada/app.asar-tools')).toBe('/home/ada/app.asar-tools');
});
