/** Long lists of numbers in a fraction of the letters that their digits take, and of the time it takes to read those. */
import { z } from 'zod';

const KINDS = { bytes: Uint8Array, single: Float32Array, double: Float64Array } as const;
type Kind = keyof typeof KINDS;

const isKind = (kind: string | undefined): kind is Kind => kind !== undefined && Object.hasOwn(KINDS, kind);

/** `kind:base64`, in the smallest kind that keeps every number as it is. In the byte order of the machine: little-endian. */
export function packNumbers(values: readonly number[]): string {
  const kept = (typed: ArrayLike<number>) => values.every((value, at) => Object.is(value, typed[at]));
  const kind = (['bytes', 'single'] as const).find((one) => kept(KINDS[one].from(values))) ?? 'double';
  return `${kind}:${Buffer.from(KINDS[kind].from(values).buffer).toString('base64')}`;
}

/** What is being unpacked: in one place, since thousands are read one after the other. */
let room = Buffer.alloc(2 ** 16);

/** Throws where that is no list of numbers. */
export function unpackNumbers(packed: string): number[] {
  const [kind, base64 = ''] = packed.split(':', 2);
  if (!isKind(kind)) throw new RangeError(`Unknown kind of numbers: ${kind}.`);
  if (base64.length > room.length) room = Buffer.alloc(2 * base64.length);
  const length = room.write(base64, 'base64') / KINDS[kind].BYTES_PER_ELEMENT;
  if (!Number.isInteger(length)) throw new RangeError('The last number is cut off.');
  const typed = new KINDS[kind](room.buffer, room.byteOffset, length);
  const values = new Array<number>(length);
  // By index: what an iterator makes for each number is a multiple of the numbers, and has to be cleared away.
  for (let at = 0; at < length; at++) {
    const value = typed[at] as number;
    if (!Number.isFinite(value)) throw new RangeError('Not every number is one.');
    values[at] = value;
  }
  return values;
}

/** A list of numbers, packed or as it is. */
export const maybePacked = z.union([
  z.string().transform((packed, context) => {
    try {
      return unpackNumbers(packed);
    } catch (thrown) {
      context.addIssue({ code: 'custom', message: String(thrown) });
      return z.NEVER;
    }
  }),
  z.array(z.number()),
]);
