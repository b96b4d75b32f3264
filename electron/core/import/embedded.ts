/** What a picture says of how it was made. */
import { readFile } from 'node:fs/promises';
import ExifReader from 'exifreader';
import { readParameters } from './a1111.js';
import { type EmbeddedPrompt, readComfyGraph } from './comfyui.js';

export type EmbeddedFormat = 'comfyui' | 'a1111';

/** PNG text chunks; EXIF fields where WebP, AVIF and JPEG carry the same. Null when there is nothing to read. */
export async function readEmbedded(
  file: string,
): Promise<(EmbeddedPrompt & { format: EmbeddedFormat }) | null> {
  let tags: Record<string, { value?: unknown; description?: unknown } | undefined>;
  try {
    tags = ExifReader.load(await readFile(file)) as never;
  } catch {
    // No metadata, or not a picture at all: the frame itself will say so when it is looked at.
    return null;
  }
  const text = (name: string): string | null => {
    const tag = tags[name];
    for (const value of [tag?.value, tag?.description]) if (typeof value === 'string') return value;
    return null;
  };
  // ComfyUI writes its WebP graph as "prompt:{…}" into an EXIF camera field.
  const graphs = [text('prompt'), text('Model'), text('Make'), text('ImageDescription')];
  for (const graph of graphs) {
    const found = graph ? readComfyGraph(graph.replace(/^(prompt|workflow):/i, '')) : null;
    if (found) return { ...found, format: 'comfyui' };
  }
  const parameters = text('parameters') ?? userComment(tags.UserComment);
  const found = parameters ? readParameters(parameters) : null;
  return found ? { ...found, format: 'a1111' } : null;
}

/** EXIF UserComment: eight bytes of encoding name, then the text. */
function userComment(tag: { value?: unknown; description?: unknown } | undefined): string | null {
  if (!tag) return null;
  if (Array.isArray(tag.value)) {
    const bytes = Buffer.from(tag.value as number[]);
    const name = bytes.subarray(0, 7).toString('latin1');
    if (name === 'UNICODE') return utf16(bytes.subarray(8));
    if (name.startsWith('ASCII')) return bytes.subarray(8).toString('utf8');
  }
  return typeof tag.description === 'string' ? tag.description : null;
}

/** Either byte order: prompts are mostly Latin text, whose high bytes are zero. */
function utf16(bytes: Buffer): string {
  const even = bytes.subarray(0, bytes.length & ~1);
  return even[0] === 0 ? Buffer.from(even).swap16().toString('utf16le') : even.toString('utf16le');
}
