/**
 * What a graph's sampler goes on from: nothing (it draws from words alone), or a picture that is loaded. A graph of the
 * plain kind that draws from words can be given a picture, and a mask, by nodes of ComfyUI's own.
 */
import { type ApiGraph, graphIn } from '@core/metadata/index.js';
import { LosslessNumber, stringify } from 'lossless-json';
import { along, isLoader, linkOf, loadedAt, type Nodes, type Slot } from './links.js';

/** Where the mask is loaded: as the red channel of a picture (white is made anew), or as what is transparent in one. */
export interface MaskSlot extends Slot {
  readonly as: 'red' | 'transparent';
}

export type Start =
  | { readonly from: 'words'; readonly sampler: string; readonly empty: string; readonly vae: unknown }
  | {
      readonly from: 'picture';
      readonly sampler: string;
      readonly picture: Slot;
      /** Null = it has none, and one can be put in. */
      readonly mask: MaskSlot | null;
    }
  /** Why no picture can be put in, as a sentence. */
  | { readonly from: 'elsewhere'; readonly why: string };

const TO_LATENT = ['samples', 'latent', 'latents', 'pixels'];
const IS_EMPTY = /^Empty\w*Latent/;
/** It is given a picture, and its latent is empty all the same. */
const IS_BESIDE = /^InstructPixToPix/;

const elsewhere = (why: string): Start => ({ from: 'elsewhere', why });

export function startOf({ nodes }: Pick<ApiGraph, 'nodes'>): Start {
  const samplers = Object.keys(nodes).filter((id) => linkOf(nodes, nodes[id]?.inputs.latent_image));
  const [sampler, ...others] = samplers;
  if (sampler === undefined) return elsewhere('It has no sampler that could go on from a picture.');
  if (others.length > 0) return elsewhere('It draws in more than one pass.');
  let mask: unknown;
  let last = '';
  for (const { id, node } of along(nodes, nodes[sampler]?.inputs.latent_image, TO_LATENT)) {
    const { class_type: type, inputs } = node;
    mask ??= linkOf(nodes, inputs.mask) ? inputs.mask : undefined;
    if (IS_EMPTY.test(type)) return fromWords(nodes, sampler, id);
    if (IS_BESIDE.test(type)) return elsewhere(`${type} (node ${id}) stands before its sampler.`);
    if (inputs.pixels !== undefined) return fromPicture(nodes, sampler, inputs.pixels, mask);
    last = `${type} (node ${id})`;
  }
  return elsewhere(`${last} stands before its sampler.`);
}

function fromWords(nodes: Nodes, sampler: string, empty: string): Start {
  const decoder = Object.values(nodes).find(
    ({ inputs }) => inputs.vae !== undefined && linkOf(nodes, inputs.samples)?.id === sampler,
  );
  if (!decoder) return elsewhere('Its sampler’s picture is not decoded as usual.');
  return { from: 'words', sampler, empty, vae: decoder.inputs.vae };
}

function fromPicture(nodes: Nodes, sampler: string, pixels: unknown, mask: unknown): Start {
  const picture = loadedAt(nodes, pixels);
  if (!picture) return elsewhere('The picture that it starts from is not loaded from a file.');
  if (mask === undefined) return { from: 'picture', sampler, picture, mask: null };
  const slot = maskAt(nodes, mask);
  return slot
    ? { from: 'picture', sampler, picture, mask: slot }
    : elsewhere('Its mask is not loaded from a file.');
}

function maskAt(nodes: Nodes, from: unknown): MaskSlot | null {
  for (const { id, node, output } of along(nodes, from, ['mask', 'image'])) {
    const { class_type: type, inputs } = node;
    if (/invert/i.test(type)) return null;
    if (type === 'LoadImageMask') return { id, input: 'image', as: 'red' };
    if (isLoader(type) && typeof inputs.image === 'string')
      return { id, input: 'image', as: output === 1 ? 'transparent' : 'red' };
  }
  return null;
}

