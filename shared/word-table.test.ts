import { expect, it } from 'vitest';
import { wordTable } from './word-table.js';

it('says of its words what it was given, and nothing of what every object knows', () => {
  const table = wordTable({ man: 'men', toString: 'strings' });
  expect([table.man, table.toString]).toEqual(['men', 'strings']);
  for (const word of ['constructor', '__proto__', 'valueOf', 'woman'])
    expect([table[word], word in table]).toEqual([undefined, false]);
});
