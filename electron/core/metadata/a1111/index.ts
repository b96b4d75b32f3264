/** AUTOMATIC1111, Forge and SD.Next: the PNG chunk `parameters`, elsewhere EXIF's UserComment. */
import { type EmbeddedText, textsNamed } from '../containers/index.js';
import type { MetadataReader } from '../reader.js';
import { readParameters } from './parameters.js';

const parameters = (texts: readonly EmbeddedText[]): string =>
  textsNamed(texts, 'parameters', 'UserComment')[0] ?? '';

export const a1111: MetadataReader = {
  tool: 'a1111',
  name: 'A1111 pictures',
  /** A text without parameters may be anybody's, and is taken when nobody else knows it. */
  recognises: (texts) => (/\bSteps: *\d/.test(parameters(texts)) ? 0.9 : parameters(texts) ? 0.1 : 0),
  read: (texts) => readParameters(parameters(texts)),
};
