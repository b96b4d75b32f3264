/** The picture of a board: its poster frame, else its layers one over another, else its thumbnail. */
import { mkdir } from 'node:fs/promises';
import { join, parse as parsePath } from 'node:path';
import { type Fields, isFields, numberOf } from '@core/fields/index.js';
import { openRegular } from '@core/files/index.js';
import type { Skipped } from '@shared/contract/index.js';
import sharp from 'sharp';

/** From below; layers of other names lie above these. */
const ORDER = ['shot-generator', 'reference', 'fill', 'tone', 'pencil', 'ink', 'notes'];
const IMAGES = 'images';
/** Where pictures go that are put together of layers. */
const FLATTENED = '.continuist/boards';
const MOST_PIXELS = 268_402_689;

interface Layer {
  readonly file: string;
  /** 0–1. */
  readonly opacity: number;
}

export class BoardPictures {
  readonly #folder: string;
  readonly #skipped: Skipped[];

  /** `folder`: absolute; of the project's file. */
  constructor(folder: string, skipped: Skipped[]) {
    this.#folder = folder;
    this.#skipped = skipped;
  }

  /** Relative to the folder, with forward slashes; null where the board has no picture, which is said. */
  async of(board: Fields, number: string): Promise<string | null> {
    const url = typeof board.url === 'string' ? fileName(board.url) : null;
    if (url === null) return this.#none(`picture of shot ${number}`, 'the board names none');
    const stem = parsePath(url).name;
    const poster = await this.#first([`${stem}-posterframe.jpg`, `${stem}-posterframe.png`]);
    if (poster !== null) return poster;
    const layers = await this.#layersOf(board);
    const flat = await this.#flatten(stem, layers);
    const other = flat ?? (await this.#first([url, `${stem}-thumbnail.png`, `${stem}-thumbnail.jpg`]));
    return other ?? this.#none(`${IMAGES}/${url}`, `picture of shot ${number} is missing`);
  }

  #none(name: string, reason: string): null {
    this.#skipped.push({ name, reason });
    return null;
  }

  async #first(names: readonly string[]): Promise<string | null> {
    for (const name of names) if (await isThere(join(this.#folder, IMAGES, name))) return `${IMAGES}/${name}`;
    return null;
  }

  async #layersOf(board: Fields): Promise<Layer[]> {
    const layers = isFields(board.layers) ? board.layers : {};
    const names = Object.keys(layers);
    const place = (name: string) =>
      ORDER.includes(name) ? ORDER.indexOf(name) : ORDER.length + names.indexOf(name);
    const found: Layer[] = [];
    for (const name of names.sort((a, b) => place(a) - place(b))) {
      const layer = layers[name];
      if (!isFields(layer) || typeof layer.url !== 'string') continue;
      const file = join(this.#folder, IMAGES, fileName(layer.url));
      const opacity = Math.min(1, Math.max(0, numberOf(layer.opacity) ?? 1));
      if (opacity > 0 && (await isThere(file))) found.push({ file, opacity });
    }
    return found;
  }

  /** On white paper, as the program shows it. Null where there are none, and where it cannot be made, which is said. */
  async #flatten(stem: string, layers: readonly Layer[]): Promise<string | null> {
    const [lowest] = layers;
    if (!lowest) return null;
    const path = `${FLATTENED}/${stem}.png`;
    try {
      const { width, height } = await sharp(lowest.file, { limitInputPixels: MOST_PIXELS }).metadata();
      const paper = { create: { width, height, channels: 3 as const, background: 'white' } };
      const over = await Promise.all(
        layers.map(async (layer) => ({ input: await faded(layer, width, height) })),
      );
      await mkdir(join(this.#folder, FLATTENED), { recursive: true });
      await sharp(paper).composite(over).removeAlpha().png().toFile(join(this.#folder, path));
      return path;
    } catch (thrown) {
      const why = thrown instanceof Error ? thrown.message : String(thrown);
      this.#skipped.push({ name: `${IMAGES}/${stem}`, reason: `its layers cannot be put together (${why})` });
      return null;
    }
  }
}

async function faded({ file, opacity }: Layer, width: number, height: number): Promise<Buffer> {
  const layer = sharp(file, { limitInputPixels: MOST_PIXELS })
    .resize(width, height, { fit: 'fill' })
    .ensureAlpha();
  if (opacity === 1) return layer.png().toBuffer();
  const veil = Buffer.from([255, 255, 255, Math.round(opacity * 255)]);
  const raw = { width: 1, height: 1, channels: 4 } as const;
  return layer
    .composite([{ input: veil, raw, tile: true, blend: 'dest-in' }])
    .png()
    .toBuffer();
}

/** Boards name files of their own folder, and nothing else. */
const fileName = (url: string): string => url.replaceAll('\\', '/').split('/').at(-1) ?? url;

const isThere = (file: string): Promise<boolean> =>
  openRegular(file).then(
    async (handle) => {
      await handle.close();
      return true;
    },
    () => false,
  );
