/**
 * A graph that changes a picture as its words say: one encoder of its words is given the picture too
 * (TextEncodeQwenImageEdit and its kin, InstructPixToPixConditioning), or it is led by the picture's latent
 * (ReferenceLatent, as Kontext, Flux 2 and OmniGen 2 have it).
 */
import type { ApiGraph } from '@core/metadata/index.js';
import { linkOf, loadedAt, type Nodes, type Slot } from './links.js';
import type { Start } from './start-from.js';

/** Where such a node is given its picture, what is changed first. */
const PICTURES = ['image', 'image1', 'latent', 'pixels'];

const isInstructed = (type: string): boolean =>
  /^TextEncodeQwenImageEdit|^ReferenceLatent$|^InstructPixToPix/i.test(type);

/** Where the picture that is changed is loaded; null where the graph changes none, or loads it in another way. */
export function editedOf({ nodes }: Pick<ApiGraph, 'nodes'>, start: Start): Slot | null {
  const found = ledBy(nodes).flatMap((id) => {
    const { class_type: type, inputs } = nodes[id] as Nodes[string];
    if (!isInstructed(type)) return [];
    const input = PICTURES.find((one) => linkOf(nodes, inputs[one]));
    return (input && loadedAt(nodes, inputs[input])) || [];
  });
  const isStart = ({ id }: Slot): boolean => start.from === 'picture' && start.picture.id === id;
  // Of several, what the sampler goes on from is what is changed; else the first that joins the words.
  return found.find(isStart) ?? found.at(-1) ?? null;
}

/** Ids of what leads the samplers on their positive side, nearest to the sampler first. */
function ledBy(nodes: Nodes): string[] {
  const ways = ['positive', 'conditioning', 'guider'];
  const ahead = Object.values(nodes).flatMap(({ inputs }) =>
    linkOf(nodes, inputs.latent_image) ? [inputs.positive, inputs.guider] : [],
  );
  const met = new Set<string>();
  for (const from of ahead) {
    const link = linkOf(nodes, from);
    if (!link || met.has(link.id)) continue;
    met.add(link.id);
    ahead.push(...ways.map((way) => link.node.inputs[way]));
  }
  return [...met];
}
