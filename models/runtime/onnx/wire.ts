/** Protocol buffers as bytes: enough to change a few fields of an ONNX graph and hand the rest on untouched. */

export interface Field {
  readonly number: number;
  /** 0 = varint, 1 = 8 bytes, 2 = length and bytes, 5 = 4 bytes. */
  readonly wire: number;
  /** Of a field of wire type 0; 0 for others. */
  readonly value: number;
  /** Tag, length and content as they stand. */
  readonly whole: Buffer;
  /** Of a field of wire type 2. */
  readonly content: Buffer;
}

/** The fields of one message, in order; views of `bytes`, no copies. Throws when it is not a message. */
export function fieldsOf(bytes: Buffer): Field[] {
  const fields: Field[] = [];
  let at = 0;
  const next = (): number => {
    const [value, end] = varintAt(bytes, at);
    at = end;
    return value;
  };
  while (at < bytes.length) {
    const start = at;
    const tag = next();
    const wire = tag % 8;
    let content = at;
    let value = 0;
    if (wire === 0) value = next();
    else if (wire === 1) at += 8;
    else if (wire === 5) at += 4;
    else if (wire === 2) {
      const length = next();
      content = at;
      at += length;
    } else throw new Error(`not a protocol buffer: wire type ${wire}`);
    if (at > bytes.length) throw new Error('not a protocol buffer: it ends too soon');
    const number = Math.floor(tag / 8);
    fields.push({
      number,
      wire,
      value,
      whole: bytes.subarray(start, at),
      content: bytes.subarray(content, at),
    });
  }
  return fields;
}

/** The numbers of a packed field's content. */
export function packed(content: Buffer): number[] {
  const values: number[] = [];
  for (let at = 0; at < content.length; ) {
    const [value, end] = varintAt(content, at);
    values.push(value);
    at = end;
  }
  return values;
}

/** The number that begins at `at`, and where it ends. Exact up to 2^53. */
function varintAt(bytes: Buffer, at: number): [value: number, end: number] {
  let value = 0;
  for (let factor = 1, end = at; ; factor *= 128) {
    const byte = bytes[end++];
    if (byte === undefined) throw new Error('not a protocol buffer: it ends too soon');
    value += (byte & 127) * factor;
    if (byte < 128) return [value, end];
  }
}

/** `value`: a whole number; one below 0 takes ten bytes, as the format has it. */
export function varint(value: number): Buffer {
  if (value < 0) return negative(value);
  const bytes: number[] = [];
  for (let rest = value; ; rest = Math.floor(rest / 128)) {
    if (rest < 128) return Buffer.from([...bytes, rest]);
    bytes.push(128 + (rest % 128));
  }
}

function negative(value: number): Buffer {
  const bytes: number[] = [];
  for (let rest = BigInt.asUintN(64, BigInt(value)); ; rest >>= 7n) {
    if (rest < 128n) return Buffer.from([...bytes, Number(rest)]);
    bytes.push(Number(rest & 127n) | 128);
  }
}

/** A field of wire type 2, in pieces: large content is not copied. */
export const pieces = (number: number, content: readonly Buffer[]): Buffer[] => [
  varint(8 * number + 2),
  varint(content.reduce((sum, piece) => sum + piece.length, 0)),
  ...content,
];

export const field = (number: number, content: string | Buffer): Buffer =>
  Buffer.concat(pieces(number, [Buffer.from(content as string)]));

export const numberField = (number: number, value: number): Buffer =>
  Buffer.concat([varint(8 * number), varint(value)]);
