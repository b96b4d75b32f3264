import { type Fields, plainName, textOf } from '@core/fields/index.js';

/** A field under the name that its object gives it. */
export interface Found<T> {
  readonly key: string;
  readonly value: T;
}

/** Names of the tables are asked for with every row. */
const plains = new Map<string, string>();
function plainOf(name: string): string {
  const plain = plains.get(name) ?? plainName(name);
  plains.set(name, plain);
  return plain;
}

/** The fields of an object by their plain names. */
export class NamedFields {
  readonly #keys: ReadonlyMap<string, string>;

  constructor(private readonly fields: Fields) {
    this.#keys = new Map(Object.keys(fields).map((key) => [plainName(key), key]));
  }

  /** The first of the names whose value `read` takes, which it says by a value that is not undefined. */
  first<T>(
    names: readonly string[],
    read: (value: unknown, key: string) => T | undefined,
  ): Found<T> | undefined {
    for (const name of names) {
      const key = this.#keys.get(plainOf(name));
      const value = key === undefined ? undefined : read(this.fields[key], key);
      if (key !== undefined && value !== undefined) return { key, value };
    }
    return undefined;
  }

  /** Each of the names that the object has, in their order. */
  all(names: readonly string[]): Found<unknown>[] {
    return names.flatMap((name) => {
      const key = this.#keys.get(plainOf(name));
      return key === undefined ? [] : [{ key, value: this.fields[key] }];
    });
  }

  /** The text of the first of the names that has one, without the white space around it. */
  text(names: readonly string[]): string | undefined {
    return this.first(names, (value) => textOf(value)?.trim() || undefined)?.value;
  }
}
