import fc from 'fast-check';
import { expect, it } from 'vitest';
import { decodeText } from './index.js';

const swapped = (bytes: Buffer): Buffer => Buffer.from(bytes).swap16();
const ENCODINGS: Readonly<Record<string, (text: string) => Buffer>> = {
  'UTF-8': (text) => Buffer.from(text),
  'UTF-8 with a mark': (text) => Buffer.from(`\uFEFF${text}`),
  'UTF-16 little end first': (text) => Buffer.from(text, 'utf16le'),
  'UTF-16 little end first with a mark': (text) => Buffer.from(`\uFEFF${text}`, 'utf16le'),
  'UTF-16 big end first': (text) => swapped(Buffer.from(text, 'utf16le')),
  'UTF-16 big end first with a mark': (text) => swapped(Buffer.from(`\uFEFF${text}`, 'utf16le')),
};

it.each(Object.entries(ENCODINGS))('reads %s', (_, encode) => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), (words) => {
      const text = `{"${words}`;
      expect(decodeText(encode(text))).toBe(text);
    }),
    { numRuns: 200 },
  );
});

it('reads what is none of these as Windows writes it', () => {
  expect(decodeText(Buffer.from([0x4d, 0xfc, 0x6c, 0x6c, 0x65, 0x72, 0x20, 0x80]))).toBe('Müller €');
});

it('takes no character for an encoding that it is none of', () => {
  // A mark is two bytes; one of them is a letter of Windows.
  expect(decodeText(Buffer.from([0xff, 0x61]))).toBe('ÿa');
  expect(decodeText(Buffer.from([0xfe, 0x61]))).toBe('þa');
  expect(decodeText(Buffer.from([0x61]))).toBe('a');
  expect(decodeText(Buffer.from([0]))).toBe('\0');
  expect(decodeText(Buffer.from([0x80, 0x9f, 0x81]))).toBe('€Ÿ\u0081');
  expect(decodeText(Buffer.from([0x7f, 0xa0, 0xfc]))).toBe('\u007f\u00a0ü');
  expect(decodeText(Buffer.alloc(600))).toBe('\0'.repeat(600));
});

it('reads any bytes as some text', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 40 }), (bytes) => {
      expect(decodeText(bytes)).toBeTypeOf('string');
    }),
    { numRuns: 200 },
  );
  expect(decodeText(Buffer.alloc(0))).toBe('');
  expect(decodeText(Buffer.from([0, 0]))).toBe('\0\0');
  expect(decodeText(Buffer.from([0x61, 0]))).toBe('a');
});
