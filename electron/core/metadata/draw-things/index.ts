/** Draw Things: JSON with `c` and `uc` in the UserComment of EXIF or XMP, and a text like A1111's in XMP's description. */
import { type Fields, listOf, textOf } from '@core/fields/index.js';
import type { Lora } from '@shared/records/index.js';
import { madeFrom, type Names, sizeOf, weightOf } from '../made-from.js';
import { findFields, readerOf } from '../own-fields.js';

const NAMES: Names = {
  prompt: ['c'],
  negativePrompt: ['uc'],
  seed: ['seed'],
  model: ['model'],
  steps: ['steps'],
  cfg: ['scale'],
  sampler: ['sampler'],
  denoise: ['strength'],
  width: ['width'],
  height: ['height'],
};

const isOwn = (fields: Fields): boolean =>
  typeof fields.c === 'string' && ('uc' in fields || 'seed' in fields || 'sampler' in fields);

export const drawThings = readerOf({
  tool: 'draw-things',
  name: 'Draw Things pictures',
  find: (texts) => findFields(texts, /"c"/, isOwn),
  read({ source, fields }, texts) {
    const again = texts.filter(({ where, name }) => where === 'xmp' && name === 'description');
    return madeFrom(
      [source, ...again],
      { ...sizeOf(textOf(fields.size) ?? ''), ...fields },
      NAMES,
      lorasOf(fields),
    );
  },
});

function lorasOf({ lora, loras }: Fields): Lora[] {
  return (listOf(lora ?? loras) ?? []).flatMap((row) => {
    const name = textOf(row.model ?? row.file ?? row.name);
    return name ? [{ name, weight: weightOf(row.weight) }] : [];
  });
}
