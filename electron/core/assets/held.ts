/** Short-lived pictures without a file: previews of what is being made. One for each owner. */
import { createHash } from 'node:crypto';
import { ContinuistError } from '@shared/errors.js';
import sharp from 'sharp';

/** Nobody looks at a preview of more pixels than that; a small file may claim far more. */
const MOST_PIXELS = 64_000_000;

/** Pictures that were let go of and may still be asked for, and bytes of all of them. */
const MOST_GONE = 16;
const MOST_GONE_BYTES = 32 * 1024 * 1024;

interface Held {
  readonly sha256: string;
  readonly bytes: Buffer;
}

export class HeldPictures {
  readonly #held = new Map<string, Held>();
  /** A window that was told of a picture may fetch it only after it was let go of. Oldest first. */
  readonly #gone: Held[] = [];

  /** In the place of the owner's one before. Returns the id by which it is shown. */
  hold(owner: string, bytes: Buffer): string {
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    this.#letGo(owner);
    this.#held.set(owner, { sha256, bytes });
    return sha256;
  }

  release(owner: string): void {
    this.#letGo(owner);
    this.#held.delete(owner);
  }

  #letGo(owner: string): void {
    const before = this.#held.get(owner);
    if (!before) return;
    this.#gone.push(before);
    const bytes = (): number => this.#gone.reduce((sum, one) => sum + one.bytes.length, 0);
    while (this.#gone.length > MOST_GONE || bytes() > MOST_GONE_BYTES) this.#gone.shift();
  }

  /** As WebP, at most `width` pixels wide; null when it is not held. Throws IMAGE_UNREADABLE. */
  async variant(sha256: string, width: number | null): Promise<Buffer | null> {
    const held = [...this.#held.values(), ...this.#gone].find((one) => one.sha256 === sha256);
    if (!held) return null;
    return sharp(held.bytes, { limitInputPixels: MOST_PIXELS })
      .resize(width === null ? {} : { width, withoutEnlargement: true })
      .webp({ quality: 82, effort: 2 })
      .toBuffer()
      .catch((cause: unknown) => {
        throw new ContinuistError('IMAGE_UNREADABLE', 'the preview is not a picture', {}, cause);
      });
  }
}
