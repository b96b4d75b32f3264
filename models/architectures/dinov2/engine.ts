/** DINOv2 with registers: what a crop looks like, as numbers that are alike where the same thing is seen (arXiv 2309.16588). */
import type { Region } from '@shared/records/index.js';
import { type InferenceSession, Tensor } from 'onnxruntime-node';
import { type Preparation, pixelValues } from '../../judge/index.js';
import type { EyeEntry } from '../../library/index.js';
import { dtypeFor, type EngineOptions } from '../../runtime/index.js';
import { openSessions } from '../../runtime/onnx/index.js';

export class Dinov2Engine {
  readonly #session: InferenceSession;
  readonly #image: Preparation;

  private constructor(session: InferenceSession, { image }: EyeEntry) {
    if (image === null) throw new Error('this architecture takes a square picture');
    this.#session = session;
    this.#image = image;
  }

  /** `folder` holds the published layout: onnx/…. Nothing is fetched. */
  static async load(folder: string, entry: EyeEntry, options: EngineOptions): Promise<Dinov2Engine> {
    const { model } = await openSessions(folder, dtypeFor(entry, options.device), options);
    return new Dinov2Engine(model as InferenceSession, entry);
  }

  /** Planar RGB [3, size, size], normalised. Throws IMAGE_UNREADABLE. */
  prepare(file: string, region: Region | null): Promise<Float32Array> {
    return pixelValues(file, this.#image, region);
  }

  /** [width], of length one: the cosine of two is their dot product. */
  async features(pixels: Float32Array): Promise<number[]> {
    const { size } = this.#image;
    const { last_hidden_state: states } = await this.#session.run({
      pixel_values: new Tensor('float32', pixels, [1, 3, size, size]),
    });
    if (!states) throw new Error('the model gives no last_hidden_state');
    const width = states.dims.at(-1) ?? 0;
    // The first token stands for the whole picture; registers and patches come after it.
    const whole = Array.from((states.data as Float32Array).subarray(0, width));
    const length = Math.hypot(...whole);
    return whole.map((value) => value / length);
  }

  close(): Promise<void> {
    return this.#session.release();
  }
}
