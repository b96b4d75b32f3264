import { expect, it } from 'vitest';
import { withoutFolders } from './without-folders.js';

it.each([
  [
    '/home/ada/My boards/a.png: bad seek; cannot open /home/ada/My boards/a.png',
    '/home/ada/My boards/a.png',
    'a.png: bad seek; cannot open a.png',
  ],
  ['C:\\Ada\\a.png is damaged', 'C:\\Ada\\a.png', 'a.png is damaged'],
  ['a.png is damaged', 'a.png', 'a.png is damaged'],
])('%s', (text, file, told) => {
  expect(withoutFolders(text, file)).toBe(told);
});
