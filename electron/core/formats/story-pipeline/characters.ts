import { type Fields, isFields } from '@core/fields/index.js';
import type { ImportedCharacter } from '../imported.js';
import { NamedFields } from '../shot-rows/index.js';

const LOOKS = [
  'description',
  'appearance',
  'visualDescription',
  'look',
  'prompt',
  'visualPrompt',
  'promptEn',
];

/** The cast of a shots file: a list of characters, or an object of them by name. Those without looks are left out. */
export function charactersOf(head: Fields): ImportedCharacter[] {
  const cast = new NamedFields(head).first(['characters', 'cast', 'characterSheet'], (value) =>
    Array.isArray(value) || isFields(value) ? value : undefined,
  )?.value;
  if (Array.isArray(cast)) return cast.flatMap((one) => (isFields(one) ? character(one) : []));
  return Object.entries(cast ?? {}).flatMap(([name, one]) =>
    isFields(one) ? character({ name, ...one }) : character({ name, description: one }),
  );
}

function character(fields: Fields): ImportedCharacter[] {
  const named = new NamedFields(fields);
  const name = named.text(['name', 'nameEn', 'characterName', 'id']);
  const description = named.text(LOOKS);
  const aliases = named.first(['aliases', 'nicknames'], (value) =>
    Array.isArray(value) ? value : undefined,
  );
  return name && description
    ? [{ name, description, aliases: (aliases?.value ?? []).filter((one) => typeof one === 'string') }]
    : [];
}
