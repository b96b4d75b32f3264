/**
 * NovelAI: PNG chunks `Software`, `Description` and JSON in `Comment`; in WebP and JPEG the same in EXIF, or all of it as
 * one JSON; and once more in the transparency of its PNGs, which is left where a site takes the chunks away.
 */
import { isFields, listOf, textOf } from '@core/fields/index.js';
import type { EmbeddedText } from '../containers/index.js';
import { fieldsIn, madeFrom, type Names } from '../made-from.js';
import { type Found, readerOf } from '../own-fields.js';

const NAMES: Names = {
  prompt: ['prompt', ''],
  negativePrompt: ['uc', 'negative_prompt'],
  seed: ['seed'],
  model: ['Source'],
  steps: ['steps'],
  cfg: ['scale'],
  sampler: ['sampler'],
  scheduler: ['noise_schedule'],
  denoise: ['strength'],
  width: ['width'],
  height: ['height'],
};

/** Of the program, or of a text that holds all of them. */
function foundIn(texts: readonly EmbeddedText[]): Found | null {
  const isNovelAi = texts.some(({ name, text }) => name === 'Software' && text?.startsWith('NovelAI'));
  for (const source of texts) {
    const root = fieldsIn(source.text);
    if (!root) continue;
    const comment = isFields(root.Comment) ? root.Comment : fieldsIn(textOf(root.Comment) ?? null);
    if (comment && (source.where === 'pixels' || /NovelAI/.test(textOf(root.Software) ?? '')))
      return { source, fields: { Source: root.Source, ...comment } };
    if (
      isFields(root.v4_prompt) ||
      ('uc' in root && (isNovelAi || 'noise_schedule' in root)) ||
      (isNovelAi && 'prompt' in root)
    ) {
      const { text: model } = texts.find(({ name }) => name === 'Source') ?? {};
      return { source, fields: { Source: model ?? undefined, ...root } };
    }
  }
  // Where the rest was lost, the description is the prompt alone.
  const said = isNovelAi && texts.find(({ name, text }) => name === 'Description' && text);
  return said ? { source: said, fields: { '': said.text } } : null;
}

export const novelai = readerOf({
  tool: 'novelai',
  name: 'NovelAI pictures',
  find: foundIn,
  read({ source, fields }, texts) {
    const prompt = withCharacters(textOf(fields.prompt), fields.v4_prompt) || undefined;
    const uc = withCharacters(textOf(fields.uc), fields.v4_negative_prompt);
    const beside = texts.filter(
      (text) => text !== source && (text.name === 'Description' || text.name === 'ImageDescription'),
    );
    return madeFrom([source, ...beside], { ...fields, prompt, uc }, NAMES);
  },
});

/** Version 4 has a caption for each character beside the prompt; NovelAI writes them on one line with `|` between. */
function withCharacters(prompt: string | undefined, v4: unknown): string {
  const caption = isFields(v4) && isFields(v4.caption) ? v4.caption : {};
  const characters = (listOf(caption.char_captions) ?? []).map(
    (one) => textOf(one.char_caption)?.trim() ?? '',
  );
  return [prompt || (textOf(caption.base_caption) ?? ''), ...characters].filter(Boolean).join(' | ');
}
