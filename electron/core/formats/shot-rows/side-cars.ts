/** The JSON files beside pictures, each of its picture's name: `scene_001.json {scene_id, prompt, seed, steps, …}`. */
import { join, parse as parsePath } from 'node:path';
import { type Fields, isFields } from '@core/fields/index.js';
import { NamesBelow, readTextWithin, Unfit } from '@core/files/index.js';
import { settingsIn } from '@core/metadata/index.js';
import type { Skipped } from '@shared/contract/index.js';
import { parse } from 'lossless-json';
import type { SourceTake } from '../imported.js';
import { NamedFields } from './named-fields.js';
import { type Words, wordsIn } from './words.js';

/** Bytes. */
const LARGEST = 1024 * 1024;

export type TakeWords = Omit<SourceTake, 'path' | 'selected'>;

export class SideCars {
  readonly #folder: string;
  readonly #skipped: Skipped[];
  readonly #names: NamesBelow;
  readonly #read = new Map<string, Promise<TakeWords | null>>();

  /** `folder`: absolute. Side-cars that are not read are added to `skipped`. */
  constructor(folder: string, skipped: Skipped[]) {
    this.#folder = folder;
    this.#skipped = skipped;
    this.#names = new NamesBelow(folder);
  }

  /** Of a picture, by its path relative to the folder; null where there is none. */
  of(picture: string): Promise<TakeWords | null> {
    const known = this.#read.get(picture) ?? this.#readOf(picture);
    this.#read.set(picture, known);
    return known;
  }

  async #readOf(picture: string): Promise<TakeWords | null> {
    const { dir, name } = parsePath(picture);
    const beside = join(dir, `${name}.json`);
    if (!(await this.#names.mayHave(beside))) return null;
    const file = join(this.#folder, beside);
    const text = await readTextWithin(this.#folder, file, LARGEST).catch((thrown) => {
      // Of pictures elsewhere, nothing but the picture is read.
      if (thrown instanceof Unfit && !beside.startsWith('..'))
        this.#skipped.push({ name: beside, reason: thrown.message });
      return null;
    });
    if (text === null) return null;
    try {
      const row = parse(text);
      return isFields(row) ? takeWords(row) : null;
    } catch {
      return null;
    }
  }
}

/** What is said of one picture, with the settings that it was made with. */
export function takeWords(row: Fields): TakeWords {
  return { ...textsOf(wordsIn(new NamedFields(row), () => undefined)), settings: settingsIn(row) };
}

export const textsOf = ({ prompt, negativePrompt, seed }: Words): Omit<TakeWords, 'settings'> => ({
  ...(prompt && { prompt: prompt.text }),
  ...(negativePrompt && { negativePrompt: negativePrompt.text }),
  ...(seed && { seed: seed.text }),
});
