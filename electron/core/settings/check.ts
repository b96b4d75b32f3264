/** Settings that were given as values: which are right, and what is wrong with the others. */
import { ContinuistError } from '@shared/errors.js';
import { nearestKey } from '@shared/nearest-key.js';
import { DEFAULT_SETTINGS, type Settings, settings } from '@shared/settings.js';
import type { Defect } from './defect.js';
import { asCalledNow, sortedSections, unknownGenerator } from './generators.js';

export const KEYS = Object.keys(DEFAULT_SETTINGS) as (keyof Settings)[];

/** The settings of `value` that can be used, as they are stored, and what is wrong with the rest of it. */
export function sorted(value: object): { values: Partial<Settings>; defects: Defect[] } {
  const defects: Defect[] = [];
  const right = Object.entries(asCalledNow(value)).flatMap(([key, given]) => {
    if (!isKey(key)) {
      defects.push(unknownKey(key, KEYS));
      return [];
    }
    const { data, error } = settings.shape[key].safeParse(given);
    if (!error) return [[key, ofGenerators(key, data, defects)]].filter(([, kept]) => kept !== undefined);
    const [issue] = error.issues;
    defects.push({ key: [key, ...(issue?.path ?? [])].join('.'), message: issue?.message ?? 'not valid' });
    return [];
  });
  return { values: Object.fromEntries(right) as Partial<Settings>, defects };
}

/** `value` when all of it can be used; `source` is named in the error. Throws BAD_SETTING. */
export function checkedSettings(value: object, source: string): Partial<Settings> {
  const { values, defects } = sorted(value);
  const [first] = defects;
  if (first) throw badSetting(first, source);
  return values;
}

/** Throws BAD_SETTING that names the nearest known key. */
export function refuseUnknownKeys(value: object, known: readonly string[], source: string): void {
  const key = Object.keys(value).find((name) => !known.includes(name));
  if (key !== undefined) throw badSetting(unknownKey(key, known), source);
}

export function badSetting({ key, near, message }: Defect, source: string): ContinuistError {
  const what = near === undefined ? `${source}, ${key}: ${message}` : `${source}: ${message}`;
  return new ContinuistError('BAD_SETTING', what, near === undefined ? { key, why: message } : { key, near });
}

/** What is right of it by the table of generators; undefined for a generator that is none. */
function ofGenerators(key: keyof Settings, data: unknown, defects: Defect[]): unknown {
  if (key === 'generators') return sortedSections(data as Settings['generators'], defects);
  const wrong = key === 'generator' ? unknownGenerator(String(data)) : null;
  if (!wrong) return data;
  defects.push(wrong);
  return undefined;
}

const isKey = (key: string): key is keyof Settings => (KEYS as readonly string[]).includes(key);

function unknownKey(key: string, known: readonly string[]): Defect {
  const near = nearestKey(key, known);
  return { key, near, message: `“${key}” is not a setting; did you mean “${near}”?` };
}
