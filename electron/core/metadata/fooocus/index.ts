/**
 * Fooocus and RuinedFooocus: JSON in the PNG chunk `parameters` beside `fooocus_scheme`, in EXIF's UserComment of JPEG
 * and WebP, or in a comment. Its other scheme is A1111's.
 */
import { type Fields, textOf } from '@core/fields/index.js';
import type { Lora } from '@shared/records/index.js';
import { madeFrom, type Names, sizeOf, weightOf } from '../made-from.js';
import { findFields, readerOf } from '../own-fields.js';

const NAMES: Names = {
  prompt: ['prompt', 'Prompt', 'full_prompt'],
  negativePrompt: ['negative_prompt', 'Negative', 'full_negative_prompt'],
  seed: ['seed'],
  model: ['base_model', 'base_model_name'],
  steps: ['steps'],
  cfg: ['guidance_scale', 'cfg'],
  sampler: ['sampler', 'sampler_name'],
  scheduler: ['scheduler'],
  width: ['width'],
  height: ['height'],
  styles: ['styles'],
  performance: ['performance'],
  sharpness: ['sharpness'],
  refiner: ['refiner_model'],
};

const isOwn = (fields: Fields): boolean =>
  'base_model' in fields ||
  'base_model_name' in fields ||
  /fooocus/i.test(textOf(fields.software ?? fields.version) ?? '');

export const fooocus = readerOf({
  tool: 'fooocus',
  name: 'Fooocus pictures',
  find: (texts) => findFields(texts, /"base_model|fooocus/i, isOwn),
  read({ source, fields }, texts) {
    const { width, height } = sizeOf(textOf(fields.resolution) ?? '');
    const scheme = texts.filter(({ name }) => name === 'fooocus_scheme' || name === 'MakerNote');
    return madeFrom([source, ...scheme], { width, height, ...fields }, NAMES, lorasOf(fields));
  },
});

/** `loras: [[name, weight, hash]]`, of RuinedFooocus `[hash, "weight - name"]`; else `lora_combined_1: "name : weight"`. */
function lorasOf(fields: Fields): Lora[] {
  const rows = Array.isArray(fields.loras) ? fields.loras.filter(Array.isArray) : [];
  const listed = rows.flatMap((row: unknown[]): Lora[] => {
    const [first, second] = row.map((cell) => textOf(cell) ?? '');
    const [, weight, name] = /^(-?[\d.]+) - (.+)$/s.exec(second ?? '') ?? [];
    return name
      ? [{ name, weight: weightOf(weight) }]
      : first
        ? [{ name: first, weight: weightOf(row[1]) }]
        : [];
  });
  const combined = Object.entries(fields).flatMap(([key, value]): Lora[] => {
    const [, name, weight] =
      (/^lora_combined_\d+$/.test(key) && /^(.+?) : (-?[\d.]+)$/s.exec(textOf(value) ?? '')) || [];
    return name ? [{ name, weight: weightOf(weight) }] : [];
  });
  return listed.length > 0 ? listed : combined;
}
