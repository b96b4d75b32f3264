/**
 * Qwen3.5: one picture in its own proportion, many yes/no questions.
 *
 * Most of its layers remember a state of fixed size instead of keys and values; `forward` leaves what it is given
 * unchanged, so that each question goes on from the same prefix. A token has three places, in time, height and width;
 * text after a picture goes on behind the longer of its sides. One question at a time.
 */
import { type PreTrainedTokenizer, Qwen3_5ForConditionalGeneration, Tensor } from '@huggingface/transformers';
import type { Region } from '@shared/records/index.js';
import type { CatalogueEntry } from '../../library/index.js';
import {
  cacheOf,
  type Engine,
  type EngineOptions,
  encode,
  int64,
  letGo,
  loadTokenizer,
  logOddsOfEach,
  meanOf,
  ONE,
  ones,
  type Prefix,
  plain,
  singleTokens,
  singleVariants,
  tokensOf,
  type YesNo,
} from '../../runtime/index.js';
import { type OpenModel, openModel } from '../../runtime/onnx/index.js';
import { type Model, pictureInWords } from '../picture-in-words.js';
import { type PatchPicture, type PatchPreparation, patchPicture } from './pixels.js';

const PICTURE = '<|image_pad|>';
/** Places of a token. */
const AXES = 3;

export class Qwen35Engine implements Engine<PatchPicture> {
  readonly together = 1;
  readonly #model: Model;
  /** Answers questions. */
  readonly #forgetful: Model;
  readonly #encode: (text: string) => bigint[];
  readonly #prompt: CatalogueEntry['prompt'];
  readonly #image: PatchPreparation;
  readonly #variants: YesNo;
  readonly #picture: bigint;

  private constructor(
    { model, forgetful }: OpenModel<Model>,
    tokenizer: PreTrainedTokenizer,
    { prompt, image }: CatalogueEntry,
    variants: YesNo,
  ) {
    if (image.resize !== 'patches') throw new Error(`this architecture takes no ${image.resize} picture`);
    this.#model = model;
    this.#forgetful = forgetful;
    this.#encode = (text) => encode(tokenizer, text);
    this.#prompt = prompt;
    this.#image = image;
    this.#variants = variants;
    this.#picture = BigInt(singleTokens(tokenizer, [PICTURE])[0] ?? 0);
  }

  static async load(folder: string, entry: CatalogueEntry, options: EngineOptions): Promise<Qwen35Engine> {
    const tokenizer = await loadTokenizer(folder);
    const kind = Qwen3_5ForConditionalGeneration;
    const variants = singleVariants(tokenizer, entry.prompt);
    const tokens = tokensOf(variants);
    const model = await openModel<Model>(kind, 'decoder_model_merged', folder, entry, options, tokens);
    return new Qwen35Engine(model, tokenizer, entry, variants);
  }

  prepare(file: string, region: Region | null): Promise<PatchPicture> {
    return patchPicture(file, this.#image, region);
  }

  async prefill({ pixels, rows, columns }: PatchPicture): Promise<Prefix> {
    const image = await this.#model.encode_image({
      pixel_values: new Tensor('float32', pixels, [rows * columns, pixels.length / (rows * columns)]),
      image_grid_thw: new Tensor('int64', BigInt64Array.of(1n, BigInt(rows), BigInt(columns)), [1, AXES]),
    });
    const { merge } = this.#image;
    const [high, wide] = [rows / merge, columns / merge];
    // A picture takes so many places fewer than tokens.
    const fewer = high * wide - Math.max(high, wide);
    const prefix = this.#encode(this.#prompt.prefix);
    const { ids, merged } = await pictureInWords(this.#model, prefix, this.#picture, image);
    const before = ids.indexOf(this.#picture);
    const places = ids.map((_, at): readonly [number, number, number] => {
      const inside = at - before;
      if (inside < 0) return [at, at, at];
      if (inside < high * wide) return [before, before + Math.floor(inside / wide), before + (inside % wide)];
      return [at - fewer, at - fewer, at - fewer];
    });
    const position_ids = inThreeRows(places);
    const output = await this.#model.forward({ ...merged, position_ids, num_logits_to_keep: ONE });
    return { length: ids.length, next: ids.length - fewer, cache: cacheOf(output), features: meanOf(image) };
  }

  async logits(prefix: Prefix, claims: readonly string[]): Promise<number[]> {
    const found: number[] = [];
    for (const claim of claims) found.push(await this.#logit(prefix, claim));
    return found;
  }

  async #logit({ length, next = length, cache }: Prefix, claim: string): Promise<number> {
    const ids = this.#encode(this.#prompt.question.replace('{claim}', () => plain(claim)));
    const places = ids.map((_, at) => [next + at, next + at, next + at] as const);
    const output = await this.#forgetful.forward({
      inputs_embeds: await this.#model.encode_text({ input_ids: int64(ids) }),
      attention_mask: ones(length + ids.length),
      position_ids: inThreeRows(places),
      past_key_values: cache,
      num_logits_to_keep: ONE,
    });
    letGo(cacheOf(output));
    return logOddsOfEach(output.logits, this.#variants)[0] as number;
  }

  async close(): Promise<void> {
    await this.#model.dispose();
  }
}

/** [3, 1, tokens]. */
function inThreeRows(places: readonly (readonly [number, number, number])[]): Tensor {
  const rows = Array.from({ length: AXES }, (_, axis) => places.map((place) => BigInt(place[axis] ?? 0)));
  return new Tensor('int64', BigInt64Array.from(rows.flat()), [AXES, 1, places.length]);
}
