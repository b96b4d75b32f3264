/**
 * The open dialog's view of the disk. Paths stay on this side: the interface holds tokens, which mean something
 * to this process only and only for what it has listed.
 */
import { randomBytes } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { basename, dirname, extname, join } from 'node:path';
import { byName, extensionOf, isPicture } from '@core/files/index.js';
import { FORMATS } from '@core/formats/index.js';
import { folderUnreadable } from '@models/library/index.js';
import type { Dropped, ListedFolder, OpenEntry } from '@shared/contract/index.js';
import { ContinuistError } from '@shared/errors.js';
import { findDropped } from './find-dropped.js';
import { picturesInside } from './pictures-inside.js';

export interface StartingFolder {
  readonly name: string;
  readonly path: string;
}

export class FolderBrowser {
  readonly #paths = new Map<string, string>();
  readonly #tokens = new Map<string, string>();
  readonly #start: readonly StartingFolder[];

  constructor(start: readonly StartingFolder[]) {
    this.#start = start;
  }

  tokenFor(path: string): string {
    const known = this.#tokens.get(path);
    if (known) return known;
    const token = randomBytes(16).toString('hex');
    this.#tokens.set(path, token);
    this.#paths.set(token, path);
    return token;
  }

  /** Throws NOT_FOUND for a token that was not given out. */
  pathOf(token: string): string {
    const path = this.#paths.get(token);
    if (!path) throw new ContinuistError('NOT_FOUND');
    return path;
  }

  /** What was dropped onto a page, of what lies below the starting folders; see find-dropped.ts. */
  async find(dropped: Dropped): Promise<string | null> {
    const path = await findDropped(
      this.#start.map((start) => start.path),
      dropped,
    );
    return path === null ? null : this.tokenFor(path);
  }

  /** Throws FOLDER_UNREADABLE. */
  async list(token: string | null): Promise<ListedFolder> {
    if (token === null) {
      const entries = await Promise.all(this.#start.map(({ name, path }) => this.#folder(name, path)));
      return { parent: null, name: '', entries, inside: { pictures: 0, isAll: true } };
    }
    const path = this.pathOf(token);
    const names = await readdir(path, { withFileTypes: true }).catch((cause) => {
      throw folderUnreadable(path, cause);
    });
    const shown = names.filter(({ name }) => !name.startsWith('.')).sort((a, b) => byName(a.name, b.name));
    const folders = shown.filter((entry) => entry.isDirectory());
    const files = shown.filter((entry) => entry.isFile() && !isPicture(entry.name) && formatOf(entry.name));
    const pictures = shown.filter((entry) => entry.isFile() && isPicture(entry.name));
    const parent = dirname(path);
    return {
      parent: parent === path ? null : this.tokenFor(parent),
      name: basename(path) || path,
      entries: [
        ...(await Promise.all(folders.map(({ name }) => this.#folder(name, join(path, name))))),
        ...files.map(({ name }) => ({
          ...this.#entry('file', name, join(path, name)),
          format: formatOf(name)?.name ?? '',
        })),
        ...pictures.map(({ name }) => this.#entry('image', name, join(path, name))),
      ],
      inside: await picturesInside(path, names),
    };
  }

  async #folder(name: string, path: string): Promise<OpenEntry> {
    const inside = await readdir(path).catch(() => []);
    const pictures = inside.filter(isPicture).length;
    return { ...this.#entry('folder', name, path), pictures, model: isModel(inside) };
  }

  #entry(kind: OpenEntry['kind'], name: string, path: string): OpenEntry {
    return { token: this.tokenFor(path), name, kind, format: '', pictures: 0, model: false };
  }
}

/** The format that reads files of this name. */
const formatOf = (name: string) =>
  FORMATS.find(({ read, extensions }) => read && extensions.includes(extensionOf(name)));

/** In the published layout, or all in one folder. */
const isModel = (names: readonly string[]): boolean =>
  names.includes('config.json') && names.some((name) => name === 'onnx' || extname(name) === '.onnx');
