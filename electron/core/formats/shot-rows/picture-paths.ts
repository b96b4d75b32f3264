/** Where the pictures lie that a source names, however it writes their paths: Windows, absolute, an address, or a bare name. */
import { stat } from 'node:fs/promises';
import { isAbsolute, join, relative, resolve, sep } from 'node:path';
import { isPicture } from '@core/files/index.js';
import { decodedAddress } from '@shared/decoded-address.js';

/** Folders that a bare name is looked for in. */
const PICTURE_FOLDERS: readonly string[] = [
  '',
  'keyframes',
  'frames',
  'images',
  'pictures',
  'renders',
  'output',
];

/** Parts of a path that are looked for inside of the folder when the whole path leads nowhere. */
const MOST_PARTS = 6;

export class PicturePaths {
  readonly #folder: string;
  readonly #there = new Map<string, Promise<boolean>>();

  /** `folder`: absolute; what paths are relative to. */
  constructor(folder: string) {
    this.#folder = folder;
  }

  /**
   * Relative to the folder, with forward slashes; null where no file is found. The path as it stands goes first, also
   * when it leads out of the folder; then its last parts inside of the folder, since folders are moved and copied.
   */
  async find(written: string): Promise<string | null> {
    for (const candidate of this.#candidates(written)) if (await this.#isThere(candidate)) return candidate;
    return null;
  }

  *#candidates(written: string): Generator<string> {
    const path = localPath(written);
    const parts = partsOf(path);
    if (parts.length === 0) return;
    const isWhole = !/^https?:/i.test(written.trim());
    if (isWhole && isAbsolute(path)) yield* this.#outside(path);
    else if (isWhole && !/^[A-Za-z]:/.test(path)) {
      const named = path.replaceAll('\\', '/');
      if (named.split('/').includes('..')) yield* this.#outside(resolve(this.#folder, named));
      yield parts.join('/');
    }
    for (let from = Math.max(0, parts.length - MOST_PARTS); from < parts.length; from++)
      yield parts.slice(from).join('/');
    for (const inside of PICTURE_FOLDERS)
      yield join(inside, parts.at(-1) as string)
        .split(sep)
        .join('/');
  }

  *#outside(file: string): Generator<string> {
    const path = relative(this.#folder, file).split(sep).join('/');
    // Nothing but pictures is read outside of a storyboard's folder.
    if (path !== '' && !isAbsolute(path) && (isPicture(path) || !path.startsWith('..'))) yield path;
  }

  #isThere(path: string): Promise<boolean> {
    const known = this.#there.get(path);
    if (known) return known;
    const asked = stat(join(this.#folder, path)).then(
      (entry) => entry.isFile(),
      () => false,
    );
    this.#there.set(path, asked);
    return asked;
  }
}

/** A path without the form of an address: percent-encoding, host and query. */
function localPath(written: string): string {
  const path = written.trim();
  if (/^file:/i.test(path)) return fromFileUrl(path);
  if (!/^https?:/i.test(path)) return path;
  const inside = decodedAddress(path.replace(/^https?:\/\/[^/]*|[?#].*$/gi, ''));
  return isPicture(inside) ? inside : (askedFor(path) ?? inside);
}

/** Of an address that asks a program for a picture, as ComfyUI's `/view?filename=a.png&subfolder=b`. */
function askedFor(address: string): string | undefined {
  const asked = new URLSearchParams(/\?([^#]*)/.exec(address)?.[1] ?? '');
  const file = [...asked.values()].find(isPicture);
  const folder = asked.get('subfolder');
  return file !== undefined && folder ? `${folder}/${file}` : file;
}

/** `file:///C:/boards/a%20b.png`, `file://localhost/a.png`, and the wrong `file://C:/a.png` and `file:a.png` that tools write. */
const fromFileUrl = (url: string): string =>
  decodedAddress(url.replace(/^file:(?:\/\/localhost(?=\/)|\/\/(?=\/|[A-Za-z]:))?/i, '')).replace(
    /^\/(?=[A-Za-z]:[\\/])/,
    '',
  );

/** The names that a path goes through, without a drive and without steps up. */
const partsOf = (path: string): string[] =>
  path
    .replaceAll('\\', '/')
    .split('/')
    .filter((part) => part !== '' && part !== '.' && part !== '..' && !/^[A-Za-z]:$/.test(part));

/** As it is named to the artist where no file is found: inside of the folder. */
export const shownPath = (written: string): string => partsOf(localPath(written)).slice(-3).join('/');
