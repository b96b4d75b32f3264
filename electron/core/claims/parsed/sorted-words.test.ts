import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { SortedWords } from './sorted-words.js';

const FILE = fileURLToPath(new URL('../../../../models/reading/files/words.txt', import.meta.url));

const word = fc.string({ unit: fc.constantFrom(...'abz-_é'), minLength: 1, maxLength: 4 });

it('has the words that are listed and no others, as a set of them', () => {
  fc.assert(
    fc.property(fc.uniqueArray(word, { maxLength: 40 }), fc.array(word), (listed, others) => {
      const words = new SortedWords([...listed].sort().join(' '));
      const set = new Set(listed);
      for (const one of [...listed, ...others, '', ' ', 'a b']) expect(words.has(one)).toBe(set.has(one));
    }),
    { numRuns: 500 },
  );
});

it('finds every word of the dictionary, and none that is cut or grown', () => {
  for (const line of readFileSync(FILE, 'utf8').split('\n')) {
    const words = new SortedWords(line);
    const listed = line.split(' ').filter((one) => one !== '');
    const set = new Set(listed);
    const others = listed.slice(0, 2000).flatMap((one) => [one.slice(0, -1), `${one}q`, `a${one}`]);
    expect([...listed, ...others].filter((one) => words.has(one) !== set.has(one))).toEqual([]);
  }
});
