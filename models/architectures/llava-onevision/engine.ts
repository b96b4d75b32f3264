/**
 * LLaVA-OneVision: one picture, many yes/no questions.
 *
 * The picture and the preamble are prefilled once; each question then runs only its own tokens on that shared
 * prefix (`past_key_values`), which `forward` leaves unchanged. One question at a time where the graph has grouped-query
 * attention, which refuses a batch with a past; several where the catalogue says so.
 */
import {
  LlavaOnevisionForConditionalGeneration,
  type PreTrainedTokenizer,
  Tensor,
} from '@huggingface/transformers';
import type { Region } from '@shared/records/index.js';
import { type Preparation, pixelValues } from '../../judge/index.js';
import type { CatalogueEntry } from '../../library/index.js';
import {
  cacheOf,
  type Engine,
  type EngineOptions,
  encode,
  letGo,
  loadTokenizer,
  logOddsOfEach,
  meanOf,
  ONE,
  PART,
  type Prefix,
  plain,
  rememberedInParts,
  repeated,
  singleTokens,
  singleVariants,
  tokensOf,
  type YesNo,
} from '../../runtime/index.js';
import { type OpenModel, openModel } from '../../runtime/onnx/index.js';
import { type Model, pictureInWords } from '../picture-in-words.js';

/** Planar RGB [3, size, size], normalised. */
type Picture = Float32Array;

export class LlavaOnevisionEngine implements Engine<Picture> {
  readonly together: number;
  readonly #model: Model;
  /** Answers questions. */
  readonly #forgetful: Model;
  readonly #encode: (text: string) => bigint[];
  readonly #prompt: CatalogueEntry['prompt'];
  readonly #image: Preparation;
  readonly #variants: YesNo;
  readonly #imageToken: bigint;
  readonly #part: number;

  private constructor(
    { model, forgetful }: OpenModel<Model>,
    tokenizer: PreTrainedTokenizer,
    { prompt, image }: CatalogueEntry,
    variants: YesNo,
    together: number,
    part: number,
  ) {
    if (image.resize !== 'stretch') throw new Error(`this architecture takes no ${image.resize} picture`);
    this.together = together;
    this.#part = part;
    this.#model = model;
    this.#forgetful = forgetful;
    this.#encode = (text) => encode(tokenizer, text);
    this.#prompt = prompt;
    this.#image = image;
    this.#variants = variants;
    this.#imageToken = BigInt(singleTokens(tokenizer, ['<image>'])[0] ?? 0);
  }

  static async load(
    folder: string,
    entry: CatalogueEntry,
    options: EngineOptions,
  ): Promise<LlavaOnevisionEngine> {
    const tokenizer = await loadTokenizer(folder);
    const kind = LlavaOnevisionForConditionalGeneration;
    const variants = singleVariants(tokenizer, entry.prompt);
    const tokens = tokensOf(variants);
    const model = await openModel<Model>(kind, 'decoder_model_merged', folder, entry, options, tokens);
    // On a card the prefix lies there, and is not copied for each question.
    const [together, part] =
      options.device === 'cpu' ? [entry.together, PART] : [1, Number.POSITIVE_INFINITY];
    return new LlavaOnevisionEngine(model, tokenizer, entry, variants, together, part);
  }

  prepare(file: string, region: Region | null): Promise<Picture> {
    return pixelValues(file, this.#image, region);
  }

  async prefill(pixels: Picture): Promise<Prefix> {
    const { size } = this.#image;
    const image = await this.#model.encode_image({
      pixel_values: new Tensor('float32', pixels, [1, 3, size, size]),
    });
    const prefix = this.#encode(this.#prompt.prefix);
    const { ids, merged } = await pictureInWords(this.#model, prefix, this.#imageToken, image);
    const cache = await rememberedInParts(this.#model, merged.inputs_embeds, this.#part);
    return { length: ids.length, cache, features: meanOf(image) };
  }

  /** Shorter questions have tokens before them that nobody looks at. */
  async logits(prefix: Prefix, claims: readonly string[]): Promise<number[]> {
    const texts = claims.map((claim) =>
      this.#encode(this.#prompt.question.replace('{claim}', () => plain(claim))),
    );
    const [batch, past] = [texts.length, prefix.length];
    const length = Math.max(...texts.map((ids) => ids.length));
    const padded = (ids: readonly bigint[], by: bigint) => [
      ...new Array<bigint>(length - ids.length).fill(by),
      ...ids,
    ];
    const seen = new Array<bigint>(past).fill(1n);
    const rows = (of: (ids: readonly bigint[]) => readonly bigint[]) => {
      const values = texts.flatMap(of);
      return new Tensor('int64', BigInt64Array.from(values), [batch, values.length / batch]);
    };
    const output = await this.#forgetful.forward({
      inputs_embeds: await this.#model.encode_text({ input_ids: rows((ids) => padded(ids, 0n)) }),
      attention_mask: rows((ids) => [
        ...seen,
        ...padded(
          ids.map(() => 1n),
          0n,
        ),
      ]),
      position_ids: rows((ids) =>
        padded(
          ids.map((_, at) => BigInt(past + at)),
          BigInt(past),
        ),
      ),
      past_key_values: batch === 1 ? prefix.cache : repeated(prefix.cache, batch),
      num_logits_to_keep: ONE,
    });
    letGo(cacheOf(output));
    return logOddsOfEach(output.logits, this.#variants);
  }

  async close(): Promise<void> {
    await this.#model.dispose();
  }
}
