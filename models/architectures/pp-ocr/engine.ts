/** PP-OCR: finds lines of writing in a picture, and reads each (arXiv 2009.09941). */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Writing } from '@shared/analysis.js';
import type { Region } from '@shared/records/index.js';
import { regionWithin } from '@shared/region-within.js';
import { InferenceSession, Tensor } from 'onnxruntime-node';
import sharp from 'sharp';
import { readPicture } from '../../judge/index.js';
import { decode } from './decode.js';
import { linesIn } from './lines-in.js';
import { planes, type Raster, upright } from './raster.js';
import { cornersOf, type TurnedBox } from './turned-box.js';

const DETECTION = 'ch_PP-OCRv4_det_infer.onnx';
const RECOGNITION = 'ch_PP-OCRv4_rec_infer.onnx';
const LETTERS = 'ppocr_keys_v1.txt';

const MEAN = [0.485, 0.456, 0.406] as const;
const STD = [0.229, 0.224, 0.225] as const;
const HALF = [0.5, 0.5, 0.5] as const;
/** The longer side of what lines are looked for in, pixels, and what both sides are multiples of. */
const LONGEST = 800;
const STEP = 32;
/** Height of a line that is read, and the most of its width, pixels. */
const LINE_HEIGHT = 48;
const LINE_WIDTH = 1600;
/** The longer side of what lines are read in: letters of a sign in the distance are finer than those that are found. */
const FINEST = 1920;
/** Below which what was read is no writing. */
const LEAST_CONFIDENCE = 0.5;

/** What makes letters of a line. */
interface Recognition {
  readonly session: InferenceSession;
  readonly letters: readonly string[];
}

export class PpOcrEngine {
  readonly #detection: InferenceSession;
  readonly #load: () => Promise<Recognition>;
  /** Null until a line was found: most pictures have none, and it is most of what is in memory. */
  #recognition: Promise<Recognition> | null = null;

  private constructor(detection: InferenceSession, load: () => Promise<Recognition>) {
    this.#detection = detection;
    this.#load = load;
  }

  /** `folder` holds both networks and the letters they know. */
  static async load(folder: string, { threads }: { threads: number }): Promise<PpOcrEngine> {
    const open = (file: string) =>
      InferenceSession.create(join(folder, file), {
        executionProviders: ['cpu'],
        intraOpNumThreads: threads,
        interOpNumThreads: 1,
        logSeverityLevel: 3,
        // Pictures and lines come in every size: a plan of memory kept for each makes nothing faster.
        enableMemPattern: false,
      });
    return new PpOcrEngine(await open(DETECTION), async () => {
      const letters = await readFile(join(folder, LETTERS), 'utf8');
      // The blank between words comes last, and is not in the file.
      return {
        session: await open(RECOGNITION),
        letters: [...letters.replace(/\n$/, '').split('\n'), ' '],
      };
    });
  }

  /** From top to bottom; regions are upright boxes. Throws IMAGE_UNREADABLE. */
  async read(file: string, signal?: AbortSignal): Promise<Writing[]> {
    const { fine, small } = await rasters(file);
    const map = await this.#map(small);
    signal?.throwIfAborted();
    const found: Writing[] = [];
    for (const { box } of linesIn(map)) {
      const line = scaled(box, fine.width / small.width, fine.height / small.height);
      const { text, confidence } = await this.#line(upright(fine, line, LINE_HEIGHT, LINE_WIDTH));
      signal?.throwIfAborted();
      if (text !== '' && confidence >= LEAST_CONFIDENCE)
        found.push({ text, confidence, region: regionOf(line, fine) });
    }
    return found;
  }

  async close(): Promise<void> {
    const recognition = await this.#recognition?.catch(() => null);
    await Promise.all([this.#detection.release(), recognition?.session.release()]);
  }

  async #map(picture: Raster) {
    const { width, height } = picture;
    const x = new Tensor('float32', planes(picture, MEAN, STD), [1, 3, height, width]);
    const [map] = Object.values(await this.#detection.run({ x }));
    return { values: map?.data as Float32Array, width, height };
  }

  async #line(picture: Raster) {
    const { width, height } = picture;
    // What could not be loaded is asked for again with the next line: the file may be there by then.
    this.#recognition ??= this.#load().catch((thrown: unknown) => {
      this.#recognition = null;
      throw thrown;
    });
    const { session, letters } = await this.#recognition;
    const x = new Tensor('float32', planes(picture, HALF, HALF), [1, 3, height, width]);
    const [steps] = Object.values(await session.run({ x }));
    return decode(steps?.data as Float32Array, letters);
  }
}

/** The picture, and the same smaller: with both sides multiples of STEP. */
function rasters(file: string): Promise<{ fine: Raster; small: Raster }> {
  return readPicture(file, null, async (picture) => {
    const { data, info } = await picture.removeAlpha().raw().toBuffer({ resolveWithObject: true });
    const { width, height, channels } = info;
    const resized = async (longest: number, step: number): Promise<Raster> => {
      const scale = Math.min(1, longest / Math.max(width, height));
      const side = (of: number) => Math.max(step, Math.round((of * scale) / step) * step);
      const { data: pixels, info: to } = await sharp(data, { raw: { width, height, channels } })
        .resize(side(width), side(height), { fit: 'fill' })
        .toColourspace('srgb')
        .raw()
        .toBuffer({ resolveWithObject: true });
      return { data: pixels, width: to.width, height: to.height };
    };
    return { fine: await resized(FINEST, 1), small: await resized(LONGEST, STEP) };
  });
}

const scaled = (box: TurnedBox, x: number, y: number): TurnedBox => ({
  ...box,
  centre: { x: box.centre.x * x, y: box.centre.y * y },
  // Both scales are nearly the same: they differ by the rounding to whole steps.
  width: box.width * x,
  height: box.height * y,
});

/** The upright box around a turned one, as shares of the picture. */
function regionOf(box: TurnedBox, { width, height }: Raster): Region {
  const corners = cornersOf(box);
  const xs = corners.map(({ x }) => x / width);
  const ys = corners.map(({ y }) => y / height);
  return regionWithin(Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys));
}
