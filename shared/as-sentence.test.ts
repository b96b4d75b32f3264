import { expect, it } from 'vitest';
import { asSentence } from './as-sentence.js';

it('ends what has no end of its own', () => {
  const said = ['It stopped', 'It stopped.', 'Is it running?', 'It says “no.”', 'a.png'];
  expect(said.map(asSentence)).toEqual([
    'It stopped.',
    'It stopped.',
    'Is it running?',
    'It says “no.”',
    'a.png.',
  ]);
});
