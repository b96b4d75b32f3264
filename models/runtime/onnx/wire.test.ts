import fc from 'fast-check';
import { expect, it } from 'vitest';
import { field, fieldsOf, numberField, packed, varint } from './wire.js';

/** Any field of a message, as its bytes. */
const anyField = fc
  .tuple(fc.integer({ min: 1, max: 2 ** 29 - 1 }), fc.nat({ max: 3 }))
  .chain(([number, kind]) =>
    fc.oneof(
      fc.nat({ max: Number.MAX_SAFE_INTEGER }).map((value) => numberField(number, value)),
      fc.uint8Array({ maxLength: 300 }).map((content) => field(number, Buffer.from(content))),
      fc
        .uint8Array({ minLength: kind > 1 ? 8 : 4, maxLength: kind > 1 ? 8 : 4 })
        .map((content) => Buffer.concat([varint(8 * number + (kind > 1 ? 1 : 5)), content])),
    ),
  );

it('reads whole numbers as they were written, up to 2^53', () => {
  fc.assert(
    fc.property(fc.array(fc.nat({ max: Number.MAX_SAFE_INTEGER })), (values) => {
      expect(packed(Buffer.concat(values.map(varint)))).toEqual(values);
    }),
    { numRuns: 200 },
  );
});

it('hands every field on untouched, and refuses a message that ends too soon', () => {
  fc.assert(
    fc.property(fc.array(anyField, { minLength: 1 }), (fields) => {
      const message = Buffer.concat(fields);
      const found = fieldsOf(message);
      expect(found.map(({ whole }) => whole)).toEqual(fields);
      const last = fields.at(-1) as Buffer;
      for (let cut = 1; cut < last.length; cut++)
        expect(() => fieldsOf(message.subarray(0, -cut))).toThrow('ends too soon');
    }),
    { numRuns: 200 },
  );
});
