/** Inputs that are nearly right: a sample with some of its bytes, tokens or JSON values changed. */
import fc from 'fast-check';

/** What parsers trip over. */
const TOKENS = [
  '"',
  '\\',
  '{',
  '}',
  '[',
  ']',
  ':',
  ',',
  '\n',
  '\0',
  '<',
  '>',
  '&',
  '%',
  'null',
  'NaN',
  '-1',
  '1e999',
  '"__proto__"',
  '18446744073709551616',
  'Steps: 1',
  'Negative prompt:',
  '\u{1F989}',
  '\uFEFF',
  '\xff\xfe',
].map((token) => Buffer.from(token, 'utf8'));

export interface Change {
  readonly kind: 'flip' | 'cut' | 'repeat' | 'token' | 'number' | 'end';
  /** 0–1: where in the input. */
  readonly at: number;
  /** Bytes, or which token. */
  readonly size: number;
}

export const changes: fc.Arbitrary<Change[]> = fc.array(
  fc.record({
    kind: fc.constantFrom('flip', 'cut', 'repeat', 'token', 'number', 'end'),
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    size: fc.nat(255),
  }),
  { minLength: 1, maxLength: 6 },
);

export const mutated = (sample: Buffer, all: readonly Change[]): Buffer => all.reduce(changed, sample);

function changed(bytes: Buffer, { kind, at, size }: Change): Buffer {
  const start = Math.min(Math.floor(at * bytes.length), Math.max(0, bytes.length - 1));
  const [before, after] = [bytes.subarray(0, start), bytes.subarray(start)];
  switch (kind) {
    case 'flip': {
      const copy = Buffer.from(bytes);
      if (copy.length > 0) copy[start] = (copy[start] ?? 0) ^ (size || 1);
      return copy;
    }
    case 'cut':
      return Buffer.concat([before, after.subarray(size)]);
    case 'repeat':
      return Buffer.concat([before, after.subarray(0, size), after]);
    case 'token':
      return Buffer.concat([before, TOKENS[size % TOKENS.length] ?? Buffer.alloc(0), after]);
    case 'number': {
      const next = after.toString('latin1').replace(/\d+/, String(2 ** (size % 66) * (size & 1 ? -1 : 1)));
      return Buffer.concat([before, Buffer.from(next, 'latin1')]);
    }
    case 'end':
      return Buffer.from(before);
  }
}

/** A JSON text with one of its values put in the place of another: links that lead to themselves, lists for texts. */
export function swapped(sample: Buffer, from: number, to: number): Buffer {
  let root: unknown;
  try {
    root = JSON.parse(sample.toString());
  } catch {
    return sample;
  }
  const places: [Record<string, unknown>, string][] = [];
  const ahead = [root];
  for (let one = ahead.pop(); one !== undefined; one = ahead.pop())
    if (typeof one === 'object' && one !== null)
      for (const key of Object.keys(one)) {
        places.push([one as Record<string, unknown>, key]);
        ahead.push((one as Record<string, unknown>)[key]);
      }
  const [source, target] = [places[from % (places.length || 1)], places[to % (places.length || 1)]];
  if (!source || !target) return sample;
  target[0][target[1]] = structuredClone(source[0][source[1]]);
  return Buffer.from(JSON.stringify(root));
}
