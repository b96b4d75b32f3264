import { expect, it } from 'vitest';
import { unreadFields } from './unread-fields.js';

it('names nothing where every field is read, stated or known to say nothing of a picture', () => {
  const row = { shot_number: 1, Visual_Description: 'a pier', 'camera angle': 'wide', Music: 'none' };
  expect(unreadFields('shots.json', [row, {}])).toEqual([]);
  expect(unreadFields('shots.json', [])).toEqual([]);
});

it('names each other field once, as it was written last, however many rows have it', () => {
  const rows = [{ number: 1, 'Blocking Notes': 'x' }, { 'blocking-notes': 'y', budget: 3 }, { budget: 4 }];
  expect(unreadFields('shots.json', rows)).toEqual([
    { name: 'shots.json, fields', reason: 'not read: “blocking-notes”, “budget”' },
  ]);
});

it('names twelve at most, and counts the others', () => {
  const odd = Object.fromEntries(Array.from({ length: 14 }, (_, at) => [`odd${at}`, at]));
  const [one] = unreadFields('shots.json', [odd]);
  expect(one?.reason).toMatch(/“odd0”, .*“odd11” and 2 more$/);
});
