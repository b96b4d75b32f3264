/** How large a picture becomes on its way through a graph. */
import sharp from 'sharp';
import type { Graph } from './check-graph.js';
import type { Files } from './files.js';
import { linked } from './linked.js';

/** Pixels. */
interface Size {
  readonly width: number;
  readonly height: number;
}

/** Latents have whole multiples of it. */
const STEP = 8;

/** Sizes that FluxKontextImageScale takes the likest of, on their side as well. */
const KONTEXT: readonly (readonly [number, number])[] = [
  [672, 1568],
  [688, 1504],
  [720, 1456],
  [752, 1392],
  [800, 1328],
  [832, 1248],
  [880, 1184],
  [944, 1104],
  [1024, 1024],
];

/** Of the picture or the latent that a link leads to; null where nothing before it says. */
export async function sizeAt(graph: Graph, from: unknown, files: Files): Promise<Size | null> {
  const node = linked(graph, from);
  if (!node) return null;
  const { class_type: type, inputs } = node;
  if (type === 'LoadImage')
    // What recordings upload is no picture.
    return sharp(files.loaded(String(inputs.image)))
      .metadata()
      .then(
        ({ width, height }) => ({ width, height }),
        () => null,
      );
  if (typeof inputs.width === 'number' && typeof inputs.height === 'number')
    return { width: inputs.width, height: inputs.height };
  const before = await sizeAt(graph, inputs.samples ?? inputs.pixels ?? inputs.image, files);
  if (before && type === 'FluxKontextImageScale') return likest(before);
  const isEncoded = inputs.pixels !== undefined;
  return before && isEncoded ? { width: whole(before.width), height: whole(before.height) } : before;
}

const whole = (pixels: number): number => Math.floor(pixels / STEP) * STEP;

function likest({ width, height }: Size): Size {
  const all = KONTEXT.flatMap(([a, b]) => [
    { width: a, height: b },
    { width: b, height: a },
  ]);
  const off = (one: Size): number => Math.abs(width / height - one.width / one.height);
  return all.reduce((best, one) => (off(one) < off(best) ? one : best));
}
