/** The eye of the drawn world: train/eye.py says how it is made. */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Detection, Region } from '@shared/records/index.js';
import { InferenceSession, Tensor } from 'onnxruntime-node';
import { z } from 'zod';
import type { Eye, EyeDescription, Seen } from '../../eye/index.js';
import {
  FAMILIAR,
  LastPicture,
  type Preparation,
  pixelValues,
  strangersDeclined,
} from '../../judge/index.js';
import { STORYBOOK_EYE, sha256Of } from '../../library/index.js';
import { decode, type Found } from './decode.js';
import { kindsOf } from './labels.js';

const PREPARATION: Preparation = {
  size: 128,
  resize: 'stretch',
  kernel: 'cubic',
  mean: [0.5, 0.5, 0.5],
  std: [0.5, 0.5, 0.5],
};
const FILES = ['eye.onnx', 'identity.onnx', 'eye.json'] as const;
/** Beside the graphs, fitted by `npm run bench:grounding -- --fit`. */
const fitted = z.object({
  /** Heat, 0–1, above which something is there. */
  threshold: z.number().min(0).max(1),
});

/** What the eye makes of a picture, whatever is asked of it. */
export interface Maps {
  readonly heat: Float32Array;
  readonly sides: Float32Array;
  readonly features: Tensor;
  readonly scene: Tensor;
}

export interface StorybookEyeOptions {
  /** Absent = the fitted one. */
  readonly threshold?: number;
  /** For fitting: looks at pictures of any world. */
  readonly declinesNobody?: boolean;
}

export class StorybookEye implements Eye {
  readonly description: EyeDescription;
  readonly #eye: InferenceSession;
  readonly #identity: InferenceSession;
  readonly #threshold: number;
  readonly #declined: ((features: readonly number[]) => string | null) | null;
  readonly #last = new LastPicture<Maps>();

  private constructor(
    sessions: readonly [InferenceSession, InferenceSession],
    version: string,
    threshold: number,
    declined: ((features: readonly number[]) => string | null) | null,
  ) {
    [this.#eye, this.#identity] = sessions;
    this.#threshold = threshold;
    this.#declined = declined;
    this.description = {
      id: STORYBOOK_EYE,
      name: 'Storybook',
      version,
      licence: 'Apache-2.0',
      limits: [
        'Knows only the storybook world: four kinds of people, four animals, eight objects.',
        'Says nothing of a picture that is not of it.',
      ],
      closedWorld: true,
    };
  }

  /** `folder` holds its files. */
  static async load(folder: string, options: StorybookEyeOptions = {}): Promise<StorybookEye> {
    const { threshold } = fitted.parse(JSON.parse(await readFile(join(folder, 'eye.json'), 'utf8')));
    const hash = createHash('sha256');
    for (const file of options.declinesNobody ? FILES : [...FILES, FAMILIAR])
      hash.update(await sha256Of(join(folder, file)));
    const session = (file: string) =>
      InferenceSession.create(join(folder, file), {
        intraOpNumThreads: 1,
        interOpNumThreads: 1,
        logSeverityLevel: 3,
      });
    return new StorybookEye(
      [await session('eye.onnx'), await session('identity.onnx')],
      `storybook-${hash.digest('hex').slice(0, 12)}`,
      options.threshold ?? threshold,
      options.declinesNobody ? null : await strangersDeclined(folder),
    );
  }

  async detect(file: string, labels: readonly string[], signal?: AbortSignal): Promise<Seen> {
    const maps = await this.look(file);
    signal?.throwIfAborted();
    const isStrange = this.#declined && this.#declined([...(maps.scene.data as Float32Array)]) !== null;
    if (isStrange) return { detections: [], unknown: labels };
    const found = decode(maps.heat, maps.sides, this.#threshold);
    return { detections: labelled(found, labels), unknown: labels.filter((label) => !kindsOf(label)) };
  }

  async identify(file: string, regions: readonly Region[], signal?: AbortSignal): Promise<number[][]> {
    if (regions.length === 0) return [];
    const { features, scene } = await this.look(file);
    signal?.throwIfAborted();
    const flat = Float32Array.from(regions.flatMap(({ x, y, width, height }) => [x, y, width, height]));
    const boxes = new Tensor('float32', flat, [regions.length, 4]);
    const { vectors } = (await this.#identity.run({ features, scene, boxes })) as { vectors: Tensor };
    const values = [...(vectors.data as Float32Array)];
    const size = values.length / regions.length;
    return regions.map((_, i) => values.slice(i * size, (i + 1) * size));
  }

  /** What it makes of a picture, of whatever world. Who is where and who it is are asked one after the other: it looks once. */
  look(file: string): Promise<Maps> {
    return this.#last.of(file, () => this.#mapsOf(file));
  }

  async #mapsOf(file: string): Promise<Maps> {
    const pixels = await pixelValues(file, PREPARATION);
    const { size } = PREPARATION;
    const { heat, sides, features, scene } = (await this.#eye.run({
      pixel_values: new Tensor('float32', pixels, [1, 3, size, size]),
    })) as Record<keyof Maps, Tensor>;
    return { heat: heat.data as Float32Array, sides: sides.data as Float32Array, features, scene };
  }

  async close(): Promise<void> {
    await Promise.all([this.#eye.release(), this.#identity.release()]);
  }
}

/** Each label's, surest first: a girl answers to "girl" and to "person". */
function labelled(found: readonly Found[], labels: readonly string[]): Detection[] {
  return labels.flatMap((label) => {
    const kinds = kindsOf(label) ?? [];
    return found
      .filter(({ kind }) => kinds.includes(kind))
      .map(({ region, heat }) => ({ label, region, confidence: heat }));
  });
}
