import type { Stated } from '@core/claims/index.js';
import { isFields } from '@core/fields/index.js';
import { STATED } from './field-names.js';
import { NamedFields } from './named-fields.js';

/** What the fields beside the description state; those in `taken` were read as something else. */
export function statedIn(named: NamedFields, taken: ReadonlySet<string | undefined>): Stated[] {
  const stated: Stated[] = [];
  for (const [kind, names] of Object.entries(STATED) as [Stated['kind'], readonly string[]][])
    for (const { key, value } of named.all(names))
      if (!taken.has(key)) for (const words of textsOf(value, names)) stated.push({ kind, words });
  return stated;
}

/** A text, each of a list, the name of each object of a list, or what an object says under the same names. */
function textsOf(value: unknown, names: readonly string[]): string[] {
  if (Array.isArray(value))
    return value.flatMap((one) =>
      isFields(one) ? (new NamedFields(one).first(NAMES, wordsOf)?.value ?? []) : (wordsOf(one) ?? []),
    );
  if (isFields(value))
    return new NamedFields(value).all([...names, ...INSIDE]).flatMap((one) => wordsOf(one.value) ?? []);
  return [wordsOf(value) ?? []].flat();
}

const NAMES = ['description', 'name', 'en', 'value'];
const INSIDE = [
  'shot',
  'height',
  'description',
  'en',
  'value',
  'primary',
  'secondary',
  'accent',
  'mood',
  'quality',
];

/** Sizes in pixels and the like say nothing of what is seen. */
function wordsOf(value: unknown): string | undefined {
  const text = typeof value === 'string' ? value.trim() : '';
  return /\p{L}{2}/u.test(text) && !/^\d+ ?[x×] ?\d+/u.test(text) ? text : undefined;
}
