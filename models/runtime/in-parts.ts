import type { Tensor } from '@huggingface/transformers';
import { cacheOf, type Feeds, ONE, ones, positions } from './tensors.js';

/**
 * Tokens that a processor reads at once. What a part computes is compared with what stands before it and with itself
 * alone, so parts save nearly half of that; shorter ones would multiply too few rows at a time.
 */
export const PART = 192;

/** What is used of a model whose decoder takes a past; transformers.js types it more loosely. */
interface Decoder {
  forward(inputs: Record<string, unknown>): Promise<Feeds>;
}

/**
 * What the decoder remembers of `embeds`, [1, tokens, width], under the names by which it takes it back. They are read
 * in equal parts of at most `most` tokens, each after those before; the answer is that of all at once.
 */
export async function rememberedInParts(decoder: Decoder, embeds: Tensor, most: number): Promise<Feeds> {
  const length = embeds.dims[1] ?? 0;
  const size = Math.ceil(length / Math.ceil(length / most));
  let cache: Feeds | null = null;
  for (let from = 0; from < length; from += size) {
    const to = Math.min(length, from + size);
    const output = await decoder.forward({
      inputs_embeds: from === 0 && to === length ? embeds : embeds.slice(null, [from, to]),
      attention_mask: ones(to),
      position_ids: positions(from, to - from),
      past_key_values: cache,
      num_logits_to_keep: ONE,
    });
    cache = cacheOf(output);
  }
  return cache ?? {};
}
