import { isProvisional } from '@shared/records/index.js';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { isStillThe, provisionalId } from './provisional.js';

const file = fc.record({
  size: fc.nat(2 ** 40),
  mtimeMs: fc.double({ min: -1e12, max: 4e12, noNaN: true }),
});

it('tells a file by where it lies, its length and its time, and is no hash', () => {
  fc.assert(
    fc.property(fc.string(), file, file, (path, one, other) => {
      const id = provisionalId(path, one);
      expect(id).toMatch(/^[0-9a-f]{64}$/);
      expect(isProvisional(id)).toBe(true);
      expect(provisionalId(path, { ...one })).toBe(id);
      expect(provisionalId(`${path}x`, one)).not.toBe(id);
      expect(isStillThe(id, one)).toBe(true);
      expect(isStillThe(id, { ...one, size: one.size + 1 })).toBe(false);
      expect(isStillThe(id, { ...one, mtimeMs: one.mtimeMs + 1 })).toBe(false);
      const isSame = one.size === other.size && Math.abs(one.mtimeMs - other.mtimeMs) < 0.001;
      if (!isSame) expect(isStillThe(id, other)).toBe(false);
    }),
    { numRuns: 300 },
  );
});
