/**
 * AUTOMATIC1111, Forge and SD.Next, Civitai and the A1111 scheme of Fooocus: the PNG chunk `parameters`, elsewhere
 * EXIF's UserComment, a comment or a description. The text is known by its parameters wherever it lies.
 */
import type { EmbeddedText } from '../containers/index.js';
import { looksLikeData } from '../made-from.js';
import type { MetadataReader } from '../reader.js';
import { hasParameters, readParameters } from './parameters.js';

const isPrompt = ({ text }: EmbeddedText): boolean => text !== null && !looksLikeData(text);

/** A text that says what it is. */
const marked = (texts: readonly EmbeddedText[]): EmbeddedText | undefined =>
  texts.find((one) => isPrompt(one) && hasParameters(one.text ?? ''));

/** A prompt without parameters, where only a prompt is written. */
const unmarked = (texts: readonly EmbeddedText[]): EmbeddedText | undefined =>
  texts.find((one) => one.name === 'parameters' && isPrompt(one)) ??
  texts.find((one) => isPrompt(one) && /^[^\S\n]*Negative prompt:/im.test(one.text ?? ''));

export const a1111: MetadataReader = {
  tool: 'a1111',
  name: 'A1111 pictures',
  recognises: (texts) => (marked(texts) ? 0.9 : unmarked(texts) ? 0.1 : 0),
  read(texts) {
    const source = marked(texts) ?? unmarked(texts);
    const made = source && readParameters(source);
    if (!made) return null;
    // Fooocus says beside it that it is in this form.
    return { ...made, from: [...made.from, ...texts.filter(({ name }) => name === 'fooocus_scheme')] };
  },
};
