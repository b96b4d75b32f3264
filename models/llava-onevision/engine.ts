/**
 * LLaVA-OneVision on ONNX Runtime through transformers.js: one picture, many yes/no questions.
 *
 * The picture and the preamble are prefilled once; each question then runs only its own tokens on that shared
 * prefix (`past_key_values`), which `forward` leaves unchanged. One question at a time: grouped-query attention
 * refuses a batch with a past.
 */
import {
  AutoTokenizer,
  env,
  LlavaOnevisionForConditionalGeneration,
  Tensor,
} from '@huggingface/transformers';
import type { CatalogueEntry, Device } from '../catalogue.js';

type Feeds = Record<string, Tensor>;

/** The few calls of the model this engine makes; transformers.js types them more loosely. */
interface Model {
  encode_image(inputs: Feeds): Promise<Tensor>;
  encode_text(inputs: Feeds): Promise<Tensor>;
  _merge_input_ids_with_image_features(inputs: Feeds): { inputs_embeds: Tensor; attention_mask: Tensor };
  forward(inputs: Record<string, unknown>): Promise<Feeds>;
  dispose(): Promise<unknown>;
}

export interface Prefix {
  readonly length: number;
  readonly cache: Feeds;
  /** Mean over the patch features, [width]. */
  readonly features: number[];
}

export class LlavaOnevisionEngine {
  readonly #model: Model;
  readonly #encode: (text: string) => bigint[];
  readonly #entry: CatalogueEntry;
  readonly #yes: readonly number[];
  readonly #no: readonly number[];
  readonly #imageToken: bigint;

  private constructor(model: Model, encode: (text: string) => bigint[], entry: CatalogueEntry) {
    this.#model = model;
    this.#encode = encode;
    this.#entry = entry;
    this.#yes = this.#answers(entry.prompt.yes);
    this.#no = this.#answers(entry.prompt.no);
    const [image] = this.#single(['<image>']);
    if (image === undefined) throw new Error('this vocabulary has no token <image>');
    this.#imageToken = BigInt(image);
  }

  /** `folder` holds the published layout: config.json, tokenizer.json, onnx/…. Nothing is fetched. */
  static async load(
    folder: string,
    entry: CatalogueEntry,
    { device, threads }: { device: Device; threads: number },
  ): Promise<LlavaOnevisionEngine> {
    const dtype = entry.devices[device]?.dtype;
    if (!dtype) throw new Error(`${entry.id} has no files for ${device}`);
    env.allowRemoteModels = false;
    env.allowLocalModels = true;
    env.localModelPath = '/';
    const options = {
      local_files_only: true,
      dtype,
      device,
      session_options: { intraOpNumThreads: threads, interOpNumThreads: 1 },
    };
    const tokenizer = await AutoTokenizer.from_pretrained(folder, { local_files_only: true });
    const model = await LlavaOnevisionForConditionalGeneration.from_pretrained(folder, options);
    const encode = (text: string): bigint[] =>
      tokenizer.encode(text, { add_special_tokens: false }).map((token: number) => BigInt(token));
    return new LlavaOnevisionEngine(model as unknown as Model, encode, entry);
  }

  /** `pixels`: planar RGB [3, size, size], normalised. */
  async prefill(pixels: Float32Array): Promise<Prefix> {
    const { size } = this.#entry.image;
    const image = await this.#model.encode_image({
      pixel_values: new Tensor('float32', pixels, [1, 3, size, size]),
    });
    const width = image.dims.at(-1) ?? 0;
    const count = image.size / width;
    const ids = this.#encode(this.#entry.prompt.prefix).flatMap((token) =>
      token === this.#imageToken ? new Array<bigint>(count).fill(token) : [token],
    );
    const input_ids = int64(ids);
    const merged = this.#model._merge_input_ids_with_image_features({
      image_features: image,
      input_ids,
      inputs_embeds: await this.#model.encode_text({ input_ids }),
      attention_mask: ones(ids.length),
    });
    const output = await this.#model.forward({ ...merged, num_logits_to_keep: ONE });
    return { length: ids.length, cache: cacheOf(output), features: meanOf(floats(image), count, width) };
  }

  /** log P(yes) − log P(no), each summed over its token variants, for one question on a prefilled picture. */
  async logit(prefix: Prefix, claim: string): Promise<number> {
    const ids = this.#encode(this.#entry.prompt.question.replace('{claim}', () => plain(claim)));
    const output = await this.#model.forward({
      inputs_embeds: await this.#model.encode_text({ input_ids: int64(ids) }),
      attention_mask: ones(prefix.length + ids.length),
      position_ids: int64(ids.map((_, index) => BigInt(prefix.length + index))),
      past_key_values: prefix.cache,
      num_logits_to_keep: ONE,
    });
    const { logits } = output;
    if (!logits) throw new Error('the decoder returned no logits');
    const vocabulary = logits.dims.at(-1) ?? 0;
    const last = floats(logits).subarray(-vocabulary);
    return logSum(last, this.#yes) - logSum(last, this.#no);
  }

  async close(): Promise<void> {
    await this.#model.dispose();
  }

  #answers(texts: readonly string[]): number[] {
    const tokens = this.#single(texts);
    if (tokens.length === 0)
      throw new Error(`none of ${JSON.stringify(texts)} is one token in this vocabulary`);
    return tokens;
  }

  /** The tokens of those texts that are one token, each once. */
  #single(texts: readonly string[]): number[] {
    const found = texts.map((text) => this.#encode(text)).filter((ids) => ids.length === 1);
    return [...new Set(found.map(([id]) => Number(id)))];
  }
}

/** A claim is words: what a vocabulary would read as a turn's end or a picture is not. */
const plain = (claim: string): string => claim.replace(/<\|[^|]*\|>|<image>|<video>/g, ' ');

/** Only the last token's logits are read. A graph without this input is not given it. */
const ONE = new Tensor('int64', BigInt64Array.of(1n), []);

/** Half-precision graphs may answer in halves. */
const floats = (tensor: Tensor): Float32Array => tensor.to('float32').data as Float32Array;

const int64 = (ids: readonly bigint[]): Tensor =>
  new Tensor('int64', BigInt64Array.from(ids), [1, ids.length]);

const ones = (length: number): Tensor => new Tensor('int64', new BigInt64Array(length).fill(1n), [1, length]);

function cacheOf(output: Feeds): Feeds {
  const cache: Feeds = {};
  for (const [name, tensor] of Object.entries(output)) {
    if (name.startsWith('present.')) cache[name.replace('present.', 'past_key_values.')] = tensor;
  }
  return cache;
}

function meanOf(data: Float32Array, count: number, width: number): number[] {
  const mean = new Array<number>(width).fill(0);
  for (let i = 0; i < data.length; i++) mean[i % width] = (mean[i % width] ?? 0) + (data[i] ?? 0) / count;
  return mean;
}

/** log Σ exp over the chosen logits. */
function logSum(logits: Float32Array, tokens: readonly number[]): number {
  const chosen = tokens.map((token) => logits[token] ?? Number.NEGATIVE_INFINITY);
  const top = Math.max(...chosen);
  return top + Math.log(chosen.reduce((sum, value) => sum + Math.exp(value - top), 0));
}
