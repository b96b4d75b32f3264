import { type Fields, seedOf, textOf } from '@core/fields/index.js';
import { FIELDS } from './field-names.js';
import { NamedFields } from './named-fields.js';

/** How rows say that no seed is known. */
const NONE = /^(?:-\d+|random\w*|none|null|n\/?a|[-–—?]+)$/i;

/** What a row has for a seed and is none, as spreadsheets write long numbers: 1.8E+19. Null where that is nothing. */
export function oddSeed(fields: Fields): { readonly key: string; readonly reason: string } | null {
  const named = new NamedFields(fields);
  if (named.first(FIELDS.seed, (value) => seedOf(value) ?? undefined)) return null;
  const found = named.first(FIELDS.seed, (value) => textOf(value)?.trim() || undefined);
  if (!found || NONE.test(found.value)) return null;
  return {
    key: found.key,
    reason: `“${found.value.slice(0, 40)}” is no whole number that can be a seed; left out`,
  };
}
