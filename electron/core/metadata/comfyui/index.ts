/**
 * ComfyUI: its API graph in the PNG chunk `prompt`, in WebP and AVIF as "prompt:{…}" in a camera field of EXIF, in XMP,
 * or as JSON of both graphs in a comment; the interface's graph as `workflow`, where that is all there is.
 */
import { isFields } from '@core/fields/index.js';
import type { EmbeddedPrompt, MetadataReader } from '../reader.js';
import { type Graph, graphOf, parseLoosely } from './graph.js';
import { mayBeGraph, NAMED } from './names.js';
import { readGraph } from './read-graph.js';
import { graphOfWorkflow } from './workflow.js';

/** The API graph and the interface's graph of one text; both where it holds both. */
function graphsIn(text: string): { api: Graph | null; workflow: Graph | null } {
  const unwrapped = (value: unknown): unknown => (typeof value === 'string' ? parseLoosely(value) : value);
  const root = unwrapped(parseLoosely(text.replace(NAMED, '')));
  const inside = isFields(root) ? root : {};
  return {
    api: graphOf(root) ?? graphOf(unwrapped(inside.prompt)),
    workflow: graphOfWorkflow(root) ?? graphOfWorkflow(unwrapped(inside.workflow)),
  };
}

export const comfyui: MetadataReader = {
  tool: 'comfyui',
  name: 'ComfyUI pictures',
  recognises: (texts) => (texts.some(mayBeGraph) ? 1 : 0),
  read(texts) {
    const sources = texts.filter(mayBeGraph).map((source) => ({ source, ...graphsIn(source.text ?? '') }));
    const from = texts.filter(
      (text) =>
        NAMED.test(text.text ?? '') ||
        sources.some(({ source, api, workflow }) => source === text && (api ?? workflow)),
    );
    let best: EmbeddedPrompt | null = null;
    // What was run counts before what was drawn up.
    for (const kind of ['api', 'workflow'] as const) {
      for (const { source, [kind]: graph } of sources) {
        const found = graph && readGraph(graph, source);
        if (found?.prompt) return { ...found, from };
        best ??= found;
      }
    }
    return best && { ...best, from };
  },
};
