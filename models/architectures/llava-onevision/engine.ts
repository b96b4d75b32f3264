/**
 * LLaVA-OneVision: one picture, many yes/no questions.
 *
 * The picture and the preamble are prefilled once; each question then runs only its own tokens on that shared
 * prefix (`past_key_values`), which `forward` leaves unchanged. As many questions at once as the catalogue says, for all
 * of which the weights are read once: of any lengths where the graph is known to leave out what they are filled up with,
 * else of one length. One at a time where the graph refuses a batch with a past, as the operator for grouped-query
 * attention does.
 */
import {
  LlavaOnevisionForConditionalGeneration,
  type PreTrainedTokenizer,
  Tensor,
} from '@huggingface/transformers';
import { groupBy } from '@shared/group-by.js';
import type { Region } from '@shared/records/index.js';
import { type Preparation, pixelValues } from '../../judge/index.js';
import type { CatalogueEntry } from '../../library/index.js';
import {
  cacheOf,
  type Engine,
  type EngineOptions,
  encode,
  type Feeds,
  firstOf,
  int64,
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

/** Of so many times as many questions as are asked at once some are of one length. */
const CHOICE = 4;

/** Planar RGB [3, size, size], normalised. */
type Picture = Float32Array;

export class LlavaOnevisionEngine implements Engine<Picture> {
  readonly #padded: boolean;
  /** Most texts of one length that are asked at once. */
  #atOnce = 1;
  readonly #model: Model;
  /** Answers questions. */
  readonly #forgetful: Model;
  readonly #encode: (text: string) => bigint[];
  readonly #prompt: CatalogueEntry['prompt'];
  readonly #image: Preparation;
  readonly #variants: YesNo;
  readonly #imageToken: bigint;
  readonly #part: number;
  /** What was prefilled, repeated for the most questions. */
  readonly #repeated = new WeakMap<Feeds, Feeds>();

  private constructor(
    { model, forgetful }: OpenModel<Model>,
    tokenizer: PreTrainedTokenizer,
    { prompt, image, padded }: CatalogueEntry,
    variants: YesNo,
    onProcessor: boolean,
  ) {
    if (image.resize !== 'stretch') throw new Error(`this architecture takes no ${image.resize} picture`);
    this.#padded = padded;
    this.#part = onProcessor ? PART : Number.POSITIVE_INFINITY;
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
    const onProcessor = options.device === 'cpu';
    const engine = new LlavaOnevisionEngine(model, tokenizer, entry, variants, onProcessor);
    // On a card the prefix lies there, and is not copied for each question.
    if (onProcessor) await engine.#tryAtOnce(entry.together);
    return engine;
  }

  get together(): number {
    return this.#padded || this.#atOnce === 1 ? this.#atOnce : CHOICE * this.#atOnce;
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

  async logits(prefix: Prefix, claims: readonly string[]): Promise<number[]> {
    const texts = claims.map((claim) =>
      this.#encode(this.#prompt.question.replace('{claim}', () => plain(claim))),
    );
    const found = new Array<number>(texts.length);
    for (const places of this.#calls(texts)) {
      const logits = await this.#logitsOf(
        prefix,
        places.map((at) => texts[at] ?? []),
      );
      for (const [i, at] of places.entries()) found[at] = logits[i] as number;
    }
    return found;
  }

  /** Places of the texts that are asked at once, call by call. */
  #calls(texts: readonly (readonly bigint[])[]): number[][] {
    if (this.#padded) return [[...texts.keys()]];
    const byLength = groupBy([...texts.keys()], (at) => texts[at]?.length ?? 0);
    return [...byLength.values()].flatMap((places) => inRuns(places, this.#atOnce));
  }

  /** Shorter texts have tokens before them that nobody looks at. */
  async #logitsOf(prefix: Prefix, texts: readonly (readonly bigint[])[]): Promise<number[]> {
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
      past_key_values: this.#cacheFor(prefix.cache, batch),
      num_logits_to_keep: ONE,
    });
    letGo(cacheOf(output));
    return logOddsOfEach(output.logits, this.#variants);
  }

  async close(): Promise<void> {
    await this.#model.dispose();
  }

  #cacheFor(cache: Feeds, batch: number): Feeds {
    if (batch === 1) return cache;
    const all = this.#repeated.get(cache) ?? repeated(cache, this.#atOnce);
    this.#repeated.set(cache, all);
    return firstOf(all, batch);
  }

  /** So many questions at once, where two that follow one token are answered; else one. */
  async #tryAtOnce(most: number): Promise<void> {
    if (most === 1) return;
    this.#atOnce = most;
    const embeds = await this.#model.encode_text({ input_ids: int64([0n]) });
    const cache = await rememberedInParts(this.#model, embeds, 1);
    await this.logits({ length: 1, cache, features: [] }, ['a', 'a']).catch(() => {
      this.#atOnce = 1;
    });
  }
}

/** One after another, at most `most` of them in each. */
const inRuns = (all: readonly number[], most: number): number[][] =>
  Array.from({ length: Math.ceil(all.length / most) }, (_, run) => all.slice(run * most, (run + 1) * most));
