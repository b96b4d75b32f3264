/** What a picture's own file says of how it was made. */
import { readTexts } from './containers/index.js';
import type { EmbeddedPrompt } from './reader.js';
import { METADATA } from './table.js';

export type { EmbeddedPrompt } from './reader.js';
export { METADATA } from './table.js';

/** How a picture was made, and the tool that says so. */
export type Embedded = EmbeddedPrompt & { readonly tool: string };

/** Null when the file says nothing that any tool of the table wrote, or is no picture. */
export async function readMetadata(file: string): Promise<Embedded | null> {
  const texts = await readTexts(file);
  const surest = METADATA.map((reader) => ({ reader, sure: reader.recognises(texts) }))
    .filter(({ sure }) => sure > 0)
    .sort((a, b) => b.sure - a.sure);
  for (const { reader } of surest) {
    const found = reader.read(texts);
    if (found) return { ...found, tool: reader.tool };
  }
  return null;
}
