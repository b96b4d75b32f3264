/** A file or folder that was chosen, read once however many formats look at it. */
import { readdir, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { extensionOf, readTextWithin, Unfit } from '@core/files/index.js';
import { type Embedded, readMetadata } from '@core/metadata/index.js';
import { ContinuistError } from '@shared/errors.js';
import { type MatchChoice, NO_CHOICE } from '@shared/matching/index.js';
import { jsonOf, outlineOf } from './json-of.js';
import { type PicturesBelow, picturesBelow } from './pictures-below.js';

/** Of what a picture's file says of how it was made, what a storyboard is made of. */
export type PictureSays = Omit<Embedded, 'origins'>;

/** Reads what a picture's file says of how it was made; null where it is not asked. */
export type ReadEmbedded = (file: string) => Promise<PictureSays | null>;

/** Hears how many pictures were read, of all. */
export type HearRead = (read: number, all: number) => void;

export interface Input {
  /** Absolute. */
  readonly path: string;
  readonly name: string;
  readonly kind: 'file' | 'folder';
  /** Absolute: itself, or the one that it lies in. */
  readonly folder: string;
  /** Of a file, lower case with the dot; '' for a folder. */
  readonly extension: string;
  /** What a folder holds; nothing for a file. */
  names(): Promise<readonly string[]>;
  /** All in the folder that it is or lies in, and in the folders below. Throws OPEN_FAILED where there are too many. */
  pictures(): Promise<PicturesBelow>;
  /** Of a file, without the mark that may stand before its first character. Throws OPEN_FAILED. */
  text(): Promise<string>;
  /** Numbers stay as they are written. Throws OPEN_FAILED, or BAD_FILE for what is not JSON. */
  json(): Promise<unknown>;
  /**
   * The same with numbers as JavaScript has them, in a tenth of the time: to tell what a file is. A key that stands twice
   * is let pass. undefined for what cannot be read or is not JSON.
   */
  outline(): Promise<unknown>;
  /** Of a picture: what its file says of how it was made. */
  readonly embedded: ReadEmbedded;
  /** What the artist said of which picture shows which shot. */
  readonly match: MatchChoice;
  /** Of what a folder holds. */
  inside(name: string): Input;
}

/** Bytes of a file with a storyboard in it: more than a million shots. */
const LARGEST = 512 * 1024 * 1024;

export interface InputOptions extends Partial<Pick<Input, 'embedded' | 'match'>> {
  /** Where a file must lie, also through links; its folder unless said. */
  readonly root?: string;
}

/** Throws OPEN_FAILED when nothing is there. */
export async function inputAt(
  path: string,
  { root, embedded = readMetadata, match = NO_CHOICE }: InputOptions = {},
): Promise<Input> {
  const full = resolve(path);
  const entry = await stat(full).catch((cause) => {
    throw new ContinuistError(
      'OPEN_FAILED',
      `${basename(full)} is not there`,
      { name: basename(full) },
      cause,
    );
  });
  return entry.isDirectory()
    ? inputOf(full, 'folder', full, { embedded, match })
    : inputOf(full, 'file', root ?? dirname(full), { embedded, match });
}

function inputOf(
  path: string,
  kind: Input['kind'],
  root: string,
  given: Pick<Input, 'embedded' | 'match'>,
): Input {
  const name = basename(path);
  const names = once(async () => (kind === 'folder' ? await readdir(path) : []));
  const folder = kind === 'folder' ? path : dirname(path);
  const pictures = once(() => picturesBelow(folder));
  const text = once(() =>
    readTextWithin(root, path, LARGEST).catch((cause) => {
      const why = cause instanceof Unfit ? `: ${cause.message}` : '';
      throw new ContinuistError('OPEN_FAILED', `${name} cannot be read${why}`, {}, cause);
    }),
  );
  const json = once(async () => jsonOf(await text(), name));
  const outline = once(() => text().then(outlineOf, () => undefined));
  const extension = kind === 'file' ? extensionOf(name) : '';
  return {
    path,
    name,
    kind,
    folder,
    extension,
    names,
    pictures,
    text,
    json,
    outline,
    ...given,
    inside: (one) => inputOf(join(path, one), 'file', root, given),
  };
}

export function once<T>(work: () => Promise<T>): () => Promise<T> {
  let done: Promise<T> | null = null;
  return () => {
    done ??= work();
    return done;
  };
}
