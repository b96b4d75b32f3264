import { expect, it } from 'vitest';
import { failuresTold } from './failures-told.js';

const failed = (number: string, message: string, hint = 'Try again.') => ({ number, message, hint });

it('says each reason once, with its shots, and what to do behind it; what most failed by first', () => {
  expect(failuresTold([])).toBe('');
  expect(failuresTold([failed('3', 'It stopped.')])).toBe('Shot 3: It stopped. Try again.');
  expect(
    failuresTold([
      failed('5', 'It is empty.', 'Replace it.'),
      failed('6', 'It is cut off.', 'Replace it.'),
      failed('3', 'It stopped.'),
      failed('4', 'It stopped.'),
      failed('4', 'It stopped.'),
    ]),
  ).toBe('Shots 3, 4: It stopped. Try again. Shot 5: It is empty. Shot 6: It is cut off. Replace it.');
});

it('names three reasons and twelve shots, and counts the rest', () => {
  const all = Array.from({ length: 5 }, (_, at) => failed(`${at}`, `Reason ${at}.`));
  expect(failuresTold(all)).toBe(
    'Shot 0: Reason 0. Shot 1: Reason 1. Shot 2: Reason 2. Shots 3, 4 failed too, each for a reason of its own. Try again.',
  );
  expect(failuresTold(all.slice(0, 4))).toBe(
    'Shot 0: Reason 0. Shot 1: Reason 1. Shot 2: Reason 2. Shot 3: Reason 3. Try again.',
  );
  const many = Array.from({ length: 14 }, (_, at) => failed(`${at}`, 'It stopped.'));
  expect(failuresTold(many)).toMatch(/^Shots 0, .*, 11 and 2 more: It stopped\. Try again\.$/);
});
