/**
 * Phi-3.5-vision: one picture, many yes/no questions on its shared prefix.
 *
 * The picture is prepared here and not by transformers.js, whose tiles leave out the lower half of what is not
 * square. The vision graph arranges the tiles by `image_sizes`, writes `sub_GN` after each row of them and `glb_GN`
 * before the whole, and so decides how many tokens the picture takes; the embedding graph puts them where a token is
 * negative. As in the published processor, the text after the picture begins with `<s>` anew.
 */
import { Phi3VForCausalLM, type PreTrainedTokenizer, Tensor } from '@huggingface/transformers';
import type { Region } from '@shared/records/index.js';
import type { CatalogueEntry } from '../../library/index.js';
import {
  cacheOf,
  type Engine,
  type EngineOptions,
  encode,
  type Feeds,
  int64,
  letGo,
  loadTokenizer,
  logOddsOfEach,
  meanOf,
  ONE,
  ones,
  PART,
  type Prefix,
  plain,
  positions,
  rememberedInParts,
  tokensOf,
  variants,
  type YesNo,
} from '../../runtime/index.js';
import { type OpenModel, openModel } from '../../runtime/onnx/index.js';
import { type HdPicture, type HdPreparation, hdPicture } from './pixels.js';

type OrtFeeds = Record<string, Tensor['ort_tensor']>;

/** What this engine uses of the model; transformers.js types it more loosely. */
interface Model {
  readonly sessions: Readonly<
    Record<'vision_encoder' | 'prepare_inputs_embeds', { run(feeds: OrtFeeds): Promise<OrtFeeds> }>
  >;
  readonly config: { readonly hidden_size: number };
  forward(inputs: Record<string, unknown>): Promise<Feeds>;
  dispose(): Promise<unknown>;
}

const PICTURE = '<|image_1|>';

export class Phi35VisionEngine implements Engine<HdPicture> {
  readonly together = 1;
  readonly #model: Model;
  /** Answers questions. */
  readonly #forgetful: Model;
  readonly #encode: (text: string) => bigint[];
  readonly #prompt: CatalogueEntry['prompt'];
  readonly #image: HdPreparation;
  readonly #variants: YesNo;
  readonly #imageToken: bigint;
  readonly #part: number;

  private constructor(
    { model, forgetful }: OpenModel<Model>,
    tokenizer: PreTrainedTokenizer,
    { prompt, image }: CatalogueEntry,
    variants: YesNo,
    part: number,
  ) {
    if (image.resize !== 'hd') throw new Error(`this architecture takes no ${image.resize} picture`);
    this.#model = model;
    this.#part = part;
    this.#forgetful = forgetful;
    this.#encode = (text) => encode(tokenizer, text);
    this.#prompt = prompt;
    this.#image = image;
    this.#variants = variants;
    this.#imageToken = BigInt(piecesOf(tokenizer, ['<|image|>'])[0] ?? 0);
  }

  static async load(
    folder: string,
    entry: CatalogueEntry,
    options: EngineOptions,
  ): Promise<Phi35VisionEngine> {
    const tokenizer = await loadTokenizer(folder);
    const { yes, no } = entry.prompt;
    const answers: YesNo = { yes: piecesOf(tokenizer, yes), no: piecesOf(tokenizer, no) };
    const tokens = tokensOf(answers);
    const model = await openModel<Model>(Phi3VForCausalLM, 'model', folder, entry, options, tokens);
    const part = options.device === 'cpu' ? PART : Number.POSITIVE_INFINITY;
    return new Phi35VisionEngine(model, tokenizer, entry, answers, part);
  }

  prepare(file: string, region: Region | null): Promise<HdPicture> {
    return hdPicture(file, this.#image, region);
  }

  async prefill({ pixels, height, width }: HdPicture): Promise<Prefix> {
    const { size, tiles } = this.#image;
    const features = await this.#run('vision_encoder', 'image_features', {
      pixel_values: new Tensor('float32', pixels, [1, 1 + tiles, 3, size, size]),
      image_sizes: new Tensor('int64', BigInt64Array.of(BigInt(height), BigInt(width)), [1, 2]),
    });
    const count = features.size / (features.dims.at(-1) ?? 1);
    const [before = '', after = ''] = this.#prompt.prefix.split(PICTURE);
    const ids = [
      ...this.#encode(before),
      ...new Array<bigint>(count).fill(-this.#imageToken),
      ...this.#encode(after),
    ];
    const cache = await rememberedInParts(this.#model, await this.#embeds(ids, features), this.#part);
    return { length: ids.length, cache, features: meanOf(features) };
  }

  async logits(prefix: Prefix, [claim = '']: readonly string[]): Promise<number[]> {
    const ids = this.#encode(this.#prompt.question.replace('{claim}', () => plain(claim)));
    const none = new Tensor('float32', [], [0, this.#model.config.hidden_size]);
    const output = await this.#forgetful.forward({
      inputs_embeds: await this.#embeds(ids, none),
      attention_mask: ones(prefix.length + ids.length),
      position_ids: positions(prefix.length, ids.length),
      past_key_values: prefix.cache,
      num_logits_to_keep: ONE,
    });
    letGo(cacheOf(output));
    return logOddsOfEach(output.logits, this.#variants);
  }

  async close(): Promise<void> {
    await this.#model.dispose();
  }

  /** Of `ids`; negative ones stand for `features`, in order. */
  #embeds(ids: readonly bigint[], features: Tensor): Promise<Tensor> {
    return this.#run('prepare_inputs_embeds', 'inputs_embeds', {
      input_ids: int64(ids),
      image_features: features,
    });
  }

  async #run(session: keyof Model['sessions'], output: string, inputs: Feeds): Promise<Tensor> {
    const feeds = Object.fromEntries(
      Object.entries(inputs).map(([name, tensor]) => [name, tensor.ort_tensor]),
    );
    const found = (await this.#model.sessions[session].run(feeds))[output];
    if (!found) throw new Error(`${session} returned no ${output}`);
    return new Tensor(found);
  }
}

/** A text as one piece of the vocabulary, where a space is `▁`; encoding it would put a space before. */
function pieceOf(tokenizer: PreTrainedTokenizer, text: string): number | undefined {
  return tokenizer.convert_tokens_to_ids(text.replaceAll(' ', '▁')) as number | undefined;
}

/** Those of them that are one piece. Throws when none is. */
const piecesOf = (tokenizer: PreTrainedTokenizer, texts: readonly string[]): number[] =>
  variants(
    texts,
    texts.map((text) => pieceOf(tokenizer, text)),
  );
