/** ComfyUI: its API graph in the PNG chunk `prompt`; in WebP and AVIF as "prompt:{…}" in a camera field of EXIF. */
import { type EmbeddedText, textsNamed } from '../containers/index.js';
import type { MetadataReader } from '../reader.js';
import { readComfyGraph } from './read-graph.js';

const PLACES = ['prompt', 'Model', 'Make', 'ImageDescription'];

const graphs = (texts: readonly EmbeddedText[]): string[] =>
  textsNamed(texts, ...PLACES)
    .map((text) => text.replace(/^(prompt|workflow):/i, ''))
    .filter((text) => text.includes('"class_type"'));

export const comfyui: MetadataReader = {
  tool: 'comfyui',
  name: 'ComfyUI pictures',
  recognises: (texts) => (graphs(texts).length > 0 ? 1 : 0),
  read(texts) {
    for (const graph of graphs(texts)) {
      const found = readComfyGraph(graph);
      if (found) return found;
    }
    return null;
  },
};
