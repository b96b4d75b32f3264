/**
 * The files beside pictures that say how each was made or what it shows: `a.json`, `a.txt`, `a.md` or `a.caption` of
 * `a.png`, also as `a.png.txt`. In whichever form: fields as rows have them, what a generator writes into its pictures, or words.
 */
import { basename } from 'node:path';
import { type Fields, isFields, withoutNaN } from '@core/fields/index.js';
import { alike, NamesBelow, readTextWithin, Unfit, withoutExtension } from '@core/files/index.js';
import { embeddedIn, settingsIn } from '@core/metadata/index.js';
import type { Skipped } from '@shared/contract/index.js';
import { ContinuistError } from '@shared/errors.js';
import type { SourceTake } from '../imported.js';
import { jsonOf } from '../json-of.js';
import { NamedFields } from './named-fields.js';
import { type Words, wordsIn } from './words.js';

/** In the order in which they count. SwarmUI’s has a name of its own. */
const EXTENSIONS = ['.json', '.swarm.json', '.txt', '.md', '.caption'];

/** Bytes. */
const LARGEST = 1024 * 1024;

export type TakeWords = Omit<SourceTake, 'path' | 'selected'>;

export interface SideCar extends TakeWords {
  readonly description?: string;
  readonly scene?: string;
}

/** Names of what may lie beside a picture of this name, or path. */
function besides(picture: string): string[] {
  const stems = [withoutExtension(picture), picture];
  return EXTENSIONS.flatMap((extension) => stems.map((stem) => stem + extension));
}

/** Of a name, or path: of which pictures it would be, by all of their names or all but the extension. */
function stemsOf(name: string): string[] {
  const plain = alike(name);
  return EXTENSIONS.flatMap((extension) =>
    plain.endsWith(extension) ? [plain.slice(0, -extension.length)] : [],
  );
}

/** Whether it is of a kind that may lie beside a picture. */
export const isBeside = (name: string): boolean => stemsOf(name).length > 0;

/** Tells of a name whether what is called so lies beside one of these pictures. */
export function besideOneOf(pictures: readonly string[]): (name: string) => boolean {
  const stems = new Set(pictures.flatMap((picture) => [picture, withoutExtension(picture)]).map(alike));
  return (name) => stemsOf(name).some((stem) => stems.has(stem));
}

export class SideCars {
  readonly #folder: string;
  readonly #skipped: Skipped[];
  readonly #names: NamesBelow;
  readonly #read = new Map<string, Promise<SideCar>>();

  /** `folder`: absolute. Side-cars that are not read are added to `skipped`. */
  constructor(folder: string, skipped: Skipped[]) {
    this.#folder = folder;
    this.#skipped = skipped;
    this.#names = new NamesBelow(folder);
  }

  /** Of a picture, by its path relative to the folder; empty where there is none. Of several, the first counts for what it says. */
  of(picture: string): Promise<SideCar> {
    const known = this.#read.get(picture) ?? this.#readOf(picture);
    this.#read.set(picture, known);
    return known;
  }

  async #readOf(picture: string): Promise<SideCar> {
    let all: SideCar = {};
    for (const beside of besides(picture)) {
      const file = await this.#names.find(beside);
      if (file === null) continue;
      const skip = (reason: string) => void this.#skipped.push({ name: beside, reason });
      const text = await readTextWithin(this.#folder, file, LARGEST).catch((thrown) => {
        // Of pictures elsewhere, nothing but the picture is read.
        if (thrown instanceof Unfit && !beside.startsWith('..')) skip(thrown.message);
        return null;
      });
      if (text !== null) all = { ...read(beside, text, skip), ...all };
    }
    return all;
  }
}

function read(name: string, text: string, skip: (reason: string) => void): SideCar {
  const labelled = labelledIn(text);
  if (labelled) return fieldsOf(labelled);
  const made = embeddedIn([{ where: 'comment', name: '', text, bytes: text.length }]);
  if (made.tool !== null)
    return {
      ...(made.prompt && { prompt: made.prompt, negativePrompt: made.negativePrompt }),
      ...(made.seed !== null && { seed: made.seed }),
      settings: made.settings,
    };
  if (!name.endsWith('.json')) return text.trim() === '' ? {} : { description: plainText(text) };
  try {
    const row = jsonOf(withoutNaN(text), basename(name));
    const said = isFields(row) ? fieldsOf(row) : {};
    if (Object.keys(said).length === 0) skip('nothing in it that is known of a picture');
    return said;
  } catch (thrown) {
    skip(thrown instanceof ContinuistError ? thrown.detail : 'it cannot be read');
    return {};
  }
}

/** Lines as Easy Diffusion writes them: `Prompt: a fox`, `Seed: 3`, `Negative Prompt: text`. Null for any other text. */
function labelledIn(text: string): Fields | null {
  if (!/^\s*prompt: /i.test(text) || !/^seed: *\d/im.test(text)) return null;
  const lines = text.split(/\r?\n/).map((line) => /^([^:]{1,40}): ?(.*)$/.exec(line));
  return Object.fromEntries(lines.flatMap((found) => (found ? [[found[1], found[2]]] : [])));
}

const plainText = (text: string): string => text.replaceAll('\r\n', '\n').trim();

function fieldsOf(row: Fields): SideCar {
  const named = new NamedFields(row);
  const words = wordsIn(named, () => undefined);
  const scene = named.text(['scene', 'sceneName', 'sceneTitle']);
  const settings = settingsIn(row);
  return {
    ...(words.description && { description: words.description.text }),
    ...textsOf(words),
    ...(scene !== undefined && { scene }),
    ...(Object.keys(settings).length > 0 && { settings }),
  };
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
