/** A graph of one 4-bit product, byte by byte: y = x · W, 32 wide to 4. */
import { field, numberField } from '../wire.js';

const [WEIGHTS, SCALES] = [
  Buffer.from(Array.from({ length: 64 }, (_, at) => (37 * at + 11) % 256)),
  Buffer.from(new Float32Array([0.1, 0.2, 0.3, 0.4]).buffer),
];

/** What `fourBits({ beside })` takes from the file it names. */
export const BESIDE = Buffer.concat([WEIGHTS, SCALES]);

export const value = (name: string, sizes: readonly number[]): Buffer => {
  const shape = sizes.map((size) => field(1, numberField(1, size)));
  const type = field(1, Buffer.concat([numberField(1, 1), field(2, Buffer.concat(shape))]));
  return Buffer.concat([field(1, name), field(2, type)]);
};

/** Without an `accuracy_level`. `beside`: the name of the file with its weights, which are else in the graph. */
export function fourBits({ beside }: { beside?: string } = {}): Buffer {
  const number = (name: string, of: number) =>
    field(5, Buffer.concat([field(1, name), numberField(3, of), numberField(20, 2)]));
  const entry = (key: string, of: string) => field(13, Buffer.concat([field(1, key), field(2, of)]));
  const there = (location: string, offset: number, length: number) => [
    entry('location', location),
    entry('offset', `${offset}`),
    entry('length', `${length}`),
    numberField(14, 1),
  ];
  const tensor = (name: string, sizes: readonly number[], type: number, raw: Buffer) =>
    field(
      5,
      Buffer.concat([
        ...sizes.map((size) => numberField(1, size)),
        numberField(2, type),
        field(8, name),
        ...(beside === undefined ? [field(9, raw)] : there(beside, BESIDE.indexOf(raw), raw.length)),
      ]),
    );
  const node = [
    ...['x', 'w', 's'].map((name) => field(1, name)),
    field(2, 'y'),
    field(4, 'MatMulNBits'),
    number('K', 32),
    number('N', 4),
    number('bits', 4),
    number('block_size', 32),
    field(7, 'com.microsoft'),
  ];
  const graph = [
    field(1, Buffer.concat(node)),
    field(2, 'product'),
    tensor('w', [4, 1, 16], 2, WEIGHTS),
    tensor('s', [4], 1, SCALES),
    field(11, value('x', [1, 32])),
    field(12, value('y', [1, 4])),
  ];
  const opset = (domain: string, version: number) =>
    field(8, Buffer.concat([field(1, domain), numberField(2, version)]));
  return Buffer.concat([
    numberField(1, 8),
    field(7, Buffer.concat(graph)),
    opset('', 17),
    opset('com.microsoft', 1),
  ]);
}
