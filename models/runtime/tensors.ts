/** The few shapes of tensors that the engines give to their graphs and read from them. */
import { Tensor } from '@huggingface/transformers';

/** A graph's inputs or outputs by name. */
export type Feeds = Record<string, Tensor>;

/** Only the last token's logits are read. A graph without this input is not given it. */
export const ONE = new Tensor('int64', BigInt64Array.of(1n), []);

/** [1, ids]. */
export const int64 = (ids: readonly bigint[]): Tensor =>
  new Tensor('int64', BigInt64Array.from(ids), [1, ids.length]);

/** [1, length]. */
export const ones = (length: number): Tensor =>
  new Tensor('int64', new BigInt64Array(length).fill(1n), [1, length]);

/** [1, length]: where `length` further tokens stand after `past` others. */
export const positions = (past: number, length: number): Tensor =>
  int64(Array.from({ length }, (_, index) => BigInt(past + index)));

/** Half-precision graphs may answer in halves. */
export const floats = (tensor: Tensor): Float32Array => tensor.to('float32').data as Float32Array;

/** What the decoder remembers, under the names by which it takes it back. */
export function cacheOf(output: Feeds): Feeds {
  const cache: Feeds = {};
  for (const [name, tensor] of Object.entries(output)) {
    const [, kind, rest] = /^present(_\w+)?\.(.*)$/.exec(name) ?? [];
    if (rest !== undefined) cache[`past${kind ?? '_key_values'}.${rest}`] = tensor;
  }
  return cache;
}

/** Frees what of it lies on a graphics card: the garbage collector does not see how much that is. */
export function letGo(cache: Feeds): void {
  for (const tensor of Object.values(cache)) if (tensor.location === 'gpu-buffer') tensor.dispose();
}

/** Mean over all but the last dimension, [width]. */
export function meanOf(features: Tensor): number[] {
  const width = features.dims.at(-1) ?? 0;
  const data = floats(features);
  const count = data.length / width;
  const mean = new Array<number>(width).fill(0);
  for (let i = 0; i < data.length; i++) mean[i % width] = (mean[i % width] ?? 0) + (data[i] ?? 0) / count;
  return mean;
}

/** Tokens that count as yes and as no. */
export interface YesNo {
  readonly yes: readonly number[];
  readonly no: readonly number[];
}

/** Those whose logits are read. */
export const tokensOf = ({ yes, no }: YesNo): number[] => [...yes, ...no];

/**
 * log P(yes) − log P(no) of the last token of each of [batch, tokens, vocabulary], both summed over their variants; of
 * [batch, tokens, variants], too, as a graph gives them that is told which those are.
 */
export function logOddsOfEach(logits: Tensor | undefined, variants: YesNo): number[] {
  if (!logits) throw new Error('the decoder returned no logits');
  const [batch = 0] = logits.dims;
  const width = logits.dims.at(-1) ?? 0;
  const { yes, no } = width === tokensOf(variants).length ? placesOf(variants) : variants;
  const all = floats(logits);
  return Array.from({ length: batch }, (_, i) => {
    const end = ((i + 1) * all.length) / batch;
    const last = all.subarray(end - width, end);
    return logSum(last, yes) - logSum(last, no);
  });
}

/** Where each is among `tokensOf` them. */
const placesOf = ({ yes, no }: YesNo): YesNo => ({
  yes: yes.map((_, at) => at),
  no: no.map((_, at) => yes.length + at),
});

/** What a decoder remembers of one sequence, for `times` that go on from it. Of tensors in this process's memory. */
export function repeated(cache: Feeds, times: number): Feeds {
  return Object.fromEntries(
    Object.entries(cache).map(([name, tensor]) => {
      const one = floats(tensor);
      const all = new Float32Array(times * one.length);
      for (let i = 0; i < times; i++) all.set(one, i * one.length);
      return [name, new Tensor('float32', all, [times, ...tensor.dims.slice(1)])];
    }),
  );
}

/** The first `count` sequences of what is remembered of several. */
export function firstOf(cache: Feeds, count: number): Feeds {
  return Object.fromEntries(
    Object.entries(cache).map(([name, tensor]) => {
      const [all = 0, ...sizes] = tensor.dims;
      const first = floats(tensor).subarray(0, (tensor.size / all) * count);
      return [name, new Tensor('float32', first, [count, ...sizes])];
    }),
  );
}

/** log Σ exp over the chosen logits. */
function logSum(logits: Float32Array, tokens: readonly number[]): number {
  const chosen = tokens.map((token) => logits[token] ?? Number.NEGATIVE_INFINITY);
  const top = Math.max(...chosen);
  return top + Math.log(chosen.reduce((sum, value) => sum + Math.exp(value - top), 0));
}
