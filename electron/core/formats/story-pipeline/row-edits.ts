import { type Fields, textOf } from '@core/fields/index.js';
import { capitalised } from '@shared/capitalised.js';
import type { Take } from '@shared/records/index.js';
import { FIELDS, NamedFields, type Row, type RowPicture, readRow } from '../shot-rows/index.js';
import type { JsonEdits } from './json-edits.js';
import type { FoundRow } from './rows.js';

/** The words of new names, as `#newKey` puts them together. */
const NEW_NAMES = {
  description: ['scene', 'description'],
  prompt: ['visual', 'prompt'],
  negativePrompt: ['negative', 'prompt'],
  seed: ['seed'],
  picture: ['image', 'path'],
  number: ['shot', 'number'],
  scene: ['scene', 'title'],
  omitted: ['omitted'],
  takes: ['takes'],
} as const;
type Kind = Exclude<keyof typeof NEW_NAMES, 'takes'>;

/** A take with its path as the file that is written names it. */
export type WrittenTake = Pick<Take, 'path' | 'prompt' | 'negativePrompt' | 'seed'>;

type ListedPicture = RowPicture & Required<Pick<RowPicture, 'keys'>>;

/** Puts values into one row of a shots file, each under the name that the row has for it. */
export class RowEdits {
  readonly #fields: Fields;
  readonly #path: FoundRow['path'];
  readonly #row: Row;
  readonly #edits: JsonEdits;
  #prompt: string | undefined;

  constructor({ fields, path }: Pick<FoundRow, 'fields' | 'path'>, edits: JsonEdits) {
    this.#fields = fields;
    this.#path = path;
    this.#row = readRow(fields, () => undefined);
    this.#edits = edits;
    this.#prompt = this.#row.words.prompt?.text;
  }

  /** Relative to the file that is written. */
  picture(path: string): void {
    this.#put('picture', this.#row.pictures.own, JSON.stringify(path));
  }

