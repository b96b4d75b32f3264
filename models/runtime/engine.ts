/**
 * What a judge needs of a model that runs here, on ONNX Runtime through transformers.js: a picture is read once, then
 * one yes/no question after another is asked of it on that shared prefix.
 */
import { AutoTokenizer, env, LogLevel, type PreTrainedTokenizer } from '@huggingface/transformers';
import type { Region } from '@shared/records/index.js';
import type { CatalogueEntry, Device, Dtype, ModelEntry } from '../library/index.js';
import type { Feeds, YesNo } from './tensors.js';

/** A picture and the preamble, prefilled. Questions leave it as it is. */
export interface Prefix {
  /** Tokens. */
  readonly length: number;
  /** Place of the token that comes next, where a picture takes fewer places than tokens; absent = `length`. */
  readonly next?: number;
  readonly cache: Feeds;
  /** Mean over the picture's features, [width]. */
  readonly features: number[];
}

export interface Engine<Picture> {
  /** Throws IMAGE_UNREADABLE. */
  prepare(file: string, region: Region | null): Promise<Picture>;
  prefill(picture: Picture): Promise<Prefix>;
  /** Most claims that `logits` takes at once. */
  readonly together: number;
  /** log P(yes) − log P(no) of each claim, both summed over their token variants. */
  logits(prefix: Prefix, claims: readonly string[]): Promise<number[]>;
  close(): Promise<void>;
}

export interface EngineOptions {
  readonly device: Device;
  /** Threads for one model call. */
  readonly threads: number;
  /** Where to keep what is made of the files for the device: a folder named for the judge's version. */
  readonly prepared: string;
}

/** `folder` holds the published layout: config.json, tokenizer.json, onnx/…. Nothing is fetched. */
export type LoadEngine<Picture> = (
  folder: string,
  entry: CatalogueEntry,
  options: EngineOptions,
) => Promise<Engine<Picture>>;

/** How the numbers of each session are stored for `device`. */
export function dtypeFor({ id, devices }: ModelEntry, device: Device): Record<string, Dtype> {
  const dtype = devices[device]?.dtype;
  if (!dtype) throw new Error(`${id} has no files for ${device}`);
  return dtype;
}

/** How transformers.js is to load a model's files: those of `device`, from this disk only. */
export function loadOptions(entry: CatalogueEntry, { device, threads }: EngineOptions) {
  fromThisDisk();
  return {
    local_files_only: true,
    dtype: dtypeFor(entry, device),
    device,
    session_options: { intraOpNumThreads: threads, interOpNumThreads: 1 },
  };
}

export function loadTokenizer(folder: string): Promise<PreTrainedTokenizer> {
  fromThisDisk();
  return AutoTokenizer.from_pretrained(folder, { local_files_only: true });
}

/** The tokens of a text as it stands: none is added before or after. */
export function encode(tokenizer: PreTrainedTokenizer, text: string): bigint[] {
  return tokenizer.encode(text, { add_special_tokens: false }).map((token: number) => BigInt(token));
}

/** `tokens` without those that are not in the vocabulary, each once. Throws when none is left. */
export function variants(texts: readonly string[], tokens: readonly (number | undefined)[]): number[] {
  const found = [...new Set(tokens.filter((token) => token !== undefined))];
  if (found.length === 0) throw new Error(`none of ${JSON.stringify(texts)} is one token in this vocabulary`);
  return found;
}

/** The tokens of those texts that are one token, each once. Throws when none is. */
export function singleTokens(tokenizer: PreTrainedTokenizer, texts: readonly string[]): number[] {
  const single = texts.map((text) => encode(tokenizer, text)).filter((ids) => ids.length === 1);
  return variants(
    texts,
    single.map(([id]) => Number(id)),
  );
}

/** What counts as yes and as no. Throws when one of them is nothing. */
export const singleVariants = (
  tokenizer: PreTrainedTokenizer,
  { yes, no }: CatalogueEntry['prompt'],
): YesNo => ({
  yes: singleTokens(tokenizer, yes),
  no: singleTokens(tokenizer, no),
});

/** A claim is words: what a vocabulary would read as a turn's end or a picture is not. */
export const plain = (claim: string): string =>
  claim.replace(/<\|[^|]*\|>|<image>|<video>|<\/?s>|<\/?think>|<unk>/g, ' ');

/** Nothing is fetched, and nothing printed: what a graph refuses is told in the error, without all that it was given. */
function fromThisDisk(): void {
  env.logLevel = LogLevel.NONE;
  env.allowRemoteModels = false;
  env.allowLocalModels = true;
  env.localModelPath = '/';
}
