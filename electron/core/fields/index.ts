/** Reading JSON whose field names come in four naming styles and whose numbers may be strings. */
import { isLosslessNumber } from 'lossless-json';

export type Fields = Record<string, unknown>;

export const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !isLosslessNumber(value);

/** A field's name without what differs between naming styles: case, accents, underscores, dashes, spaces, a last colon. */
export function plainName(name: string): string {
  const plain = name.toLowerCase().replace(/[_\- ]|[.:*]+$/g, '');
  // biome-ignore lint/suspicious/noControlCharactersInRegex: everything that is not ASCII.
  return /[^\x00-\x7f]/.test(plain) ? plain.normalize('NFKD').replace(/\p{M}/gu, '') : plain;
}

/**
 * Finds the object's own spelling of the first of some names that it has with a value, in any case, with or without
 * underscores.
 */
export function keysIn(fields: Fields): (...names: readonly string[]) => string | undefined {
  const keys = new Map(Object.keys(fields).map((key) => [plainName(key), key]));
  return (...names) =>
    names
      .map((name) => keys.get(plainName(name)))
      .find((key) => key !== undefined && fields[key] !== null && fields[key] !== undefined);
}

export function fieldOf(fields: Fields, ...names: readonly string[]): unknown {
  const key = keysIn(fields)(...names);
  return key === undefined ? undefined : fields[key];
}

/** Text, or a number as it was written; undefined for anything else. */
export function textOf(value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  if (isLosslessNumber(value)) return value.toString();
  return typeof value === 'number' ? String(value) : undefined;
}

export function numberOf(value: unknown): number | undefined {
  const text = textOf(value);
  if (text === undefined || text.trim() === '') return undefined;
  const number = Number(text);
  return Number.isFinite(number) ? number : undefined;
}

/** Whole, unsigned, below 2^64, as text; also as tables write it that have no whole numbers: 42.0. */
export function seedOf(value: unknown): string | null {
  const text = textOf(value)
    ?.trim()
    .replace(/(?<=^\d{1,15})\.0+$/, '');
  return text !== undefined && /^\d{1,20}$/.test(text) && BigInt(text) < 2n ** 64n ? text : null;
}

export const listOf = (value: unknown): Fields[] | undefined =>
  Array.isArray(value) ? value.filter(isFields) : undefined;

/** JSON as Python writes it may have a bare NaN in it, which no reader takes: it becomes null. */
export const withoutNaN = (text: string): string =>
  /NaN|Infinity/.test(text)
    ? text.replace(/("(?:[^"\\]|\\[\s\S])*"?)|-?\b(?:NaN|Infinity)\b/g, (_, words) => words ?? 'null')
    : text;
