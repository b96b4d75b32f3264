import { expect, it } from 'vitest';
import { noteDrawnFor } from './note-drawn-for.js';

const take = (n: number) => ({ shotId: 's1', sha256: String(n).repeat(64) });

it('goes on with a note about the same picture, and begins one for another', () => {
  const notes = { a: take(1) };
  expect(noteDrawnFor('a', take(1), notes, null)).toBe('a');
  expect(noteDrawnFor('a', take(2), notes, null)).toBeNull();
  expect(noteDrawnFor('a', { ...take(1), shotId: 's2' }, notes, null)).toBeNull();
  expect(noteDrawnFor(null, take(1), notes, 'a')).toBeNull();
});

it('goes on with a note that nobody told of yet only where it was begun', () => {
  expect(noteDrawnFor('new', take(1), {}, 'new')).toBe('new');
  expect(noteDrawnFor('new', take(2), {}, null), 'it was begun over another take').toBeNull();
});
