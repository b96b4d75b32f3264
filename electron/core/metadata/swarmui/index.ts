/** SwarmUI: JSON with `sui_image_params` in the PNG chunk `parameters`, elsewhere in EXIF's UserComment or Model. */
import { type Fields, isFields, textOf } from '@core/fields/index.js';
import type { Lora } from '@shared/records/index.js';
import { madeFrom, type Names, weightOf } from '../made-from.js';
import { findFields, readerOf } from '../own-fields.js';

const NAMES: Names = {
  prompt: ['prompt'],
  negativePrompt: ['negativeprompt'],
  seed: ['seed'],
  model: ['model'],
  steps: ['steps'],
  cfg: ['cfgscale'],
  sampler: ['sampler', 'comfyuisampler', 'autowebuisampler'],
  scheduler: ['scheduler', 'comfyuischeduler'],
  denoise: ['initimagecreativity'],
  width: ['width'],
  height: ['height'],
};

export const swarmui = readerOf({
  tool: 'swarmui',
  name: 'SwarmUI pictures',
  find: (texts) => findFields(texts, /"sui_image_params"/, (fields) => isFields(fields.sui_image_params)),
  read({ source, fields }) {
    const params = fields.sui_image_params as Fields;
    return madeFrom([source], params, NAMES, lorasOf(params.loras, params.loraweights));
  },
});

/** Two lists, or two texts with commas. */
function lorasOf(names: unknown, weights: unknown): Lora[] {
  const list = (value: unknown): unknown[] =>
    Array.isArray(value) ? value : (textOf(value)?.split(',') ?? []);
  const all = list(weights);
  return list(names).flatMap((name, at) => {
    const text = textOf(name)?.trim();
    return text ? [{ name: text, weight: weightOf(all[at]) }] : [];
  });
}
