/** SwarmUI: JSON with `sui_image_params` in the PNG chunk `parameters`, elsewhere in EXIF's UserComment or Model. */
import { isFields, textOf } from '@core/fields/index.js';
import type { Lora } from '@shared/records/index.js';
import type { EmbeddedText } from '../containers/index.js';
import { fieldsIn, madeFrom, type Names, weightOf } from '../made-from.js';
import type { MetadataReader } from '../reader.js';

const MARK = '"sui_image_params"';

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

const own = (texts: readonly EmbeddedText[]): EmbeddedText | undefined =>
  texts.find(({ text }) => text?.includes(MARK));

export const swarmui: MetadataReader = {
  tool: 'swarmui',
  name: 'SwarmUI pictures',
  recognises: (texts) => (own(texts) ? 1 : 0),
  read(texts) {
    const source = own(texts);
    const params = fieldsIn(source?.text ?? null)?.sui_image_params;
    return source && isFields(params)
      ? madeFrom([source], params, NAMES, lorasOf(params.loras, params.loraweights))
      : null;
  },
};

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
