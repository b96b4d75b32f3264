import { join } from 'node:path';
import { folderWith } from '@testing/folder.js';
import { expect, it } from 'vitest';
import { inputAt } from '../input.js';
import { shotList } from './index.js';

const LIST = 'Shot,Action\n1,a mule\n';

it.each<[name: string, content: string, sure: number]>([
  ['list.csv', LIST, 0.6],
  ['list.tsv', LIST.replaceAll(',', '\t'), 0.6],
  ['list.tab', LIST.replaceAll(',', '\t'), 0.6],
  ['list.CSV', LIST, 0.6],
  ['list.md', '| Shot | Action |\n|-|-|\n| 1 | a mule |\n', 0.6],
  ['list.markdown', '## Shot 1\n\na mule\n\n## Shot 2\n\nan owl\n', 0.6],
  ['list.csv', 'Shot,Action\n', 0],
  ['list.csv', 'word,meaning\npan,a move\n', 0],
  ['list.txt', LIST, 0],
  // Reading it says what is wrong with it.
  ['list.csv', 'Shot,Action\n1,"a mule\n', 0.1],
])('is %s with %j a shot list: as sure as %d', async (name, content, sure) => {
  const folder = await folderWith({ [name]: content });
  expect(await shotList.recognises(await inputAt(join(folder, name)))).toBe(sure);
});
