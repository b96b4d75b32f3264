/** The samplers that made a picture, from the node that saved it backwards. */
import { type Graph, type GraphNode, isLink, sourceOf, upstream } from './graph.js';
import { isPicture, isPreview, isSampler, isSaving } from './kinds.js';

const draws = ({ type, inputs }: GraphNode): boolean =>
  isSampler(
    type,
    Object.keys(inputs).filter((input) => isLink(inputs[input])),
    Object.keys(inputs),
  );

/** The one nearest to the picture first, then those whose pictures it goes on from. Empty where nothing draws. */
export function samplersOf(graph: Graph): GraphNode[] {
  const last = nearest(graph);
  if (!last) return [];
  const chain = new Set([last]);
  for (const sampler of chain) {
    const sources = Object.entries(sampler.inputs).flatMap(([input, value]) => {
      const source = isPicture(input) ? sourceOf(graph, value) : null;
      return source ? [source] : [];
    });
    const next = first(graph, sources);
    if (next) chain.add(next);
  }
  return [...chain];
}

/** What is saved counts before what is only looked at, and that before what nothing takes. */
function nearest(graph: Graph): GraphNode | null {
  const all = [...graph.values()];
  const isShown = ({ type }: GraphNode): boolean => isPreview(type);
  const isSaved = (node: GraphNode): boolean => isSaving(node.type) && !isShown(node);
  return (
    first(graph, all.filter(isSaved)) ?? first(graph, all.filter(isShown)) ?? all.findLast(draws) ?? null
  );
}

function first(graph: Graph, from: readonly GraphNode[]): GraphNode | null {
  for (const node of upstream(graph, from)) if (draws(node)) return node;
  return null;
}

/** The sampler whose words count: one that redraws a finished picture, as an upscaler, comes after what drew it. */
export function ledBy(last: GraphNode, before: readonly GraphNode[]): GraphNode {
  const redraws = ({ inputs }: GraphNode): boolean => isLink(inputs.image) || isLink(inputs.images);
  return [last, ...before].find((sampler) => !redraws(sampler)) ?? before.at(-1) ?? last;
}
