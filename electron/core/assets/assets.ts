/**
 * The pictures of a storyboard by the hash of their bytes, or by what stands for it until they are read: where each lies,
 * and small copies to look at.
 */
import { type Stats, statSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { resolve as absolute, basename } from 'node:path';
import { isUnreadable, openPicture, pictureHeader } from '@core/measures/index.js';
import { ContinuistError } from '@shared/errors.js';
import { isProvisional } from '@shared/records/index.js';
import { type Asset, assetOf } from './asset.js';
import { HeldPictures } from './held.js';
import type { VariantWidth } from './picture-address.js';
import { pictureFiles } from './picture-files.js';
import { isStillThe } from './provisional.js';
import { type Content, readContent } from './read-content.js';
import { createVariantCache } from './variant-cache.js';

/** A picture to send: one of `file` and `bytes`. */
export interface Variant {
  readonly file?: string;
  readonly bytes?: Buffer;
  readonly mediaType: string;
}

export interface Assets {
  /** Hashes a file, reads its header and remembers where it lies. Throws IMAGE_MISSING, and IMAGE_UNREADABLE for what is no regular file. */
  add(file: string): Promise<Asset>;
  /**
   * Reads a picture that is known provisionally: what it is by its content. Null where its file is gone, or is not as it
   * was when it became so known.
   */
  identified(provisional: string): Promise<Asset | null>;
  /** As `add`, for a file of which it is known what is in it; `as`: its length and time then. */
  adopt(file: string, asset: Asset, as: { readonly bytes: number; readonly changedAt: number }): void;
  /**
   * Takes a record's word for where a picture lies, so that opening a long review reads no picture. Before it is first
   * shown or judged its file is read, unless that is as it was when it was read last.
   */
  remember(sha256: string, file: string): void;
  /** Where a picture lies, absolute; null when it was never added or remembered, or its file is gone. */
  resolve(sha256: string): string | null;
  /** Where a picture lies, its content checked against its hash. Throws IMAGE_MISSING, or NOT_FOUND. */
  verified(sha256: string): Promise<string>;
  /**
   * The picture at most `width` pixels wide as WebP; with null the file itself, or a WebP of the same size where
   * browsers do not show its format. Throws NOT_FOUND, IMAGE_MISSING or IMAGE_UNREADABLE.
   */
  variant(sha256: string, width: VariantWidth | null): Promise<Variant>;
  /** Shows a picture that lies in no file until it is released, or its owner has another one. Returns its id. */
  hold(owner: string, bytes: Buffer): string;
  release(owner: string): void;
  /**
   * Looks under a folder for the files of pictures that are gone, and for `wanted` hashes besides, and remembers
   * where they lie now. Returns the hashes found.
   */
  relocate(folder: string, wanted?: readonly string[]): Promise<string[]>;
  /**
   * Remembers where pictures lie, by their hashes, and looks for those that are gone as `relocate` does. That holds
   * nobody up, except those who ask meanwhile for a picture that is gone: they wait for it.
   */
  recall(folder: string, files: ReadonlyMap<string, string>): Promise<void>;
  /** Nothing is asked of it afterwards. */
  close(): void;
}

/** A picture's file as it is now. */
export interface FileStanding {
  readonly bytes: number;
  /** Milliseconds since 1970-01-01 UTC. */
  readonly changedAt: number;
  /** What was read of it when it was the same; null where that is not known. */
  readonly asset: Asset | null;
  /** It holds this, as it is now. */
  note(asset: Asset): void;
}

/** What was read of files, from one start to the next. */
export interface FileReadings {
  /** Null where there is no such file. */
  standing(file: string): Promise<FileStanding | null>;
  /** Puts away what was noted. What is noted later is lost. */
  close(): void;
}

export interface AssetsOptions {
  /** Absolute; made when it is not there. */
  readonly cacheFolder: string;
  /** Bytes of small copies kept, the least recently used go first. Default 512 MiB. */
  readonly cacheBytes?: number;
  /** Saves reading a file that is as it was. */
  readonly readings?: FileReadings;
}

interface Known extends Asset {
  readonly file: string;
  readonly bytes: number;
  readonly changedAt: number;
}

/** A picture whose file is there, and what was just read of it to know that; null where it was known already. */
interface Present {
  readonly asset: Known;
  readonly content: Content | null;
}

const SHOWN_BY_BROWSERS: Readonly<Record<string, string>> = {
  png: 'image/png',
  jpeg: 'image/jpeg',
  webp: 'image/webp',
  gif: 'image/gif',
  avif: 'image/avif',
};
/** Files that are looked up at once. */
const LOOKS = 32;
/** The largest side a WebP can have. */
const WEBP_SIDE = 16_383;

export function createAssets(options: AssetsOptions): Assets {
  const { cacheFolder, cacheBytes = 512 * 1024 * 1024, readings } = options;
  const known = new Map<string, Known>();
  const remembered = new Map<string, string>();
  const cache = createVariantCache(cacheFolder, cacheBytes);
  const held = new HeldPictures();
  /** While pictures that are gone are looked for. */
  let looking: Promise<void> | null = null;

  const fileOf = (sha256: string) => known.get(sha256)?.file ?? remembered.get(sha256);

  async function read(file: string): Promise<Present> {
    const path = absolute(file);
    const { size, mtimeMs } = await entryOf(path);
    // Whatever is no file is refused before anything else opens it.
    const content = await readContent(path);
    const { sha256, bytes } = content;
    const found = assetOf(sha256, await pictureHeader(bytes ?? path));
    const asset = { ...found, file: path, bytes: size, changedAt: mtimeMs };
    known.set(sha256, asset);
    return { asset, content };
  }

  async function add(file: string): Promise<Asset> {
    const { asset, content } = await read(file);
    content?.release();
    return bare(asset);
  }

  function remember(sha256: string, file: string): void {
    remembered.set(sha256, absolute(file));
  }

  async function missingOf(hashes: readonly string[]): Promise<string[]> {
    const gone: string[] = [];
    for (let at = 0; at < hashes.length; at += LOOKS)
      await Promise.all(
        hashes.slice(at, at + LOOKS).map(async (sha256) => {
          const file = fileOf(sha256);
          const entry = file === undefined ? null : await stat(file).catch(() => null);
          if (!entry?.isFile()) gone.push(sha256);
        }),
      );
    return gone;
  }

  async function present(sha256: string): Promise<Present> {
    try {
      return await presentNow(sha256);
    } catch (thrown) {
      const isGone = thrown instanceof ContinuistError && thrown.code === 'IMAGE_MISSING';
      if (!isGone || !looking) throw thrown;
      await looking.catch(() => undefined);
      return presentNow(sha256);
    }
  }

  /** A file of another length or time may be another picture: what this one was is not known any more. */
  async function stillAs(provisional: string): Promise<Omit<Known, keyof Asset>> {
    const file = fileOf(provisional);
    if (file === undefined) throw new ContinuistError('NOT_FOUND');
    const now = await entryOf(file);
    if (!isStillThe(provisional, now)) throw await holdsAnother(file);
    return { file, bytes: now.size, changedAt: now.mtimeMs };
  }

  async function presentAs(provisional: string): Promise<Known> {
    const found = await stillAs(provisional);
    const asset = known.get(provisional) ?? {
      ...assetOf(provisional, await pictureHeader(found.file)),
      ...found,
    };
    known.set(provisional, asset);
    return asset;
  }

  async function identified(provisional: string): Promise<Asset | null> {
    const isAsItWas = () => stillAs(provisional).catch(() => null);
    const before = await isAsItWas();
    const standing = before && (await readings?.standing(before.file));
    const asset = before && (await add(before.file).catch(() => null));
    // It may have been written to while it was read.
    if (!asset || !(await isAsItWas())) return null;
    standing?.note(asset);
    return asset;
  }

  /** A file of another length or time is hashed again: what was written over a picture is not that picture. */
  async function presentNow(sha256: string): Promise<Present> {
    if (isProvisional(sha256)) return { asset: await presentAs(sha256), content: null };
    const told = remembered.get(sha256);
    if (told !== undefined && !known.has(sha256)) {
      const standing = await readings?.standing(told);
      if (standing?.asset?.sha256 === sha256) {
        const { asset, bytes, changedAt } = standing;
        const there = { ...asset, file: told, bytes, changedAt };
        known.set(sha256, there);
        return { asset: there, content: null };
      }
      const found = await read(told);
      standing?.note(bare(found.asset));
      if (found.asset.sha256 === sha256) return found;
      throw await holdsAnother(told);
    }
    const asset = known.get(sha256);
    if (!asset) throw new ContinuistError('NOT_FOUND');
    const now = await entryOf(asset.file);
    if (now.size === asset.bytes && now.mtimeMs === asset.changedAt) return { asset, content: null };
    const again = await readContent(asset.file);
    if (again.sha256 !== sha256) throw await holdsAnother(asset.file);
    const touched = { ...asset, changedAt: now.mtimeMs };
    known.set(sha256, touched);
    return { asset: touched, content: again };
  }

  async function variant(sha256: string, width: VariantWidth | null): Promise<Variant> {
    const preview = await held.variant(sha256, width);
    if (preview) return { bytes: preview, mediaType: 'image/webp' };
    const { asset, content } = await present(sha256);
    return variantOf(asset, width, content?.bytes ?? null).finally(() => content?.release());
  }

  /** `content`: of its file, where that was read already. */
  async function variantOf(
    asset: Known,
    width: VariantWidth | null,
    content: Buffer | null,
  ): Promise<Variant> {
    const name = basename(asset.file);
    if (asset.unreadable)
      throw new ContinuistError('IMAGE_UNREADABLE', `${name}: ${asset.unreadable}`, { file: name });
    const shown = SHOWN_BY_BROWSERS[asset.format];
    if (width === null && shown) return { file: asset.file, mediaType: shown };
    const bytes = await cache.get(`${asset.sha256}-${width ?? 'full'}`, () => webpOf(asset, width, content));
    return { bytes, mediaType: 'image/webp' };
  }

  async function relocate(folder: string, wanted: readonly string[] = []): Promise<string[]> {
    const lost = [...known.values()].filter((asset) => !isProvisional(asset.sha256) && !isFile(asset.file));
    const unknown = wanted.filter((sha256) => !known.has(sha256));
    const missing = new Set([...lost.map((a) => a.sha256), ...unknown]);
    const sizes = new Set(lost.map((a) => a.bytes));
    const located: string[] = [];
    for await (const file of pictureFiles(folder)) {
      if (missing.size === 0) break;
      // Without knowing a length every picture has to be hashed; with one only those that fit.
      if (unknown.length === 0 && !sizes.has((await stat(file).catch(() => null))?.size ?? -1)) continue;
      const found = await readContent(file).catch(() => null);
      found?.release();
      if (found === null || !missing.delete(found.sha256)) continue;
      await add(file);
      located.push(found.sha256);
    }
    return located;
  }

  return {
    add,
    identified,
    adopt(file, asset, { bytes, changedAt }) {
      known.set(asset.sha256, { ...asset, file: absolute(file), bytes, changedAt });
    },
    resolve(sha256) {
      const file = fileOf(sha256);
      return file && isFile(file) ? file : null;
    },
    remember,
    recall(folder, files) {
      for (const [sha256, file] of files) remember(sha256, file);
      const look = async () => {
        // By what is provisional no file can be told.
        const gone = await missingOf([...files.keys()].filter((sha256) => !isProvisional(sha256)));
        if (gone.length > 0) await relocate(folder, gone);
      };
      looking = look().finally(() => {
        looking = null;
      });
      return looking;
    },
    async verified(sha256) {
      const { asset, content } = await present(sha256);
      content?.release();
      return asset.file;
    },
    variant,
    hold: (owner, bytes) => held.hold(owner, bytes),
    release: (owner) => held.release(owner),
    relocate,
    close() {
      cache.close();
      readings?.close();
    },
  };
}

/** Throws IMAGE_MISSING. */
const entryOf = (file: string): Promise<Stats> =>
  stat(file).catch((cause: unknown) => {
    throw gone(file, cause);
  });

const gone = (file: string, cause?: unknown): ContinuistError =>
  new ContinuistError('IMAGE_MISSING', basename(file), { file: basename(file) }, cause);

/** What was written over a picture: another one, or a file that cannot be read, which is said as such. */
async function holdsAnother(file: string): Promise<ContinuistError> {
  const name = basename(file);
  const header = await pictureHeader(file);
  if (isUnreadable(header) && header.missing) return gone(file);
  const damage = isUnreadable(header) ? header.unreadable : await damageIn(file);
  return damage === null
    ? new ContinuistError('IMAGE_MISSING', `${name} now holds another picture`, { file: name })
    : new ContinuistError('IMAGE_UNREADABLE', `${name} was replaced: ${damage}`, { file: name });
}

/** What keeps a picture with a sound header from being decoded; null for nothing. */
const damageIn = (file: string): Promise<string | null> =>
  openPicture(file)
    .stats()
    .then(
      () => null,
      () => 'the file is cut off or damaged',
    );

/** `content`: of its file, where that was read already. */
async function webpOf(
  { file, width: fullWidth, height: fullHeight }: Known,
  width: number | null,
  content: Buffer | null,
): Promise<Buffer> {
  const within = width ? { width } : { width: WEBP_SIDE, height: WEBP_SIDE };
  const isLarger = width ? fullWidth > width : Math.max(fullWidth, fullHeight) > WEBP_SIDE;
  const upright = openPicture(content ?? file).autoOrient();
  const sized = isLarger ? upright.resize({ ...within, fit: 'inside' }) : upright;
  return sized
    .toColourspace('srgb')
    .webp({ quality: width ? 82 : 92, effort: 2 })
    .toBuffer()
    .catch((cause: unknown) => {
      throw new ContinuistError(
        'IMAGE_UNREADABLE',
        `${basename(file)} is cut off or damaged`,
        { file: basename(file) },
        cause,
      );
    });
}

const bare = ({ sha256, width, height, format, unreadable }: Asset): Asset => ({
  sha256,
  width,
  height,
  format,
  unreadable,
});

const isFile = (file: string): boolean => statSync(file, { throwIfNoEntry: false })?.isFile() ?? false;
