/** Grounding DINO: boxes of any noun (arXiv 2303.05499). All nouns of a picture are asked together. */
import type { PreTrainedTokenizer } from '@huggingface/transformers';
import type { Detection } from '@shared/records/index.js';
import { type InferenceSession, Tensor } from 'onnxruntime-node';
import { type Preparation, pixelValues } from '../../judge/index.js';
import type { EyeEntry } from '../../library/index.js';
import { dtypeFor, type EngineOptions, loadTokenizer } from '../../runtime/index.js';
import { openSessions } from '../../runtime/onnx/index.js';
import { detectionsIn } from './boxes.js';
import { isWord, phraseOf, promptOf, wordsOf } from './phrases.js';

/** Words that it takes at once, marks included. */
const MOST_WORDS = 256;

export class GroundingDinoEngine {
  readonly #session: InferenceSession;
  readonly #tokenizer: PreTrainedTokenizer;
  readonly #image: Preparation;

  private constructor(session: InferenceSession, tokenizer: PreTrainedTokenizer, { image }: EyeEntry) {
    if (image === null) throw new Error('this architecture takes a square picture');
    this.#session = session;
    this.#tokenizer = tokenizer;
    this.#image = image;
  }

  /** `folder` holds the published layout: tokenizer.json, onnx/…. Nothing is fetched. */
  static async load(folder: string, entry: EyeEntry, options: EngineOptions): Promise<GroundingDinoEngine> {
    const tokenizer = await loadTokenizer(folder);
    const { model } = await openSessions(folder, dtypeFor(entry, options.device), {
      ...options,
      // Planned ahead, a frame takes 3.2 GB where 2 do, and is seen no sooner.
      memoryPlan: false,
    });
    return new GroundingDinoEngine(model as InferenceSession, tokenizer, entry);
  }

  /** Planar RGB [3, size, size], normalised. Throws IMAGE_UNREADABLE. */
  prepare(file: string): Promise<Float32Array> {
    return pixelValues(file, this.#image);
  }

  /** The words of a prompt, with a mark at each end. */
  encode(prompt: string): bigint[] {
    return this.#tokenizer.encode(prompt).map((id: number) => BigInt(id));
  }

  /** Of one prompt: log-odds [queries, width] by word, and boxes [queries, 4]. */
  async run(pixels: Float32Array, ids: readonly bigint[]) {
    const { size } = this.#image;
    const row = (values: readonly bigint[]) =>
      new Tensor('int64', BigInt64Array.from(values), [1, values.length]);
    const { logits, pred_boxes } = await this.#session.run({
      pixel_values: new Tensor('float32', pixels, [1, 3, size, size]),
      input_ids: row(ids),
      token_type_ids: row(ids.map(() => 0n)),
      attention_mask: row(ids.map(() => 1n)),
      pixel_mask: new Tensor('int64', new BigInt64Array(size * size).fill(1n), [1, size, size]),
    });
    if (!logits || !pred_boxes) throw new Error('the model gives no logits or no pred_boxes');
    return {
      logits: logits.data as Float32Array,
      words: logits.dims.at(-1) ?? 0,
      boxes: pred_boxes.data as Float32Array,
    };
  }

  /** Best first within a label. A label without a letter or digit has no box. Stops between two runs. */
  async detect(pixels: Float32Array, labels: readonly string[], signal?: AbortSignal): Promise<Detection[]> {
    const asked = [...new Set(labels)].filter(isWord);
    const found: Detection[] = [];
    for (const together of this.#inRuns(asked)) {
      signal?.throwIfAborted();
      const ids = this.encode(promptOf(together.map(phraseOf)));
      found.push(...detectionsIn(await this.run(pixels, ids), together, wordsOf(ids)));
    }
    return found;
  }

  close(): Promise<void> {
    return this.#session.release();
  }

  /** As many labels together as it takes words. */
  *#inRuns(labels: readonly string[]): Generator<string[]> {
    let run: string[] = [];
    let words = 2;
    for (const label of labels) {
      const more = this.encode(promptOf([phraseOf(label)])).length - 2;
      if (run.length > 0 && words + more > MOST_WORDS) {
        yield run;
        [run, words] = [[], 2];
      }
      run.push(label);
      words += more;
    }
    if (run.length > 0) yield run;
  }
}
