import fc from 'fast-check';
import { expect, it } from 'vitest';
import { attribute, constant, type ExternalData, type StoredTensor, TYPE, tensorIn } from './graph.js';
import { type Field, field, fieldsOf, numberField, varint } from './wire.js';

const read = (tensor: Buffer): StoredTensor => tensorIn(fieldsOf(tensor)[0] as Field);

/** Lengths beyond 32 bits, too: their product is not the tensor's size here. */
const dims = fc.array(fc.nat({ max: 2 ** 40 }), { maxLength: 4 });
const entry = (key: string, value: string) => field(13, Buffer.concat([field(1, key), field(2, value)]));
const beside = (type: number, sizes: readonly number[], entries: readonly Buffer[]): Buffer =>
  field(
    5,
    Buffer.concat([
      ...sizes.map((size) => numberField(1, size)),
      numberField(2, type),
      ...entries,
      numberField(14, 1),
    ]),
  );

it('reads tensors as they were written, with their sizes apart or packed', () => {
  fc.assert(
    fc.property(fc.string(), dims, fc.uint8Array(), (name, sizes, bytes) => {
      const written = constant(name, TYPE.uint8, sizes, bytes);
      const found = { name, type: TYPE.uint8, dims: sizes, bytes: Buffer.from(bytes) };
      expect(read(written)).toEqual(found);
      const others = fieldsOf((fieldsOf(written)[0] as Field).content).filter(({ number }) => number !== 1);
      const packed = field(1, Buffer.concat(sizes.map(varint)));
      expect(read(field(5, Buffer.concat([...others.map(({ whole }) => whole), packed])))).toEqual(found);
    }),
    { numRuns: 200 },
  );
});

it('reads where bytes lie beside the model, also far into a file', () => {
  const external = fc.record({
    file: fc.string({ minLength: 1 }),
    offset: fc.nat({ max: Number.MAX_SAFE_INTEGER }),
    length: fc.nat({ max: Number.MAX_SAFE_INTEGER }),
  });
  fc.assert(
    fc.property(external, dims, (bytes, sizes) => {
      expect(read(constant('w', TYPE.float16, sizes, bytes))).toMatchObject({ bytes, dims: sizes });
    }),
    { numRuns: 200 },
  );
});

it('takes what its entries do not say from the start of the file and the tensor’s own size', () => {
  const length = (type: number, sizes: readonly number[]) =>
    (read(beside(type, sizes, [entry('location', 'a.data')])).bytes as ExternalData).length;
  expect(read(beside(TYPE.float16, [2, 3], [entry('location', 'a.data')])).bytes).toEqual({
    file: 'a.data',
    offset: 0,
    length: 12,
  });
  // A single int64; three values of four bits; nothing.
  expect([length(TYPE.int64, []), length(22, [3]), length(TYPE.float32, [0, 4])]).toEqual([8, 2, 0]);
  expect(() => read(beside(TYPE.float32, [1], []))).toThrow('where its weights lie');
  expect(() => read(beside(999, [1], [entry('location', 'a.data')]))).toThrow('where its weights lie');
});

it('writes whole numbers below zero as the format has it', () => {
  const [found] = fieldsOf((fieldsOf(attribute('axes', [-1]))[0] as Field).content).filter(
    ({ number }) => number === 8,
  );
  expect([...(found?.whole ?? [])]).toEqual([0x40, ...new Array<number>(9).fill(0xff), 1]);
});
