/** JSON as Python reads and writes it: whole numbers of any size, and a bare NaN. */
import { parse, stringify } from 'lossless-json';

/** Stands for a NaN, which JSON does not have. */
export const NAN = '\u2400NaN';

/** Whole numbers that a number cannot hold are bigints. Throws for what is no JSON. */
export const readPython = (text: string): unknown =>
  parse(
    text.replace(/("(?:[^"\\]|\\[\s\S])*")|\bNaN\b/g, (_, words) => words ?? JSON.stringify(NAN)),
    undefined,
    (digits) =>
      /^-?\d+$/.test(digits) && !Number.isSafeInteger(Number(digits)) ? BigInt(digits) : Number(digits),
  );

/** In ASCII alone, as Python writes it. */
export const writePython = (value: unknown): string =>
  (stringify(value) ?? 'null')
    .replaceAll(JSON.stringify(NAN), 'NaN')
    .replace(/[\u0080-\uffff]/g, (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`);
