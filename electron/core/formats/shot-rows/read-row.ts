/** One row of a shots file or of a shot list as a shot: which field says what, whatever it is called. */
import type { Stated } from '@core/claims/index.js';
import { type Fields, textOf } from '@core/fields/index.js';
import { FIELDS } from './field-names.js';
import { NamedFields } from './named-fields.js';
import { picturesIn, type RowPictures } from './pictures.js';
import { type Complain, durationIn } from './seconds.js';
import { statedIn } from './stated.js';
import { type Words, wordsIn } from './words.js';

export interface Row {
  /** Null when it names none. */
  readonly number: string | null;
  readonly scene: string | null;
  /** The field that says so. */
  readonly sceneKey: string | null;
  /** Of a shot that an artist put in; null where it says nothing of that. */
  readonly ownId: string | null;
  /** It says that it is no part of the story. */
  readonly isOmitted: boolean;
  readonly stated: readonly Stated[];
  readonly seconds: number | null;
  readonly words: Words;
  readonly pictures: RowPictures;
  /** What the names of its pictures begin with; null when it does not say. */
  readonly prefix: string | null;
}

/** `complain` hears of fields that are of a wrong type, by the name that the row gives them. */
export function readRow(fields: Fields, complain: Complain): Row {
  const named = new NamedFields(fields);
  const number = named.first(FIELDS.number, numberText);
  const scene = named.first(FIELDS.scene, (value, key) =>
    key === number?.key ? undefined : textOf(value)?.trim() || undefined,
  );
  const words = wordsIn(named, complain);
  const taken = new Set([number?.key, scene?.key, words.description?.keys[0], words.prompt?.keys[0]]);
  return {
    number: number?.value ?? null,
    prefix: named.text(FIELDS.prefix) ?? null,
    scene: scene?.value ?? null,
    sceneKey: scene?.key ?? null,
    ownId: named.first(FIELDS.ownId, ownIdIn)?.value ?? null,
    isOmitted: named.first(FIELDS.omitted, isYes) !== undefined,
    stated: statedIn(named, taken),
    seconds: durationIn(named, complain),
    words,
    pictures: picturesIn(named),
  };
}

const ownIdIn = (value: unknown): string | undefined =>
  typeof value === 'string' && /^[\w-]{1,60}$/.test(value) ? value : undefined;

const isYes = (value: unknown): true | undefined =>
  /^(true|yes|x|1|omit|omitted)$/i.test(textOf(value)?.trim() ?? String(value)) || undefined;

/** Under these names there may be words instead: "shot": "a wide shot of a fox", "frame": "fox.png". */
const MAY_BE_WORDS = new Set([
  'shot',
  'scene',
  'frame',
  'panel',
  'plan',
  'plano',
  'toma',
  'id',
  'order',
  'einstellung',
]);

function numberText(value: unknown, key: string): string | undefined {
  const text = textOf(value)?.trim();
  if (!text || text.length > 64) return undefined;
  if (!MAY_BE_WORDS.has(key.toLowerCase())) return text;
  return /^\D{0,12}\d[\w.-]*$/.test(text) && !/\.[a-z]{3,5}$/i.test(text) ? text : undefined;
}
