/** The pictures that a row names, by a path of its own or in a list of takes. */
import { type Fields, isFields, textOf } from '@core/fields/index.js';
import { FIELDS } from './field-names.js';
import { NamedFields } from './named-fields.js';
import { type Words, wordsIn } from './words.js';

export interface RowPicture {
  /** As the row writes it. */
  readonly path: string;
  /** What is said of this picture alone. */
  readonly words: Words;
  /** Of several takes, the one that counts. */
  readonly selected: boolean;
  /** The keys that lead to its path in a list of the row; undefined for the path that the row itself has. */
  readonly keys?: readonly (string | number)[];
}

/** `own`: the keys that lead to the path that the row itself has. */
export interface RowPictures {
  readonly all: readonly RowPicture[];
  readonly own?: readonly string[];
}

export function picturesIn(named: NamedFields): RowPictures {
  const own = named.first(FIELDS.picture, pathAt);
  const listed = named
    .all([...FIELDS.pictures, ...FIELDS.picture])
    .flatMap(({ key, value }) => takesOf(key, value));
  if (!own) return { all: listed };
  const { path, inner } = own.value;
  const others = listed.map((take) => ({ ...take, selected: take.path === path }));
  const all = others.some(({ selected }) => selected)
    ? others
    : [{ path, words: {}, selected: true }, ...others];
  return { all, own: inner === undefined ? [own.key] : [own.key, inner] };
}

interface PathAt {
  readonly path: string;
  /** The key that it has within an object. */
  readonly inner?: string;
}

function pathAt(value: unknown): PathAt | undefined {
  const path = pathIn(value);
  if (path !== undefined) return { path };
  if (!isFields(value)) return undefined;
  const found = new NamedFields(value).first(FIELDS.picture, pathIn);
  return found && { path: found.value, inner: found.key };
}

/** Without the quotation marks that Windows copies paths with. `frame: 12` and `image: "a fox"` name no file. */
function pathIn(value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined;
  const path = value
    .trim()
    .replace(/^(["'])([^"']+)\1$/, '$2')
    .trim();
  const isPath = /^(?:https?|file):\/\/\S/i.test(path) || /[^\s./\\][^\n]{0,1000}\.[a-z]{3,5}$/i.test(path);
  return isPath ? path : undefined;
}

function takesOf(key: string, value: unknown): RowPicture[] {
  if (!Array.isArray(value)) return [];
  return value.flatMap((one, index) => {
    const at = pathAt(one);
    if (!at) return [];
    const { path, inner } = at;
    const keys = inner === undefined ? [key, index] : [key, index, inner];
    return isFields(one)
      ? [{ path, keys, words: wordsIn(new NamedFields(one), () => undefined), selected: isSelected(one) }]
      : [{ path, keys, words: {}, selected: false }];
  });
}

/** A keyframe says itself that it is the one that counts: true, "true" or 1. */
export const isSelected = (fields: Fields): boolean =>
  new NamedFields(fields).first(FIELDS.selected, (value) =>
    value === true || /^(?:true|yes|1|x)$/i.test(textOf(value) ?? '') ? true : undefined,
  ) !== undefined;
