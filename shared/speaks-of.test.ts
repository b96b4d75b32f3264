import { expect, it } from 'vitest';
import { speaksOf } from './speaks-of.js';

const mira = { subject: 'character', name: 'Mira', aliases: ['the girl'] } as const;
const of = (description: string, aliases: string[] = [...mira.aliases]) =>
  speaksOf({ ...mira, aliases }, description);

it('finds the name or another name as whole words, whatever the case', () => {
  expect(of('MIRA walks.')).toBe(true);
  expect(of('Then the girl walks.')).toBe(true);
  expect(of('Miraculous light on Amira.')).toBe(false);
  expect(of('Mira’s coat')).toBe(true);
  expect(of('A fox.')).toBe(false);
});

it('takes a name for what it is, signs and letters of any script', () => {
  expect(of('Dr. X (old) waits', ['Dr. X (old)'])).toBe(true);
  expect(of('DrA X (old) waits', ['Dr. X (old)'])).toBe(false);
  expect(of('Éva rit', ['éva'])).toBe(true);
  expect(of('Évariste rit', ['éva'])).toBe(false);
  expect(of('M.A.X. waits', ['M.A.X.'])).toBe(true);
  expect(of('a+b=c', ['a+b'])).toBe(true);
});

it('asks for nothing with a blank name', () => {
  expect(speaksOf({ subject: 'prop', name: ' ', aliases: [''] }, 'a b')).toBe(false);
  expect(speaksOf({ subject: 'prop', name: ' ', aliases: [] }, 'a, b')).toBe(false);
  expect(speaksOf({ subject: 'prop', name: ' ', aliases: [''] }, 'Fog … — and a lamp.')).toBe(false);
});

it('finds style everywhere', () => {
  expect(speaksOf({ subject: 'style', name: '', aliases: [] }, 'A fox.')).toBe(true);
});
