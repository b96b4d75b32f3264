/** What engines of models share whose picture features transformers.js puts among the words. */
import type { Tensor } from '@huggingface/transformers';
import { type Feeds, int64, ones } from '../runtime/index.js';

/** The few calls of the model that are made; transformers.js types them more loosely. */
export interface Model {
  encode_image(inputs: Feeds): Promise<Tensor>;
  encode_text(inputs: Feeds): Promise<Tensor>;
  _merge_input_ids_with_image_features(inputs: Feeds): { inputs_embeds: Tensor; attention_mask: Tensor };
  forward(inputs: Record<string, unknown>): Promise<Feeds>;
  dispose(): Promise<unknown>;
}

/** `prefix` with a picture where `token` is: its tokens, one for each of the features, and what the decoder is given. */
export async function pictureInWords(
  model: Model,
  prefix: readonly bigint[],
  token: bigint,
  image_features: Tensor,
) {
  const count = image_features.size / (image_features.dims.at(-1) ?? 1);
  const ids = prefix.flatMap((one) => (one === token ? new Array<bigint>(count).fill(token) : [one]));
  const input_ids = int64(ids);
  const merged = model._merge_input_ids_with_image_features({
    image_features,
    input_ids,
    inputs_embeds: await model.encode_text({ input_ids }),
    attention_mask: ones(ids.length),
  });
  return { ids, merged };
}
