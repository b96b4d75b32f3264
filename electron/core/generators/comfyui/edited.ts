/**
 * A graph that changes a picture as its words say: one encoder of its words is given the picture too, or it is led by the
 * picture's latent.
 */
import type { ApiGraph } from '@core/metadata/index.js';
import { linkOf, loadedAt, type Nodes, type Slot } from './links.js';
import type { Start } from './start-from.js';

/** Nodes that do so, by their class. */
const INSTRUCTED: readonly RegExp[] = [
  // Of Qwen, Boogu, JoyImage, MageFlow and Ming.
  /^TextEncode\w*Edit/i,
  // Of Qwen-Image 2.1, which draws and changes by one encoder.
  /^TextEncodeQwenImage\d/i,
  /^TextEncodeZImageOmni$/i,
  // Kontext, Flux 2 and OmniGen 2.
  /^ReferenceLatent$/i,
  /^InstructPixToPix/i,
];

const isInstructed = (type: string): boolean => INSTRUCTED.some((one) => one.test(type));

/** Where such a node is given its pictures: `image`, `image1`, and `images.image_1` where there may be any number. */
const PICTURE = /^(?:images\.)?image_?(\d*)$|^latent$|^pixels$/;

/** The input of the picture that is changed: the first that is connected. */
const changedBy = (nodes: Nodes, inputs: Readonly<Record<string, unknown>>): string | undefined =>
  Object.keys(inputs)
    .filter((input) => PICTURE.test(input) && linkOf(nodes, inputs[input]))
    .sort((a, b) => numberOf(a) - numberOf(b))[0];

const numberOf = (input: string): number => Number(PICTURE.exec(input)?.[1] ?? 0);

/** Where the picture that is changed is loaded; null where the graph changes none, or loads it in another way. */
export function editedOf({ nodes }: Pick<ApiGraph, 'nodes'>, start: Start): Slot | null {
  const found = ledBy(nodes).flatMap((id) => {
    const { class_type: type, inputs } = nodes[id] as Nodes[string];
    if (!isInstructed(type)) return [];
    const input = changedBy(nodes, inputs);
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
