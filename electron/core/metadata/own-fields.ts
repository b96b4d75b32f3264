/** The readers of tools that write JSON of their own, which is theirs or is not, with nothing between. */
import type { Fields } from '@core/fields/index.js';
import type { EmbeddedText } from './containers/index.js';
import { fieldsIn } from './made-from.js';
import type { EmbeddedPrompt, MetadataReader } from './reader.js';

export interface Found {
  readonly source: EmbeddedText;
  readonly fields: Fields;
}

interface Row extends Pick<MetadataReader, 'tool' | 'name'> {
  /** The text that is the tool's, with its fields; null where none is. */
  find(texts: readonly EmbeddedText[]): Found | null;
  read(found: Found, texts: readonly EmbeddedText[]): EmbeddedPrompt;
}

export const readerOf = ({ tool, name, find, read }: Row): MetadataReader => ({
  tool,
  name,
  recognises: (texts) => (find(texts) ? 1 : 0),
  read(texts) {
    const found = find(texts);
    return found && read(found, texts);
  },
});

/** The first text that has `mark` in it, so that it is worth parsing, and whose fields are the tool's. */
export function findFields(
  texts: readonly EmbeddedText[],
  mark: RegExp,
  isOwn: (fields: Fields) => boolean,
): Found | null {
  for (const source of texts) {
    const fields = mark.test(source.text ?? '') ? fieldsIn(source.text) : null;
    if (fields && isOwn(fields)) return { source, fields };
  }
  return null;
}
