/** What was read of a storyboard's pictures, so that a file that is as it was then is not read again. */
import { stat } from 'node:fs/promises';
import { relative } from 'node:path';
import {
  type Asset,
  type Assets,
  assetOf,
  type FileReadings,
  type FileStanding,
  provisionalId,
} from '@core/assets/index.js';
import type { PictureSays, ReadEmbedded } from '@core/formats/index.js';
import { MAX_PIXELS, pictureHeader } from '@core/measures/index.js';
import { type PictureFile, readPictureFile } from '@core/metadata/index.js';
import type { PictureReading, Review } from '@core/review/index.js';

/** Milliseconds. Where times are whole seconds, a file that was written just now may be written again unseen. */
const UNSURE = 2_000;
/** Readings that wait in memory until they go into the review together. */
const PORTION = 200;

/** What can be read of a picture's file without its pixels. */
type ReadPictureFile = (file: string) => Promise<PictureFile>;

interface Sized {
  readonly bytes: number;
  readonly changedAt: number;
  readonly size: PictureFile['size'];
}

interface Seen {
  readonly bytes: number;
  readonly changedAt: number;
  /** Null where the file cannot be told from what it is later. */
  readonly stamp: string | null;
  /** Of the file as it is. */
  readonly reading: PictureReading | null;
}

export class PictureReadings implements FileReadings {
  readonly #version: string;
  readonly #read: ReadPictureFile;
  /** By absolute path: what the review does not have yet. */
  readonly #fresh = new Map<string, PictureReading>();
  /** Of files that were read since they were written last, by absolute path. */
  readonly #sizes = new Map<string, Sized>();
  #review: Review | null = null;

  /** `version`: of the program; another one may read more of a file. */
  constructor(version = '', read: ReadPictureFile = readPictureFile) {
    this.#version = version;
    this.#read = read;
  }

  /** From now on readings are looked up in this review too. What was read so far goes there. */
  keepIn(review: Review): void {
    this.#review = review;
    this.keep();
  }

  /** What was read since goes into the review, and out of memory. */
  keep(): void {
    if (this.#review === null) return;
    this.#review.putPictures([...this.#fresh].map(([file, reading]) => [this.#keyOf(file), reading]));
    this.#fresh.clear();
  }

  close(): void {
    this.#keepIfPossible();
    this.#review = null;
  }

  /** Where the review's file is gone, or takes nothing, pictures are read again: that is no reason to show none. */
  #keepIfPossible(): void {
    try {
      this.keep();
    } catch {
      this.#fresh.clear();
    }
  }

  /** What a picture's file says of how it was made. */
  readonly says: ReadEmbedded = async (file) => {
    const seen = await this.#seen(file);
    if (seen?.reading?.says) return seen.reading.says;
    const { says, size } = await this.#read(file);
    if (seen) this.#sizes.set(file, { bytes: seen.bytes, changedAt: seen.changedAt, size });
    this.#note(file, seen, { says: bare(says) });
    return says;
  };

  /** As `assets.add`, without reading a file that is known. */
  async add(file: string, assets: Assets): Promise<Asset> {
    const seen = await this.#seen(file);
    if (seen?.reading?.asset) {
      assets.adopt(file, seen.reading.asset, seen);
      return seen.reading.asset;
    }
    const asset = await assets.add(file);
    this.#note(file, seen, { asset });
    return asset;
  }

  async standing(file: string): Promise<FileStanding | null> {
    const seen = await this.#seen(file);
    if (!seen) return null;
    const { bytes, changedAt, reading } = seen;
    return {
      bytes,
      changedAt,
      asset: reading?.asset ?? null,
      note: (asset) => this.#note(file, seen, { asset }),
    };
  }

  /** Bytes of those files of which `says` was asked; what they are by their content is read of all of them or of none. */
  bytesOf(files: readonly string[]): number {
    return files.reduce((sum, file) => sum + (this.#sizes.get(file)?.bytes ?? 0), 0);
  }

  /**
   * As `add`, without reading the file to its end: where that is not known yet, it is known provisionally. `path`: from the
   * storyboard's folder.
   */
  async addUnread(file: string, path: string, assets: Assets): Promise<Asset> {
    // As it was when it was read just now; whether it still is shows when it is read to its end.
    const sized = this.#sizes.get(file);
    if (!sized) return this.add(file, assets);
    const { bytes, changedAt } = sized;
    const size = sized.size && sized.size.width * sized.size.height <= MAX_PIXELS ? sized.size : null;
    const header = size ?? (await pictureHeader(file));
    const asset = assetOf(provisionalId(path, { size: bytes, mtimeMs: changedAt }), header);
    assets.adopt(file, asset, sized);
    return asset;
  }

  async #seen(file: string): Promise<Seen | null> {
    const entry = await stat(file).catch(() => null);
    if (!entry?.isFile()) return null;
    const { size, mtimeMs, ctimeMs, ino } = entry;
    const isUnsure = mtimeMs % 1000 === 0 && Date.now() - ctimeMs < UNSURE;
    const stamp = isUnsure ? null : [this.#version, size, mtimeMs, ctimeMs, ino].join(' ');
    return {
      bytes: size,
      changedAt: mtimeMs,
      stamp,
      reading: stamp === null ? null : this.#readAs(file, stamp),
    };
  }

  #readAs(file: string, stamp: string): PictureReading | null {
    const reading = this.#fresh.get(file) ?? this.#review?.picture(this.#keyOf(file));
    return reading?.stamp === stamp ? reading : null;
  }

  #note(file: string, seen: Seen | null, read: Partial<PictureReading>): void {
    const stamp = seen?.stamp;
    // Something else may have been read of it meanwhile.
    if (!stamp) return;
    this.#fresh.set(file, { says: null, asset: null, ...this.#readAs(file, stamp), ...read, stamp });
    if (this.#fresh.size >= PORTION) this.#keepIfPossible();
  }

  /** Relative: a folder can be moved, and where it lies is nobody else's business. */
  #keyOf(file: string): string {
    return relative(this.#review?.folder ?? '', file);
  }
}

/** Without what nothing is made of. */
const bare = ({ origins: _, ...says }: PictureSays & { origins?: unknown }): PictureReading['says'] => ({
  ...says,
  settings: { ...says.settings },
  loras: [...says.loras],
  notRead: [...says.notRead],
});
