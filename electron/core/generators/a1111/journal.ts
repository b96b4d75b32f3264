/**
 * What is known of work besides its name, in the request's own folder: that it was sent, and what came of it. The server
 * tells neither, so this is the only place where it stands.
 */
import { rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { readAtMost, replaceFile } from '@core/files/index.js';
import { z } from 'zod';
import type { GeneratedImage } from '../generator.js';
import type { Work } from './handle.js';

const about = z.object({
  seed: z.string().optional(),
  settings: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
});
const LARGEST_PICTURE = 256 * 1024 * 1024;
const LARGEST_ABOUT = 1024 * 1024;

export class Journal {
  readonly #sent: string;
  readonly #picture: string;
  readonly #about: string;

  constructor(folder: string, { taskId }: Work) {
    const file = join(folder, taskId);
    [this.#sent, this.#picture, this.#about] = [`${file}.sent`, `${file}.picture`, `${file}.json`];
  }

  /** Before anything is sent. */
  sends(): Promise<void> {
    return replaceFile(this.#sent, '');
  }

  /** When it is certain that nobody has it. */
  neverCame(): Promise<void> {
    return rm(this.#sent, { force: true });
  }

  async made({ bytes, ...rest }: GeneratedImage): Promise<void> {
    await replaceFile(this.#about, JSON.stringify(rest));
    // Last: where it is, the other is.
    await replaceFile(this.#picture, bytes);
  }

  wasSent(): Promise<boolean> {
    return stat(this.#sent).then(
      () => true,
      () => false,
    );
  }

  /** Null before it is here. */
  async picture(): Promise<GeneratedImage | null> {
    const [picture, rest] = [
      await readAtMost(this.#picture, LARGEST_PICTURE),
      await readAtMost(this.#about, LARGEST_ABOUT),
    ];
    if (!('bytes' in picture && 'bytes' in rest)) return null;
    return { ...about.parse(JSON.parse(rest.bytes.toString('utf8'))), bytes: picture.bytes };
  }
}
