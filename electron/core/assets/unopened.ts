/** Pictures of a folder that is not open yet, to be looked at before it is. */
import { createHash, randomBytes } from 'node:crypto';
import { basename } from 'node:path';
import { openPicture } from '@core/measures/index.js';
import { ContinuistError } from '@shared/errors.js';
import { Recent } from '@shared/recent.js';
import type { Variant } from './assets.js';
import type { VariantWidth } from './picture-address.js';

/** Folders whose pictures can be looked at: one a window, and some that were left. */
const FOLDERS = 4;

export class UnopenedPictures {
  readonly #shown = new Recent<string, ReadonlyMap<string, string>>(FOLDERS);

  /** Files that can be looked at from now on; those of earlier folders go. Returns an address for each. */
  show(files: readonly string[]): string[] {
    const secret = randomBytes(16).toString('hex');
    const ids = files.map((file) => createHash('sha256').update(secret).update(file).digest('hex'));
    this.#shown.set(secret, new Map(files.map((file, at) => [ids[at] ?? '', file])));
    return ids;
  }

  /** As WebP; null where nothing is shown under this address. Throws IMAGE_UNREADABLE. */
  async variant(id: string, width: VariantWidth | null): Promise<Variant | null> {
    const file = this.#shown
      .values()
      .find((files) => files.has(id))
      ?.get(id);
    if (file === undefined) return null;
    const bytes = await openPicture(file)
      .autoOrient()
      .resize(width === null ? {} : { width, withoutEnlargement: true })
      .toColourspace('srgb')
      .webp({ quality: 82, effort: 2 })
      .toBuffer()
      .catch((cause: unknown) => {
        throw new ContinuistError('IMAGE_UNREADABLE', basename(file), { file: basename(file) }, cause);
      });
    return { bytes, mediaType: 'image/webp' };
  }
}
