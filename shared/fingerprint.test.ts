import fc from 'fast-check';
import { expect, it } from 'vitest';
import { fingerprint } from './fingerprint.js';

/** It is kept in review files: another value would ask everything anew. */
it.each([
  ['', '0ztntfp0ztntfp'],
  ['a', '1r9wi7g1rjw3wf'],
  ['ab', '0lekqmi0v49zei'],
  ['ba', '0gp0ybw0nmnv68'],
  ['a girl in a red coat', '0irivvg13a90oq'],
  ['Füchse 🦊', '0qvix8w0oc2y7v'],
])('of “%s” is %s', (text, print) => {
  expect(fingerprint(text)).toBe(print);
});

it('is fourteen letters and digits, and of other texts another', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (one, other) => {
      expect(fingerprint(one)).toMatch(/^[0-9a-z]{14}$/);
      expect(fingerprint(one) === fingerprint(other)).toBe(one === other);
    }),
    { numRuns: 300 },
  );
});
