/** A file or folder that was chosen, read once however many formats look at it. */
import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { extensionOf } from '@core/files/index.js';
import { ContinuistError } from '@shared/errors.js';
import { parse } from 'lossless-json';

export interface Input {
  /** Absolute. */
  readonly path: string;
  readonly name: string;
  readonly kind: 'file' | 'folder';
  /** Of a file, lower case with the dot; '' for a folder. */
  readonly extension: string;
  /** What a folder holds; nothing for a file. */
  names(): Promise<readonly string[]>;
  /** Of a file, without the mark that may stand before its first character. Throws OPEN_FAILED. */
  text(): Promise<string>;
  /** Numbers stay as they are written. Throws OPEN_FAILED, or BAD_FILE for what is not JSON. */
  json(): Promise<unknown>;
  /** Of what a folder holds. */
  inside(name: string): Input;
}

/** Throws OPEN_FAILED when nothing is there. */
export async function inputAt(path: string): Promise<Input> {
  const full = resolve(path);
  const entry = await stat(full).catch((cause) => {
    throw new ContinuistError(
      'OPEN_FAILED',
      `${basename(full)} is not there`,
      { name: basename(full) },
      cause,
    );
  });
  return entry.isDirectory() ? inputOf(full, 'folder') : inputOf(full, 'file');
}

function inputOf(path: string, kind: Input['kind']): Input {
  const name = basename(path);
  const names = once(async () => (kind === 'folder' ? await readdir(path) : []));
  const text = once(async () => {
    const read = await readFile(path, 'utf8').catch((cause) => {
      throw new ContinuistError('OPEN_FAILED', `${name} cannot be read`, {}, cause);
    });
    return read.replace(/^\uFEFF/, '');
  });
  const json = once(async () => {
    const source = await text();
    try {
      return parse(source);
    } catch (cause) {
      throw new ContinuistError('BAD_FILE', `${name} is not valid JSON`, { file: name }, cause);
    }
  });
  const extension = kind === 'file' ? extensionOf(name) : '';
  return {
    path,
    name,
    kind,
    extension,
    names,
    text,
    json,
    inside: (one) => inputOf(join(path, one), 'file'),
  };
}

function once<T>(work: () => Promise<T>): () => Promise<T> {
  let done: Promise<T> | null = null;
  return () => {
    done ??= work();
    return done;
  };
}