/** Names of nodes that are put in, after that of the one they stand before. */
const OURS = { picture: '-picture', size: '-size', latent: '-latent', mask: '-mask', masked: '-masked' };

export interface WithPicture {
  readonly nodes: Nodes;
  readonly picture: Slot;
  readonly mask: MaskSlot | null;
}

/** The graph with a place for the picture that it starts from, and for a mask where `hasMask`. */
export function withPicture(
  nodes: Nodes,
  start: Exclude<Start, { from: 'elsewhere' }>,
  hasMask: boolean,
): WithPicture {
  const changed: Record<string, Nodes[string]> = { ...nodes };
  const { sampler } = start;
  const leads = (to: unknown): void => {
    const own = changed[sampler] as Nodes[string];
    changed[sampler] = { ...own, inputs: { ...own.inputs, latent_image: to } };
  };
  const put = (id: string, type: string, title: string, inputs: Record<string, unknown>): string => {
    changed[id] = { class_type: type, inputs, _meta: { title } };
    return id;
  };
  let picture: Slot;
  if (start.from === 'words') {
    const { empty, vae } = start;
    const { width, height } = nodes[empty]?.inputs ?? {};
    const id = put(empty + OURS.picture, 'LoadImage', 'The old picture', { image: '' });
    const scale = { upscale_method: 'lanczos', width, height, crop: 'disabled' };
    const size = put(empty + OURS.size, 'ImageScale', 'The old picture, in size', {
      image: [id, 0],
      ...scale,
    });
    const latent = put(empty + OURS.latent, 'VAEEncode', 'The old picture, encoded', {
      pixels: [size, 0],
      vae,
    });
    leads([latent, 0]);
    picture = { id, input: 'image' };
  } else picture = start.picture;
  if (!hasMask || (start.from === 'picture' && start.mask))
    return { nodes: changed, picture, mask: start.from === 'picture' ? start.mask : null };
  const id = put(sampler + OURS.mask, 'LoadImageMask', 'What is made anew', { image: '', channel: 'red' });
  const samples = changed[sampler]?.inputs.latent_image;
  const masked = put(sampler + OURS.masked, 'SetLatentNoiseMask', 'Only the mask', {
    samples,
    mask: [id, 0],
  });
  leads([masked, 0]);
  return { nodes: changed, picture, mask: { id, input: 'image', as: 'red' } };
}

/**
 * A picture that was made with nodes of ours has them in its graph. They are taken out, so that what it was made from
 * does not go on in what is made from words alone, nor their places pile up.
 */
export function withoutOurs(graph: ApiGraph): ApiGraph {
  const { nodes } = graph;
  const ours = Object.keys(nodes).filter((id) => {
    const [suffix] = Object.values(OURS).filter((end) => id.endsWith(end));
    return suffix !== undefined && nodes[id.slice(0, -suffix.length)] !== undefined;
  });
  if (ours.length === 0) return graph;
  const changed = Object.entries(nodes)
    .filter(([id]) => !ours.includes(id))
    .map(([id, node]) => {
      const way = [...along(nodes, node.inputs.latent_image, ['samples'])];
      const kept = way.find((link) => !ours.includes(link.id));
      const last = way.at(-1);
      const empty = last?.id.endsWith(OURS.latent) ? last.id.slice(0, -OURS.latent.length) : null;
      if (!way.some((link) => ours.includes(link.id))) return [id, node];
      const to = kept ? [kept.id, kept.output] : [empty, 0];
      const isFromWords = !kept && 'denoise' in node.inputs;
      const denoise = isFromWords ? { denoise: new LosslessNumber('1') } : {};
      return [id, { ...node, inputs: { ...node.inputs, latent_image: to, ...denoise } }];
    });
  const found = graphIn(stringify(Object.fromEntries(changed)) ?? '');
  return found.kind === 'graph' ? found.graph : graph;
}
