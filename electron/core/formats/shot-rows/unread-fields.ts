import { type Fields, plainName } from '@core/fields/index.js';
import type { Skipped } from '@shared/contract/index.js';
import { listed } from '@shared/listed.js';
import { FIELDS, STATED, UNUSED } from './field-names.js';

const KNOWN: ReadonlySet<string> = new Set(
  [...Object.values(FIELDS), ...Object.values(STATED), UNUSED].flat().map(plainName),
);
const MOST_NAMED = 12;

/** The fields of all rows of a file that nothing is known of, in one sentence; none where there are none. */
export function unreadFields(file: string, rows: readonly Fields[]): Skipped[] {
  const unread = new Map<string, string>();
  for (const row of rows)
    for (const key of Object.keys(row)) if (!KNOWN.has(plainName(key))) unread.set(plainName(key), key);
  if (unread.size === 0) return [];
  const names = [...unread.values()].map((name) => `“${name}”`);
  return [{ name: `${file}, fields`, reason: `not read: ${listed(names, MOST_NAMED)}` }];
}