  /** For a row that has none, and had its number from its place. */
  number(number: string): void {
    if (this.#row.number === null) this.#put('number', undefined, JSON.stringify(number));
  }

  /** Says whether it is a part of the story, where it says otherwise. */
  omitted(isOmitted: boolean): void {
    if (isOmitted === this.#row.isOmitted) return;
    const own = new NamedFields(this.#fields).first(FIELDS.omitted, () => true);
    this.#put('omitted', own && [own.key], String(isOmitted));
  }

  get namesScene(): boolean {
    return this.#row.scene !== null;
  }

  scene(scene: string | null): void {
    const { scene: own, sceneKey } = this.#row;
    if (scene !== own) this.#put('scene', sceneKey === null ? undefined : [sceneKey], JSON.stringify(scene));
  }

  /** From its start to its end in seconds; null where it does not say both in plain numbers. */
  get span(): readonly [start: number, end: number] | null {
    const [start, end] = [this.#secondsOf(FIELDS.start), this.#secondsOf(FIELDS.end)];
    return start && end && end.value >= start.value ? [start.value, end.value] : null;
  }

  /** Of a row with a span: it lasts as long from there. */
  startAt(seconds: number): void {
    const [start, end] = [this.#secondsOf(FIELDS.start), this.#secondsOf(FIELDS.end)];
    if (!start || !end || start.value === seconds) return;
    for (const { key, value } of [start, end])
      this.#edits.set([...this.#path, key], String(Number((seconds + value - start.value).toFixed(6))));
  }

  get namesPictures(): boolean {
    return this.#row.pictures.all.length > 0;
  }

  /** The pictures that the row lists, as it writes their paths. */
  get listed(): readonly string[] {
    return this.#listed.map(({ path }) => path);
  }

  /**
   * All takes, in their order, with what is said of each. `known`: of each of `listed`, which take it is. Where the row
   * has a list, its entries stay what they are, and only their paths become those of the file that is written.
   */
  takes(takes: readonly WrittenTake[], known: readonly (number | null)[]): void {
    for (const [at, { keys }] of this.#listed.entries()) {
      const path = takes[known[at] ?? -1]?.path;
      if (path !== undefined) this.#edits.set([...this.#path, ...keys], JSON.stringify(path));
    }
    const others = takes.filter((_, at) => !known.includes(at));
    const [first] = this.#listed;
    if (!first) {
      const list = `[${takes.map((take) => this.#entry(take)).join(', ')}]`;
      this.#edits.set([...this.#path, this.#newKey('takes')], list);
    } else if (others.length > 0) {
      const isPlain = first.keys.length === 2;
      const entries = others.map((take) => (isPlain ? JSON.stringify(take.path) : this.#entry(take)));
      this.#edits.append([...this.#path, ...first.keys.slice(0, 1)], entries);
    }
  }

  words(kind: 'prompt' | 'negativePrompt', text: string): void {
    const said = this.#row.words[kind];
    if (text === (said?.text ?? '')) return;
    if (kind === 'prompt') this.#prompt = text;
    this.#put(kind, said?.keys, JSON.stringify(text));
  }

  /** Decimal: a number past 2^53 stays one. A text where the row has a text. */
  seed(seed: string): void {
    const said = this.#row.words.seed;
    if (seed === said?.text) return;
    const isText = said && this.#edits.written([...this.#path, ...said.keys])?.startsWith('"');
    this.#put('seed', said?.keys, isText ? JSON.stringify(seed) : seed);
  }

  /** After the prompt, which describes a shot that has no words of its own. */
  description(text: string): void {
    const { description, spoken } = this.#row.words;
    const read = description?.text ?? (this.#prompt || spoken?.text || '');
    if (text !== read) this.#put('description', description?.keys, JSON.stringify(text));
  }

  get #listed(): readonly ListedPicture[] {
    return this.#row.pictures.all.filter((one): one is ListedPicture => one.keys !== undefined);
  }

  #secondsOf(names: readonly string[]) {
    return new NamedFields(this.#fields).first(names, (value) => {
      const seconds = typeof value === 'string' ? Number.NaN : Number(textOf(value));
      return Number.isFinite(seconds) ? seconds : undefined;
    });
  }

  #entry({ path, prompt, negativePrompt, seed }: WrittenTake): string {
    const fields: [Kind, string][] = [['picture', JSON.stringify(path)]];
    if (prompt !== '') fields.push(['prompt', JSON.stringify(prompt)]);
    if (negativePrompt !== '') fields.push(['negativePrompt', JSON.stringify(negativePrompt)]);
    if (seed !== null) fields.push(['seed', seed]);
    return `{${fields.map(([kind, json]) => `${JSON.stringify(this.#newKey(kind))}: ${json}`).join(', ')}}`;
  }

  #put(kind: Kind, keys: readonly string[] | undefined, json: string): void {
    this.#edits.set([...this.#path, ...(keys ?? [this.#emptyKey(kind) ?? this.#newKey(kind)])], json);
  }

  /** A field that is there for it and holds nothing. */
  #emptyKey(kind: Kind): string | undefined {
    return new NamedFields(this.#fields).first(FIELDS[kind], (value) =>
      value === null || value === '' ? true : undefined,
    )?.key;
  }

  /** As this row writes its own names: `image_path`, `image-path`, `ImagePath` or `imagePath`. */
  #newKey(kind: keyof typeof NEW_NAMES): string {
    const keys = Object.keys(this.#fields);
    const words = NEW_NAMES[kind];
    for (const mark of ['_', '-', ' ']) if (keys.some((key) => key.includes(mark))) return words.join(mark);
    const isPascal = keys.length > 0 && keys.every((key) => /^\p{Lu}/u.test(key));
    return words.map((word, at) => (at === 0 && !isPascal ? word : capitalised(word))).join('');
  }
}
