/** Looks at pictures of any world with published models: boxes by one and, where it is here, vectors by another. */
import type { Region } from '@shared/records/index.js';
import type { Eye, EyeDescription, Seen } from '../eye/index.js';
import { type LibraryFolders, modelFolder, type PublishedEye, preparedFolder } from '../library/index.js';
import type { EngineOptions } from '../runtime/index.js';
import { Dinov2Engine } from './dinov2/engine.js';
import { GroundingDinoEngine } from './grounding-dino/engine.js';
import { isWord } from './grounding-dino/phrases.js';

export class OpenEye implements Eye {
  readonly description: EyeDescription;
  readonly #boxes: GroundingDinoEngine;
  readonly #identity: Dinov2Engine | null;

  private constructor(
    { id, version, boxes, identity }: PublishedEye,
    engines: { boxes: GroundingDinoEngine; identity: Dinov2Engine | null },
  ) {
    const parts = identity ? [boxes, identity] : [boxes];
    this.#boxes = engines.boxes;
    this.#identity = engines.identity;
    this.description = {
      id,
      name: parts.map(({ name }) => name).join(' and '),
      version,
      licence: [...new Set(parts.map(({ licence }) => licence))].join(' and '),
      limits: parts.flatMap(({ limits }) => limits),
    };
  }

  /** On the processor. Throws what ONNX Runtime does. */
  static async load(eye: PublishedEye, folders: LibraryFolders, threads: number): Promise<OpenEye> {
    const options = (of: PublishedEye['boxes']): EngineOptions => ({
      device: 'cpu',
      threads,
      prepared: preparedFolder(of, folders),
    });
    const { boxes, identity } = eye;
    const loaded = await GroundingDinoEngine.load(modelFolder(boxes, folders), boxes, options(boxes));
    try {
      return new OpenEye(eye, {
        boxes: loaded,
        identity:
          identity && (await Dinov2Engine.load(modelFolder(identity, folders), identity, options(identity))),
      });
    } catch (thrown) {
      await loaded.close();
      throw thrown;
    }
  }

  async detect(file: string, labels: readonly string[], signal?: AbortSignal): Promise<Seen> {
    const pixels = await this.#boxes.prepare(file);
    const detections = await this.#boxes.detect(pixels, labels, signal);
    return { detections, unknown: labels.filter((label) => !isWord(label)) };
  }

  /** [] where no model for it is here. */
  async identify(file: string, regions: readonly Region[], signal?: AbortSignal): Promise<number[][]> {
    const vectors: number[][] = [];
    if (!this.#identity) return vectors;
    for (const region of regions) {
      signal?.throwIfAborted();
      vectors.push(await this.#identity.features(await this.#identity.prepare(file, region)));
    }
    return vectors;
  }

  async close(): Promise<void> {
    await Promise.all([this.#boxes.close(), this.#identity?.close()]);
  }
}
