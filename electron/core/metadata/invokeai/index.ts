/** InvokeAI: the PNG chunk `invokeai_metadata`, before version 3 `sd-metadata`, and before that the command as `Dream`. */

import { type Fields, isFields, listOf, textOf } from '@core/fields/index.js';
import type { Lora } from '@shared/records/index.js';
import { wordTable } from '@shared/word-table.js';
import type { EmbeddedText } from '../containers/index.js';
import { fieldsIn, madeFrom, type Names, weightOf } from '../made-from.js';
import type { EmbeddedPrompt, MetadataReader } from '../reader.js';
import { fieldsOfCommand } from './dream.js';

const NAMES: Names = {
  prompt: ['positive_prompt', 'prompt'],
  negativePrompt: ['negative_prompt'],
  seed: ['seed'],
  model: ['model', 'model_weights'],
  steps: ['steps'],
  cfg: ['cfg_scale'],
  sampler: ['sampler'],
  scheduler: ['scheduler'],
  denoise: ['strength'],
  width: ['width'],
  height: ['height'],
};

/** In the order of what they are worth: newer pictures have the older ones beside them. */
const READERS = wordTable<(text: string) => Fields | null>({
  invokeai_metadata: fieldsIn,
  'sd-metadata': (text) => {
    const { image, ...all } = fieldsIn(text) ?? {};
    return isFields(image) ? { ...all, ...image } : null;
  },
  Dream: fieldsOfCommand,
});
/** What lies beside them and says the same in another form. */
const BESIDE = ['invokeai_workflow', 'invokeai_graph', 'invokeai'];

const own = (texts: readonly EmbeddedText[]): EmbeddedText[] =>
  Object.keys(READERS).flatMap((name) => texts.filter((text) => text.name === name));

function readText(source: EmbeddedText): EmbeddedPrompt | null {
  const fields = READERS[source.name]?.(source.text ?? '');
  if (!fields) return null;
  const { prompt, ...rest } = fields;
  const said = Array.isArray(prompt)
    ? (listOf(prompt) ?? []).map((part) => textOf(part.prompt) ?? '').join(', ')
    : textOf(prompt);
  const named = { ...(said !== undefined && splitBrackets(said)), ...rest, model: nameOf(rest.model) };
  const weights = textOf(rest.model_weights);
  return madeFrom([source], weights ? { ...named, model: weights } : named, NAMES, lorasOf(rest.loras));
}

/** Before version 3 the negative prompt stood in the prompt, [in square brackets]. */
function splitBrackets(prompt: string): { prompt: string; negative_prompt: string } {
  const negative = [...prompt.matchAll(/\[([^[\]]{1,10000})\]/g)].map(([, words = '']) => words);
  const positive = prompt.replace(/\s*\[[^[\]]{1,10000}\]/g, '');
  return { prompt: positive, negative_prompt: negative.join(', ') };
}

const nameOf = (model: unknown): string | undefined =>
  isFields(model) ? textOf(model.name ?? model.model_name) : textOf(model);

function lorasOf(value: unknown): Lora[] {
  return (listOf(value) ?? []).flatMap((row) => {
    const name = nameOf(row.model ?? row.lora);
    return name ? [{ name, weight: weightOf(row.weight) }] : [];
  });
}

export const invokeai: MetadataReader = {
  tool: 'invokeai',
  name: 'InvokeAI pictures',
  recognises: (texts) => (own(texts).length > 0 ? 1 : 0),
  read(texts) {
    const from = texts.filter(({ name }) => name in READERS || BESIDE.includes(name));
    for (const text of own(texts)) {
      const found = readText(text);
      if (found) return { ...found, from };
    }
    return null;
  },
};
